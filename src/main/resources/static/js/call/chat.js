// What is written beside the call. Messages are put in by their number; a missing one is fetched. What people write is text.
import { showTimes } from '../times.js';

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

function linked(text) {
  const part = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(LINK)) {
    part.append(text.slice(at, found.index), Object.assign(document.createElement('a'),
      { href: found[0], textContent: found[0], target: '_blank', rel: 'noopener noreferrer' }));
    at = found.index + found[0].length;
  }
  part.append(text.slice(at));
  return part;
}

export class Chat {
  /** @param {HTMLElement} screen @param {Signals} signals @param {DOMStringMap} words @param {Panels} panels */
  constructor(screen, signals, words, panels) {
    Object.assign(this, { screen, signals, words, panels });
    this.log = screen.querySelector('[data-messages]');
    this.unread = screen.querySelector('[data-unread]');
    this.unsent = screen.querySelector('[data-unsent]');
    this.last = 0;
    this.unseen = 0;
    const form = screen.querySelector('[data-say]');
    this.text = form.querySelector('textarea');
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.say();
    });
    this.text.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.say();
    });
    panels.onOpen.set('chat', () => this.seen());
  }

  async say() {
    const body = this.text.value.trim();
    if (!body || this.isSending) return;
    this.isSending = true;
    if (this.tried !== body) [this.tried, this.key] = [body, this.signals.newKey()];
    const answer = await this.signals.say(body, this.key);
    this.isSending = false;
    const isSent = answer.status === 200 || answer.status === 201;
    this.unsent.hidden = isSent;
    this.unsent.textContent = isSent ? '' : answer.body?.message ?? this.words.unsent;
    if (!isSent) return;
    this.tried = null;
    this.text.value = '';
    this.arrived(answer.body);
  }

  /** A message has come, by whatever way. */
  arrived(message) {
    if (message.sequence > this.last + 1) {
      this.catchUp(message.sequence);
      return;
    }
    if (message.sequence <= this.last) return;
    this.last = message.sequence;
    this.add(message);
  }

  /** @param {number} last the number of the last message that there is */
  async catchUp(last) {
    if (last <= this.last || this.isCatchingUp) return;
    this.isCatchingUp = true;
    const answer = await this.signals.messages(this.last);
    this.isCatchingUp = false;
    const messages = answer.body?.messages;
    if (!messages) return;
    // What was said before somebody came in is not theirs to read, and so missing on purpose.
    for (const message of messages) {
      if (message.sequence <= this.last) continue;
      this.last = message.sequence;
      this.add(message);
    }
    if (messages.length) this.catchUp(last);
    else this.last = Math.max(this.last, last);
  }

  add({ seat, name, body, sentAt }) {
    const isOwn = this.own?.has(seat);
    const article = document.createElement('article');
    article.className = isOwn ? 'own' : '';
    const head = document.createElement('p');
    const time = Object.assign(document.createElement('time'), { dateTime: sentAt });
    head.append(Object.assign(document.createElement('bdi'), { textContent: isOwn ? this.words.you : name }), ' ', time);
    const text = document.createElement('div');
    text.dir = 'auto';
    text.append(linked(body));
    article.append(head, text);
    showTimes(article);
    this.log.append(article);
    this.log.scrollTop = this.log.scrollHeight;
    if (this.panels.open === 'chat' || isOwn) return;
    this.count(this.unseen + 1);
    this.onUnseen?.(name);
  }

  count(unseen) {
    this.unseen = unseen;
    this.unread.hidden = !unseen;
    this.unread.textContent = unseen || '';
  }

  seen() {
    this.count(0);
    this.log.scrollTop = this.log.scrollHeight;
  }
}
