// A device may be shared: the page asks whose place it is before it shows anything. The tab in which somebody entered, or said
// that it is theirs, is not asked again when it is reloaded.
import { call, fragment } from './api.js';

const MINE = 'careroom.place';
const ENTERED = 'entered';

/** Somebody enters in this tab: whatever place it shows next is theirs. */
export const entered = () => sessionStorage.setItem(MINE, ENTERED);

class Whose extends HTMLElement {
  connectedCallback() {
    const mine = sessionStorage.getItem(MINE);
    if (mine === ENTERED || mine === this.dataset.place) this.show();
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

customElements.define('careroom-whose', Whose);
