// A patient's way in, one step after the other: what will happen, camera and microphone, who they are. Without this all is one page.
import { OwnPicture, choose } from './own-picture.js';
import { entered } from './whose.js';

class Entrance extends HTMLElement {
  connectedCallback() {
    this.picture = new OwnPicture(this);
    this.addEventListener('click', event => {
      const next = event.target.closest('[data-next]');
      if (next) this.go(next.dataset.next);
      else if (event.target.closest('[data-try-again]')) this.check();
    });
    this.querySelector('[data-entry]').addEventListener('submit', event => entered(event.target.elements.key.value));
    // Opened again by going back, the page begins anew; after a mistake it is shown where that is.
    this.show(this.dataset.step);
  }

  disconnectedCallback() {
    this.picture.close();
  }

  go(step) {
    this.show(step);
    if (step === 'devices') this.check();
    if (step === 'fields') this.picture.close();
    const heading = this.querySelector(`[data-step-part="${step}"] h1`);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  show(step) {
    for (const part of this.querySelectorAll('[data-step-part]')) part.hidden = part.dataset.stepPart !== step;
  }

  async check() {
    const again = this.querySelector('[data-try-again]');
    const next = this.querySelector('[data-words-ok]');
    const devices = await this.picture.open();
    choose(devices);
    const complete = devices.camera === 'on' && devices.microphone === 'on';
    again.hidden = complete;
    next.textContent = complete ? next.dataset.ok : devices.microphone === 'on' ? next.dataset.sound : devices.camera === 'on' ? next.dataset.ok : next.dataset.nothing;
  }
}

customElements.define('careroom-entrance', Entrance);
