// Going from page to page without a new document: the live connection stays, and what does not belong to the body is taken over.
import { tell } from './dialogs.js';
import { signInAgain } from './session.js';
import { words } from './words.js';

const opening = html => html.slice(0, html.indexOf('>', html.search(/<body\b/)) + 1);

// The head is not swapped: the token and what the body says of its reader come from the new page.
document.addEventListener('htmx:beforeSwap', event => {
  const html = event.detail.xhr.responseText;
  if (!event.detail.boosted || !/<body\b/.test(html)) return;
  const page = new DOMParser().parseFromString(opening(html), 'text/html');
  const token = page.querySelector('meta[name="csrf"]');
  if (token) document.querySelector('meta[name="csrf"]').content = token.content;
  document.body.className = page.body.className; // an error's page looks as strangers' pages do
  Object.assign(document.body.dataset, page.body.dataset);
});

// The sign-in ended while somebody went on: once signed in again, that is where they come.
document.addEventListener('htmx:responseError', async event => {
  if (event.detail.xhr.status !== 401) return;
  const { elt, requestConfig } = event.detail;
  await signInAgain();
  if (elt instanceof HTMLFormElement) elt.requestSubmit(requestConfig.triggeringEvent?.submitter);
  else location.assign(requestConfig.path);
});

// The page that one goes back to is not there any more, or not to be had: the address is its own already, so it is asked for as a whole.
document.addEventListener('htmx:historyCacheMiss', event => event.detail.xhr.addEventListener('error', () => location.reload()));
document.addEventListener('htmx:historyCacheMissLoadError', async event => {
  if (event.detail.xhr.status === 401) await signInAgain();
  location.reload();
});

document.addEventListener('htmx:sendError', () => tell(words().unreachable));

// Whoever goes on by keyboard goes on in the page, not at its very top.
document.addEventListener('htmx:afterSettle', event => {
  const nowhere = !document.activeElement || document.activeElement === document.body;
  if (event.detail.boosted && nowhere) document.getElementById('main')?.focus({ preventScroll: true });
});
