// Small dialogs over the page: a question before a destructive step, and something to read.
import { words } from './words.js';

function button(word, look, action) {
  const element = Object.assign(document.createElement('button'), { type: 'button', className: `btn ${look}`, textContent: word });
  element.addEventListener('click', action);
  return element;
}

/** Opens a dialog that is named by its heading. @returns {HTMLDialogElement} gone when it is closed */
export function show(...content) {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'card-dialog' });
  dialog.append(...content);
  const title = dialog.querySelector('h2, p');
  if (title) {
    title.id = 'dialog-title';
    dialog.setAttribute('aria-labelledby', title.id);
  }
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks once. @param {string} [kind] plain where nothing is lost by a yes @returns {Promise<boolean>} whether the person said yes */
export function ask(question, yes, kind) {
  return new Promise(done => {
    const buttons = Object.assign(document.createElement('div'), { className: 'buttons' });
    const dialog = show(Object.assign(document.createElement('p'), { textContent: question }), buttons);
    const answer = said => () => { done(said); dialog.close(); };
    buttons.append(button(yes, kind === 'plain' ? 'btn-primary' : 'btn-danger', answer(true)), button(words().cancel, 'btn-outline-secondary', answer(false)));
    dialog.addEventListener('close', () => done(false));
    buttons.firstElementChild.focus();
  });
}

/** Says something, with a button that closes it. */
export function tell(text) {
  showDialog(Object.assign(document.createElement('p'), { textContent: text }));
}

/** Shows content with a button that closes it. */
export function showDialog(...content) {
  const dialog = show(...content);
  const close = button(words().close, 'btn-outline-secondary', () => dialog.close());
  dialog.append(close);
  close.focus();
}
