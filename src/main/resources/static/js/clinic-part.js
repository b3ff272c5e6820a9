// A part of a page that is about a clinic, such as its places in the left column: fetched again when something there changes.
import { call, fragment } from './api.js';
import { live } from './live.js';

class ClinicPart extends HTMLElement {
  connectedCallback() {
    this.onNews = event => event.detail.subject === `waiting-area:${this.dataset.clinic}` && this.soon();
    this.onConnected = () => this.soon();
    live.addEventListener('news', this.onNews);
    live.addEventListener('connected', this.onConnected);
    this.mark();
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    clearTimeout(this.timer);
  }

  /** Callers may come in crowds; the part need not follow each of them. */
  soon() {
    this.timer ??= setTimeout(async () => {
      const answer = await call(this.dataset.address, { background: true }).catch(() => null);
      this.timer = null;
      if (answer?.ok && this.isConnected) this.take(fragment(await answer.text()));
    }, 300);
  }

  take(page) {
    const fresh = page.querySelector(`careroom-clinic-part[data-part="${this.dataset.part}"] [data-part-content]`);
    const shown = this.querySelector('[data-part-content]');
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.innerHTML = fresh.innerHTML;
    this.mark();
  }

  /** Where one is, as the left column shows it. */
  mark() {
    for (const link of this.querySelectorAll('a.sub')) {
      const here = link.pathname === location.pathname;
      link.classList.toggle('on', here);
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }
}

customElements.define('careroom-clinic-part', ClinicPart);
