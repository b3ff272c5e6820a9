// A device may be shared: the page asks whose place it is before it shows anything. The tab in which somebody entered, or said
// that it is theirs, is not asked again when it is reloaded.
import { call, fragment } from './api.js';

const MINE = 'careroom.place';
const ENTERED = 'entered by ';

/** Somebody enters in this tab: the place that this form makes is theirs. */
export const entered = form => sessionStorage.setItem(MINE, ENTERED + form);

class Whose extends HTMLElement {
  connectedCallback() {
    const mine = sessionStorage.getItem(MINE);
    if (mine === ENTERED + this.dataset.form || mine === this.dataset.place) this.show();
    this.querySelector('[data-mine]').addEventListener('submit', event => {
      event.preventDefault();
      this.show();
    });
    this.querySelector('[data-other]').addEventListener('submit', () => sessionStorage.removeItem(MINE));
  }

  async show() {
    this.classList.add('asked');
    const answer = await call(this.dataset.address, { background: true }).catch(() => null);
    if (!answer?.ok) {
      this.classList.remove('asked');
      if (answer?.status === 404) location.reload(); // it has ended meanwhile
      return;
    }
    sessionStorage.setItem(MINE, this.dataset.place);
    this.replaceWith(fragment(await answer.text()));
  }
}

/** The place is over: nothing of it stays in this tab. */
class Forgotten extends HTMLElement {
  connectedCallback() {
    for (const key of Object.keys(sessionStorage).filter(key => key.startsWith('careroom.'))) sessionStorage.removeItem(key);
  }
}

customElements.define('careroom-whose', Whose);
customElements.define('careroom-forgotten', Forgotten);
