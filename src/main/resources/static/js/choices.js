// A list of people to choose from, which can be searched. Where it holds only the first of many, the search asks for others;
// whoever is ticked stays in it.
import { call, fragment } from './api.js';

const SEARCHED = 8;
const TYPING = 250;

class Choices extends HTMLElement {
  connectedCallback() {
    const find = this.querySelector('[data-find]');
    find.hidden = this.querySelectorAll('label').length < SEARCHED && !this.dataset.more;
    find.addEventListener('input', () => {
      this.wanted = find.value.trim();
      if (this.dataset.more) this.searchSoon();
      else this.filter();
    });
    find.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  filter() {
    const wanted = this.wanted.toLowerCase();
    for (const label of this.querySelectorAll('label')) {
      label.hidden = !label.textContent.toLowerCase().includes(wanted) && !label.querySelector('input').checked;
    }
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), TYPING);
  }

  async search() {
    const { wanted } = this;
    const query = new URLSearchParams({ q: wanted, field: this.dataset.field });
    const answer = await call(`${this.dataset.more}?${query}`).catch(() => null);
    if (!answer?.ok || wanted !== this.wanted) return;
    const list = this.querySelector('[data-choices]');
    const ticked = [...list.querySelectorAll('label')].filter(label => label.querySelector('input').checked);
    const values = new Set(ticked.map(label => label.querySelector('input').value));
    const found = [...fragment(await answer.text()).children].filter(one => !values.has(one.querySelector('input')?.value));
    list.replaceChildren(...ticked, ...found);
  }
}

customElements.define('careroom-choices', Choices);
