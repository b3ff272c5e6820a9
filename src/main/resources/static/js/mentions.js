// The picker of people while an @name is typed.
import { call } from './api.js';

export class Mentions {
  constructor(form, text, room) {
    this.text = text;
    this.room = room;
    this.list = form.querySelector('[data-mention-list]');
    text.addEventListener('input', () => this.update());
    text.addEventListener('blur', () => setTimeout(() => this.close(), 200));
    form.querySelector('[data-mention]').addEventListener('click', () => {
      text.setRangeText('@', text.selectionStart, text.selectionEnd, 'end');
      text.focus();
      text.dispatchEvent(new Event('input'));
    });
  }

  async update() {
    const before = this.text.value.slice(0, this.text.selectionStart);
    const typed = /(?:^|\s)@([\p{L}\p{N}.\- ]{0,40})$/u.exec(before)?.[1];
    if (typed === undefined) {
      this.close();
      return;
    }
    const people = await this.people();
    const wanted = typed.toLowerCase();
    const found = people.filter(person => person.id !== document.body.dataset.person
      && person.name.toLowerCase().split(' ').concat(person.name.toLowerCase()).some(word => word.startsWith(wanted))).slice(0, 8);
    this.typed = typed;
    this.list.replaceChildren(...found.map(person => this.item(person)));
    this.list.hidden = found.length === 0;
    this.choose(0);
  }

  async people() {
    this.known ??= call(`/rooms/${this.room}/people`, { accept: 'application/json', background: true })
      .then(answer => (answer.ok ? answer.json() : [])).catch(() => { this.known = null; return []; });
    return this.known;
  }

  item(person) {
    const item = document.createElement('li');
    item.setAttribute('role', 'option');
    item.textContent = person.name;
    item.addEventListener('mousedown', event => { event.preventDefault(); this.take(item); });
    return item;
  }

  choose(index) {
    this.at = index;
    [...this.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
  }

  take(item) {
    const end = this.text.selectionStart;
    this.text.setRangeText(`@${item.textContent} `, end - this.typed.length - 1, end, 'end');
    this.close();
    this.text.dispatchEvent(new Event('input'));
    this.close();
  }

  /** @returns {boolean} whether the key was for the picker */
  key(event) {
    if (this.list.hidden) return false;
    const count = this.list.children.length;
    if (event.key === 'ArrowDown') this.choose((this.at + 1) % count);
    else if (event.key === 'ArrowUp') this.choose((this.at + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.list.children[this.at]);
    else if (event.key === 'Escape') { this.close(); event.stopPropagation(); }
    else return false;
    event.preventDefault();
    return true;
  }

  close() {
    this.list.hidden = true;
  }
}
