// The questions of a clinic in their order: a line moves by its buttons, which change what two lines hold, so that their names stay.

const values = line => [...line.querySelectorAll('input, select')];

function exchange(one, other) {
  const others = values(other);
  values(one).forEach((field, at) => {
    const kind = field.type === 'checkbox' ? 'checked' : 'value';
    [field[kind], others[at][kind]] = [others[at][kind], field[kind]];
  });
}

class FieldLines extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', event => {
      const button = event.target.closest('[data-up], [data-down]');
      if (!button) return;
      const up = 'up' in button.dataset;
      const line = button.closest('.clinic-field');
      const other = up ? line.previousElementSibling : line.nextElementSibling;
      if (!other) return;
      exchange(line, other);
      other.querySelector(up ? '[data-up]' : '[data-down]').focus();
    });
  }
}

customElements.define('careroom-field-lines', FieldLines);
