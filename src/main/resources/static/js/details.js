// The details panel: opened beside the conversation, over everything where there is no room beside it; fetched when it is
// opened and when the room's state changes.
import { call, fragment } from './api.js';
import { showTimes } from './times.js';

const over = matchMedia('(max-width: 860px)');
const panel = () => document.getElementById('details');
const opener = () => document.querySelector('[data-details]');
const isInAddress = () => new URLSearchParams(location.search).has('details');
const nameOf = summary => summary && (summary.getAttribute('aria-label') ?? summary.textContent);
const room = () => document.querySelector('careroom-room')?.dataset.room;

let loads = 0;

/** Whether something stands in the panel that was typed or ticked and not sent yet: it must not be lost. */
function isBeingFilled() {
  const fields = [...panel().querySelectorAll('form:not([data-sending]) :is(input, textarea)')];
  return fields.some(field => field.checked !== field.defaultChecked || field.value !== field.defaultValue)
    || fields.some(field => field.type !== 'checkbox' && field === document.activeElement);
}

/** @returns {Promise<boolean>} whether the panel is there to be seen */
async function load() {
  const asked = ++loads;
  const of = room();
  const answer = await call(`/rooms/${of}/details`, { background: true }).catch(() => null);
  if (!answer?.ok) return false;
  const fresh = fragment(await answer.text());
  // Another room may be open by now, or a later answer have come.
  if (!panel() || room() !== of || asked !== loads) return false;
  if (isBeingFilled()) return true;
  // A form on its way closes its fold when it is answered; what one opened oneself stays open.
  const opened = [...panel().querySelectorAll('details[open]:not(:has([data-sending])) > summary')].map(nameOf);
  const focused = panel().contains(document.activeElement) && nameOf(document.activeElement.closest('summary'));
  panel().replaceChildren(fresh);
  showTimes(panel());
  for (const summary of panel().querySelectorAll('details > summary')) {
    if (opened.includes(nameOf(summary))) summary.parentElement.open = true;
    if (nameOf(summary) === focused) summary.focus();
  }
  window.htmx.process(panel());
  return true;
}

/** Where the panel lies over the page, nothing under it can be reached. */
function cover() {
  const covers = Boolean(panel()) && !panel().hidden && over.matches;
  for (const element of document.querySelectorAll('.rail, .pane:not(.details)')) element.inert = covers;
}

function open() {
  panel().hidden = false;
  opener()?.setAttribute('aria-expanded', 'true');
  cover();
  panel().querySelector('[data-details-close]')?.focus();
  // On a phone the way back leads to the conversation, and the address tells what is open.
  if (over.matches && !isInAddress()) history.pushState(null, '', '?details=true');
}

function close() {
  panel().hidden = true;
  cover();
  opener()?.setAttribute('aria-expanded', 'false');
  opener()?.focus();
  if (isInAddress()) history.replaceState(history.state, '', location.pathname);
}

document.addEventListener('click', async event => {
  if (event.target.closest('[data-details]')) {
    event.preventDefault();
    if (!panel().hidden) close();
    else if (await load()) open();
  } else if (event.target.closest('[data-details-close]')) {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}, true);

document.addEventListener('keydown', event => {
  const free = !event.defaultPrevented && !document.querySelector('dialog[open]');
  if (event.key === 'Escape' && free && panel() && !panel().hidden) close();
});

document.addEventListener('careroom:state', () => { if (panel() && !panel().hidden) load(); });

document.addEventListener('careroom:gone', () => { if (panel() && !panel().hidden) close(); });
document.addEventListener('htmx:load', cover);
addEventListener('popstate', async () => {
  if (!panel() || panel().hidden !== isInAddress()) return;
  if (!isInAddress()) close();
  else if (await load()) open();
});
over.addEventListener('change', cover);
cover();
