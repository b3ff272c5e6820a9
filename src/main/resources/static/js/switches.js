// The permission page: what Organization Chat needs follows the switches as they are turned. The server asks again on saving.

class Switches extends HTMLElement {
  connectedCallback() {
    this.missing = this.querySelector('[data-missing]');
    if (!this.missing) return; // a permission set may lack what the member has already
    this.needing = this.missing.closest('.form-check').querySelector('input');
    this.addEventListener('change', () => this.follow());
    this.follow();
  }

  follow() {
    const needed = [...this.missing.querySelectorAll('[data-needs]')];
    for (const one of needed) one.hidden = this.querySelector(`input[value="${one.dataset.needs}"]`).checked;
    this.missing.hidden = needed.every(one => one.hidden);
    // One that is on stays to be turned off; saving says that it goes too.
    this.needing.disabled = !this.missing.hidden && !this.needing.checked;
  }
}

customElements.define('careroom-switches', Switches);
