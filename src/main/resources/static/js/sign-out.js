// Signing out on purpose: the next person at this browser finds nothing of what was typed and not sent. An idle log-off keeps it.
import { ask } from './dialogs.js';
import { forgetTyped, hasTyped } from './storage.js';

document.addEventListener('submit', async event => {
  const form = event.target;
  const { signOut: person, question } = form.dataset;
  if (!person || !hasTyped(person)) return;
  event.preventDefault();
  if (!(await ask(question, form.textContent.trim()))) return;
  forgetTyped(person);
  form.submit();
});
