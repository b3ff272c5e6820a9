// What this browser keeps for a page over a reload. Where it does not, being full or forbidden to, the page goes on without.

/** Keeps a text; an empty one is forgotten. */
export function keep(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // What stands on the page can still be sent.
  }
}

/** Where a text is kept that the reader of this page typed for a room and has not sent, by what it is. */
export const typedKey = (what, room) => `careroom.${what}.${document.body.dataset.person}.${room}`;

const keysOfTyped = person => Object.keys(localStorage).filter(key =>
  ['draft', 'unsent'].some(what => key.startsWith(`careroom.${what}.${person}.`)));

/** Whether there is something that this person typed and has not sent. */
export const hasTyped = person => keysOfTyped(person).length > 0;

export function forgetTyped(person) {
  for (const key of keysOfTyped(person)) localStorage.removeItem(key);
}
