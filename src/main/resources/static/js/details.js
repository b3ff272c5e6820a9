// The details panel: opened beside the conversation, fetched when it is opened and when the room's state changes.
import { call, fragment } from './api.js';

const panel = () => document.getElementById('details');
const room = () => document.querySelector('careroom-room')?.dataset.room;

async function load() {
  const answer = await call(`/rooms/${room()}/details`, { background: true }).catch(() => null);
  if (!answer?.ok || !panel()) return false;
  const opened = [...panel().querySelectorAll('details[open] > summary')].map(summary => summary.textContent);
  panel().replaceChildren(fragment(await answer.text()));
  for (const summary of panel().querySelectorAll('details > summary')) {
    if (opened.includes(summary.textContent)) summary.parentElement.open = true;
  }
  window.htmx.process(panel());
  return true;
}

function toggle(open) {
  panel().hidden = !open;
  document.querySelector('[data-details]')?.setAttribute('aria-expanded', String(open));
}

document.addEventListener('click', async event => {
  if (event.target.closest('[data-details]')) {
    event.preventDefault();
    if (!panel().hidden) toggle(false);
    else if (await load()) toggle(true);
  } else if (event.target.closest('[data-details-close]')) {
    event.preventDefault();
    event.stopPropagation();
    toggle(false);
    document.querySelector('[data-details]')?.focus();
  }
}, true);

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && panel() && !panel().hidden && !document.querySelector('dialog[open]')) toggle(false);
});

document.addEventListener('careroom:state', () => {
  const typing = panel()?.contains(document.activeElement) && document.activeElement.matches('input, textarea');
  if (panel() && !panel().hidden && !typing) load();
});
