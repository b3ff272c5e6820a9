/** Which call a guest has left in this tab, so that they are not brought back at once. */
export const LEFT = 'careroom.left';
