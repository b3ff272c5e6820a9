// How many rooms, and how many conversations, hold something unread, in the left column. It is reckoned from what the page knows; the server is asked
// only when something happened in a room that the page knows nothing of.
import { call } from './api.js';
import { live } from './live.js';

const PATIENCE = 2_000;
const MOST = 99;
const told = new Set();

const entry = list => document.querySelector(`[data-module-entry="${list}"] [data-count]`);

function set(list, count) {
  const element = entry(list);
  if (!element) return;
  element.classList.toggle('d-none', count <= 0);
  element.querySelector('[data-count-number]').textContent = count > MOST ? `${MOST}+` : Math.max(0, count);
}

/** A room of a list whose state is known became unread, or was read. */
export function turned(list, unread) {
  const shown = entry(list)?.querySelector('[data-count-number]').textContent;
  if (shown === `${MOST}+`) countSoon();
  else if (shown) set(list, Number(shown) + (unread ? 1 : -1));
}

/** Asks the server for counts by their entries, after some time for more of the same to happen. @returns {function} does so */
function soon(address) {
  let asking = null;
  return () => {
    asking ??= setTimeout(async () => {
      asking = null;
      const answer = await call(address, { accept: 'application/json', background: true }).catch(() => null);
      if (!answer?.ok) return;
      for (const [list, count] of Object.entries(await answer.json())) set(list, count);
    }, PATIENCE);
  };
}

const countRooms = soon('/rooms/unread');

/** How many callers wait in all clinics of the person. */
const callersSoon = soon('/clinics');

/** Counts rooms and conversations; a page without counts, such as a guest's, does not. */
export function countSoon() {
  if (entry('rooms') || entry('chat')) countRooms();
}

live.addEventListener('connected', countSoon);
live.addEventListener('connected', () => entry('clinics') && callersSoon());
live.addEventListener('news', event => {
  const { subject, type, author } = event.detail;
  if (subject.startsWith('waiting-area:')) callersSoon();
  if (document.querySelector('careroom-rooms')) {
    told.clear();
    return;
  }
  if (subject === 'rooms' || subject === 'chat') countSoon();
  if (type === 'read' && told.delete(subject)) countSoon();
  if (type === 'message' && author !== document.body.dataset.person && !told.has(subject)) {
    told.add(subject);
    countSoon();
  }
});
