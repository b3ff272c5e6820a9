// A link to hand over: a button beside its field copies it, where the browser lets a page do that (not on a plain http address).
import { words } from './words.js';

const SAID = 3_000;

class HandedLink extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard || this.button) return;
    this.field = this.querySelector('input');
    this.button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-outline-secondary' });
    this.button.setAttribute('aria-describedby', this.querySelector('bdi').id);
    this.said = Object.assign(document.createElement('span'), { className: 'visually-hidden' });
    this.said.setAttribute('role', 'status');
    this.button.addEventListener('click', () => this.copy());
    this.append(this.button, this.said);
    this.say(false);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.field.value);
    } catch {
      this.field.focus(); // forbidden here: it can be copied by hand
      this.field.select();
      return;
    }
    this.say(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(false), SAID);
  }

  say(copied) {
    this.button.textContent = copied ? words().copied : words().copy;
    this.said.textContent = copied ? words().copied : '';
  }
}

customElements.define('careroom-handed-link', HandedLink);
