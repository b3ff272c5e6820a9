// The permission page: what Organization Chat needs follows the switches as they are turned. The server asks again on saving.

class Switches extends HTMLElement {
  connectedCallback() {
    this.missing = this.querySelector('[data-missing]');
    if (!this.missing) return; // a permission set may lack what the member has already
    this.needing = this.missing.closest('.form-check').querySelector('input');
    this.wasOn = this.needing.defaultChecked;
    this.addEventListener('change', () => this.follow());
    this.follow();
  }

  follow() {
    const needed = [...this.missing.querySelectorAll('[data-needs]')];
    for (const one of needed) one.hidden = this.querySelector(`input[value="${one.dataset.needs}"]`).checked;
    const complete = needed.every(one => one.hidden);
    // What is on already stays as it is: saving says first that it goes too.
    if (!complete && !this.wasOn) this.needing.checked = false;
    this.missing.hidden = complete || this.needing.checked;
    this.needing.disabled = !complete && !this.needing.checked;
  }
}

customElements.define('careroom-switches', Switches);
