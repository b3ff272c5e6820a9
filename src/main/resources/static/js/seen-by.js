// Under each update of a case its admins see how many have read it; who not stands in the message's details.
import { call } from './api.js';
import { details } from './message-actions.js';

const PERIOD = 10_000;
const MOST = 50;

export class SeenBy {
  constructor(log) {
    this.log = log;
    this.element = log.element;
  }

  start() {
    this.timer = setInterval(() => this.ask(), PERIOD);
    this.ask();
  }

  stop() {
    clearInterval(this.timer);
  }

  async ask() {
    if (!this.element.querySelector('[data-sees-readers]') || document.visibilityState !== 'visible') return;
    const updates = this.log.articles().filter(article => article.matches('.update')).slice(-MOST);
    if (!updates.length) return;
    const from = updates[0].dataset.sequence;
    const answer = await call(`/rooms/${this.log.room}/seen?from=${from}`, { accept: 'application/json', background: true }).catch(() => null);
    if (!answer?.ok) return;
    const seen = await answer.json();
    const { box } = this.log;
    const belowTop = box.scrollHeight - box.scrollTop;
    for (const article of updates) this.show(article, seen[article.dataset.sequence]);
    // Where the lines come in, what one reads stays where it is.
    if (box.scrollHeight - box.scrollTop !== belowTop) box.scrollTop = box.scrollHeight - belowTop;
  }

  show(article, counts) {
    if (!counts) return;
    const text = this.log.words.seenBy.replace('{0}', counts.seen).replace('{1}', counts.of);
    let button = article.querySelector('[data-seen-by]');
    if (!button) {
      button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link btn-sm seen-by' });
      button.dataset.seenBy = '';
      button.addEventListener('click', () => details(article, this.log));
      article.querySelector('.said').append(button);
    }
    if (button.textContent !== text) button.textContent = text;
  }
}
