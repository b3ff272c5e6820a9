// The picker of people while an @name is typed.
import { call } from './api.js';

const MOST = 8;

export class Mentions {
  constructor(form, text, room) {
    this.text = text;
    this.room = room;
    this.list = form.querySelector('[data-mention-list]');
    text.addEventListener('input', () => this.update());
    text.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== text) this.close(); }, 200));
    form.querySelector('[data-mention]').addEventListener('click', () => {
      const apart = /\S$/.test(text.value.slice(0, text.selectionStart)) ? ' @' : '@';
      text.setRangeText(apart, text.selectionStart, text.selectionEnd, 'end');
      text.focus();
      text.dispatchEvent(new Event('input'));
    });
  }

  /** Who is in the room has changed. */
  forget() {
    this.known = null;
  }

  typedName() {
    return /(?:^|\s)@([\p{L}\p{M}\p{N}.’'\- ]{0,40})$/u.exec(this.text.value.slice(0, this.text.selectionStart))?.[1];
  }

  async update() {
    if (this.typedName() === undefined) {
      this.close();
      return;
    }
    const people = await this.people();
    this.typed = this.typedName();
    const wanted = this.typed?.toLowerCase();
    const found = wanted === undefined ? [] : people.filter(({ id, name }) => id !== document.body.dataset.person
      && [name, ...name.split(' ')].some(word => word.toLowerCase().startsWith(wanted))).slice(0, MOST);
    this.list.replaceChildren(...found.map((person, index) => this.item(person, index)));
    if (found.length === 0) this.close();
    else this.choose(0);
  }

  people() {
    this.known ??= call(`/rooms/${this.room}/people`, { accept: 'application/json', background: true })
      .then(answer => (answer.ok ? answer.json() : [])).catch(() => { this.known = null; return []; });
    return this.known;
  }

  item(person, index) {
    const item = document.createElement('li');
    item.id = `mention-${index}`;
    item.setAttribute('role', 'option');
    item.textContent = person.name;
    item.addEventListener('mousedown', event => { event.preventDefault(); this.take(item); });
    return item;
  }

  choose(index) {
    this.list.hidden = false;
    this.at = index;
    [...this.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    this.text.setAttribute('aria-activedescendant', `mention-${index}`);
  }

  take(item) {
    const end = this.text.selectionStart;
    this.text.setRangeText(`@${item.textContent} `, end - this.typed.length - 1, end, 'end');
    this.text.dispatchEvent(new Event('input'));
    this.close();
  }

  /** @returns {boolean} whether the key was for the picker */
  key(event) {
    if (this.list.hidden) return false;
    const count = this.list.children.length;
    if (event.key === 'ArrowDown') this.choose((this.at + 1) % count);
    else if (event.key === 'ArrowUp') this.choose((this.at + count - 1) % count);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.take(this.list.children[this.at]);
    else if (event.key === 'Escape') { this.close(); event.stopPropagation(); }
    else return false;
    event.preventDefault();
    return true;
  }

  close() {
    this.list.hidden = true;
    this.text.removeAttribute('aria-activedescendant');
  }
}
