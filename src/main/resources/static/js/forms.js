// Forms that ask once before a destructive step, forms that show their error in place, and lists of choices that can be searched.
import { call } from './api.js';
import { ask } from './dialogs.js';

document.addEventListener('submit', async event => {
  const form = event.target;
  const question = form.dataset.ask;
  if (question && form.dataset.asked === undefined) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const yes = form.querySelector('button').textContent.trim();
    const words = document.querySelector('[data-words]')?.dataset;
    if (await ask(question, yes, words?.cancel ?? '×')) {
      form.dataset.asked = '';
      form.requestSubmit();
      delete form.dataset.asked;
    }
  } else if ('inPlace' in form.dataset) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const answer = await call(form.action, { method: 'POST', body: new FormData(form), accept: 'application/json, text/html' }).catch(() => null);
    if (answer?.ok) {
      form.closest('details')?.removeAttribute('open');
      document.querySelector('careroom-room')?.refreshState();
    } else {
      const refused = await answer?.json().catch(() => null);
      form.querySelector('[data-error]').textContent = refused?.message ?? document.querySelector('[data-words]').dataset.failed;
    }
  }
}, true);

class Choices extends HTMLElement {
  connectedCallback() {
    const find = this.querySelector('[data-find]');
    find.hidden = this.querySelectorAll('label').length < 8;
    find.addEventListener('input', () => {
      const wanted = find.value.trim().toLowerCase();
      for (const label of this.querySelectorAll('label')) {
        label.hidden = !label.textContent.toLowerCase().includes(wanted) && !label.querySelector('input').checked;
      }
    });
    find.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  }
}

customElements.define('careroom-choices', Choices);
