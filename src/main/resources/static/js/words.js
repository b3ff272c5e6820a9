// What scripts say on any page, in the reader's language; a room's page has words of its own besides.
export const words = () => document.querySelector('[data-frame-words]').dataset;
