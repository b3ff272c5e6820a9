// The panels beside the pictures, of which at most one is open: chat, participants, devices.

export class Panels {
  /** @param {HTMLElement} screen the whole call */
  constructor(screen) {
    this.screen = screen;
    this.onOpen = new Map();
    for (const button of screen.querySelectorAll('[data-open]')) {
      button.addEventListener('click', () => this.toggle(button.dataset.open));
    }
    for (const button of screen.querySelectorAll('[data-close-panel]')) {
      button.addEventListener('click', () => this.close());
    }
    screen.addEventListener('keydown', event => {
      if (event.key === 'Escape' && this.open) this.close();
    });
  }

  panel(name) {
    return this.screen.querySelector(`[data-${name}].call-panel`);
  }

  button(name) {
    return this.screen.querySelector(`[data-open="${name}"]`);
  }

  toggle(name) {
    const before = this.open;
    if (before) this.close();
    if (before === name) return;
    this.open = name;
    this.panel(name).hidden = false;
    this.button(name).setAttribute('aria-expanded', 'true');
    this.screen.classList.add('with-panel');
    this.onOpen.get(name)?.();
    (this.panel(name).querySelector('textarea, select') ?? this.panel(name).querySelector('button')).focus();
  }

  close() {
    const name = this.open;
    if (!name) return;
    this.open = null;
    this.panel(name).hidden = true;
    this.button(name).setAttribute('aria-expanded', 'false');
    this.screen.classList.remove('with-panel');
    this.button(name).focus();
  }
}
