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
