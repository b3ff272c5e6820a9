// The current values at the top of a case's follower room: what is set stands first, what was changed last before all. More than
// fits is shown on demand.
import { showTimes } from './times.js';

class Board extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector('.board');
    this.button = this.querySelector('[data-all]');
    this.words = { all: this.button.textContent, fewer: this.button.dataset.fewer };
    this.button.addEventListener('click', () => this.showAll(!this.all));
    this.sizes = new ResizeObserver(() => this.look());
    this.sizes.observe(this.list);
  }

  disconnectedCallback() {
    this.sizes.disconnect();
  }

  get all() {
    return this.list.classList.contains('all');
  }

  showAll(all) {
    this.list.classList.toggle('all', all);
    this.list.scrollTop = 0;
    this.button.textContent = all ? this.words.fewer : this.words.all;
    this.button.setAttribute('aria-expanded', String(all));
    this.look();
  }

  /** The button is there only where it shows something. */
  look() {
    this.button.hidden = !this.all && this.list.scrollHeight <= this.list.clientHeight;
  }

  /** Takes over what an update tells, given as its changes. */
  take(changes) {
    const taken = changes
      .map(change => ({ place: this.place(change.dataset.change), after: change.querySelector('[data-after]') }))
      .filter(({ place }) => place)
      .sort((one, other) => Number(other.place.dataset.place) - Number(one.place.dataset.place));
    for (const { place, after } of taken) {
      place.querySelector('[data-held]').replaceChildren(...after.childNodes);
      this.put(place);
    }
    showTimes(this);
    this.look();
  }

  place(field) {
    return this.list.querySelector(`[data-board-field="${CSS.escape(field)}"]`);
  }

  put(place) {
    if (!place.querySelector('.unset')) this.list.prepend(place);
    else {
      const behind = [...this.list.children].find(other => other !== place && other.querySelector('.unset')
        && Number(other.dataset.place) > Number(place.dataset.place));
      this.list.insertBefore(place, behind ?? null);
    }
  }
}

customElements.define('careroom-board', Board);
