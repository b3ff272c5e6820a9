// Forms that ask once before a destructive step, and forms that show their error in place.
import { call, fragment } from './api.js';
import { ask, showDialog, tell } from './dialogs.js';
import { words } from './words.js';

async function askFirst(form) {
  if (!(await ask(form.dataset.ask, form.querySelector('button').textContent.trim(), form.dataset.askKind))) return;
  form.dataset.asked = '';
  // What stood around the form may have been renewed while the question was open.
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  form.requestSubmit();
  delete form.dataset.asked;
}

/** Some answers are pages of their own, such as links that are told only once: they are shown over this page. */
async function showAnswer(answer) {
  if (answer.redirected || !answer.headers.get('Content-Type')?.startsWith('text/html')) return;
  const page = fragment(await answer.text());
  const content = page.querySelector('[data-answer]');
  if (content) showDialog(Object.assign(document.createElement('h2'), { textContent: page.querySelector('h1').textContent }), content);
}

async function sendInPlace(form) {
  if ('sending' in form.dataset) return;
  form.dataset.sending = '';
  const answer = await call(form.getAttribute('action'), { method: 'POST', body: new FormData(form), accept: 'application/json, text/html' }).catch(() => null);
  delete form.dataset.sending;
  if (form.parentElement === document.body) form.remove();
  if (answer?.ok) {
    form.reset();
    form.closest('details')?.removeAttribute('open');
    form.closest('details')?.querySelector('summary').focus();
    document.querySelector('careroom-room')?.refreshState();
    document.querySelector('careroom-rooms')?.refreshSoon();
    await showAnswer(answer);
  } else {
    const why = (await answer?.json().catch(() => null))?.message ?? words().failed;
    const place = form.isConnected && form.querySelector('[data-error]');
    if (place) place.textContent = why;
    else tell(why);
  }
}

document.addEventListener('submit', event => {
  const form = event.target;
  const asks = 'ask' in form.dataset && !('asked' in form.dataset);
  if ('endsReading' in form.dataset && !asks) document.querySelector('careroom-room')?.log.reading.end();
  if (!asks && !('inPlace' in form.dataset)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (asks) askFirst(form);
  else sendInPlace(form);
}, true);
