// Small dialogs over the page: a question before a destructive step, and something to read.

/** Asks once. @returns {Promise<boolean>} whether the person said yes */
export function ask(question, yes, no) {
  return new Promise(done => {
    const dialog = document.createElement('dialog');
    dialog.className = 'card-dialog';
    const text = document.createElement('p');
    text.textContent = question;
    text.id = 'ask-text';
    dialog.setAttribute('aria-labelledby', text.id);
    const button = (word, look, answer) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = `btn ${look} me-2`;
      element.textContent = word;
      element.addEventListener('click', () => { dialog.close(); done(answer); });
      return element;
    };
    dialog.append(text, button(yes, 'btn-danger', true), button(no, 'btn-outline-secondary', false));
    dialog.addEventListener('cancel', () => done(false));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Shows content with a button that closes it. */
export function showDialog(content, words, text) {
  const dialog = document.createElement('dialog');
  dialog.className = 'card-dialog';
  if (text) dialog.append(Object.assign(document.createElement('p'), { textContent: text }));
  dialog.append(content);
  const title = dialog.querySelector('h2');
  if (title) {
    title.id = 'dialog-title';
    dialog.setAttribute('aria-labelledby', title.id);
  }
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-secondary', textContent: words.close });
  close.addEventListener('click', () => dialog.close());
  dialog.append(close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
