// How many rooms hold something unread, in the left column. It is reckoned from what the page knows; the server is asked
// only when something happened in a room that the page knows nothing of.
import { call } from './api.js';
import { live } from './live.js';

const PATIENCE = 2_000;
const MOST = 99;
const told = new Set();
let asking = null;

const entry = () => document.querySelector('[data-module-entry="rooms"] [data-count]');

function set(count) {
  const element = entry();
  if (!element) return;
  element.classList.toggle('d-none', count <= 0);
  element.querySelector('[data-count-number]').textContent = count > MOST ? `${MOST}+` : Math.max(0, count);
}

/** A room whose state is known became unread, or was read. */
export function turned(unread) {
  const shown = entry()?.querySelector('[data-count-number]').textContent;
  if (shown === `${MOST}+`) countSoon();
  else if (shown) set(Number(shown) + (unread ? 1 : -1));
}

/** Asks the server, after some time for more of the same to happen. */
export function countSoon() {
  asking ??= setTimeout(async () => {
    asking = null;
    const answer = await call('/rooms/unread', { accept: 'application/json', background: true }).catch(() => null);
    if (answer?.ok) set((await answer.json()).rooms);
  }, PATIENCE);
}

live.addEventListener('connected', countSoon);
live.addEventListener('news', event => {
  if (document.querySelector('careroom-rooms')) {
    told.clear();
    return;
  }
  const { subject, type, author } = event.detail;
  if (subject === 'rooms') countSoon();
  if (type === 'read' && told.delete(subject)) countSoon();
  if (type === 'message' && author !== document.body.dataset.person && !told.has(subject)) {
    told.add(subject);
    countSoon();
  }
});
