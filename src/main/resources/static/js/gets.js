// What a follower room gets: who gives a whole task gives all its fields, which then need no tick of their own.
class Gets extends HTMLElement {
  connectedCallback() {
    this.whole = this.querySelector('[name$=tasks]');
    this.fields = [...this.querySelectorAll('[name$=fields]')];
    this.chosen = new Set(this.fields.filter(field => field.checked));
    this.whole.addEventListener('change', () => this.show());
    this.show();
  }

  show() {
    const all = this.whole.checked;
    for (const field of this.fields) {
      if (all && !field.disabled && field.checked) this.chosen.add(field);
      if (!all && !field.disabled) continue;
      field.checked = all || this.chosen.has(field);
      field.disabled = all;
    }
  }
}

customElements.define('careroom-gets', Gets);
