// Messages on their way. They are sent one after the other, so that they stand in the order they were written in; what
// could not be sent stays visible with a way to try again, over a reload too, and is tried again by itself when the
// connection comes back soon. A key makes sure that none is stored twice.
import { call, uuid } from './api.js';
import { keep, typedKey } from './storage.js';

const NEWS_PATIENCE = 700;
const ANSWER_PATIENCE = 20_000;
const STILL_MEANT = 600_000;

const made = (name, properties) => Object.assign(document.createElement(name), properties);

export class Outbox {
  /** @param {function(string, string)} giveBack takes a text that cannot be sent as it is, and why */
  constructor(log, giveBack) {
    this.log = log;
    this.words = log.words;
    this.giveBack = giveBack;
    this.box = log.element.querySelector('[data-pending]');
    this.key = typedKey('unsent', log.room);
    this.shown = new Map();
    this.queue = Promise.resolve();
  }

  /** Shows what an earlier page of this room left. What it could not wait for is sent again; what had failed waits. */
  start() {
    for (const item of this.kept()) {
      this.show(item);
      if (item.failed) this.fail(item);
      else this.sendInTurn(item);
    }
  }

  post(body, quotes) {
    const item = { body, quotes, clientKey: uuid(), failed: false };
    this.keep([...this.kept(), item]);
    this.show(item);
    this.sendInTurn(item);
  }

  sendInTurn(item) {
    this.queue = this.queue.then(() => this.send(item)).catch(() => this.fail(item)); // the next ones go on
  }

  async send(item) {
    const body = { body: item.body, clientKey: item.clientKey };
    if (item.quotes) body.quotes = item.quotes;
    const answer = await call(`/rooms/${this.log.room}/messages`, { method: 'POST', body, accept: 'application/json', timeout: ANSWER_PATIENCE }).catch(() => null);
    if (answer?.ok) {
      this.sent(item, (await answer.json()).sequence);
      return;
    }
    const why = (await answer?.json().catch(() => null))?.message;
    if (answer?.status === 400 || answer?.status === 413) {
      this.drop(item.clientKey);
      this.giveBack(item.body, why);
    } else {
      this.fail(item, { 403: why, 503: this.words.away }[answer?.status]);
      const shown = this.shown.get(item.clientKey);
      if (shown && answer?.status !== 403) shown.unreachedAt = Date.now();
    }
  }

  /** The connection is back: what did not get through on this page is sent now, unless so long ago that nobody expects it. */
  reconnected() {
    for (const item of this.kept()) {
      const unreachedAt = this.shown.get(item.clientKey)?.unreachedAt;
      if (unreachedAt && Date.now() - unreachedAt < STILL_MEANT) this.again(item);
    }
  }

  /** It is stored. The news of it usually comes by itself; where it does not, it is fetched. */
  sent(item, sequence) {
    this.forget(item.clientKey);
    const shown = this.shown.get(item.clientKey);
    if (shown) shown.sequence = sequence;
    if (this.log.article(sequence)) this.drop(item.clientKey);
    else setTimeout(() => this.fetch(item.clientKey, sequence), NEWS_PATIENCE);
  }

  async fetch(clientKey, sequence) {
    if (!this.shown.has(clientKey)) return;
    await this.log.catchUp();
    // One that was stored long ago may stand outside the part of the log that is shown, where it does not come any more.
    const isComing = this.log.atRoomEnd && sequence > this.log.last;
    if (!isComing) this.drop(clientKey);
  }

  /** A message has come by news or by a fetch: it takes the place of what waited for it. */
  arrived({ clientKey, sequence }) {
    for (const [key, shown] of this.shown) {
      if (key === clientKey || shown.sequence === sequence) this.drop(key);
    }
  }

  show(item) {
    const article = made('article', { className: 'msg own pending' });
    const said = made('div', { className: 'said' });
    const state = made('div', { className: 'sending', textContent: this.words.sending });
    state.setAttribute('role', 'status');
    said.append(made('div', { className: 'text', dir: 'auto', textContent: item.body }), state);
    const face = made('span', { className: 'face round', textContent: document.body.dataset.initials });
    face.setAttribute('aria-hidden', 'true');
    article.append(face, said);
    this.box.append(article);
    this.shown.set(item.clientKey, { article, state });
  }

  fail(item, why) {
    const shown = this.shown.get(item.clientKey);
    if (!shown) return;
    this.keep(this.kept().map(kept => (kept.clientKey === item.clientKey ? { ...kept, failed: true } : kept)));
    shown.article.classList.add('failed');
    const button = (word, action) => {
      const element = made('button', { type: 'button', className: 'btn btn-link btn-sm p-0', textContent: word });
      element.addEventListener('click', action);
      return element;
    };
    shown.state.replaceChildren(`${this.words.notSent}${why ? ` (${why})` : ''} · `,
      button(this.words.tryAgain, () => this.again(item)), ' · ', button(this.words.discard, () => this.drop(item.clientKey)));
  }

  again(item) {
    const shown = this.shown.get(item.clientKey);
    shown.unreachedAt = null;
    shown.article.classList.remove('failed');
    shown.state.textContent = this.words.sending;
    this.sendInTurn(item);
  }

  drop(clientKey) {
    this.forget(clientKey);
    this.shown.get(clientKey)?.article.remove();
    this.shown.delete(clientKey);
  }

  forget(clientKey) {
    this.keep(this.kept().filter(item => item.clientKey !== clientKey));
  }

  kept() {
    return JSON.parse(localStorage.getItem(this.key) ?? '[]');
  }

  keep(items) {
    keep(this.key, items.length ? JSON.stringify(items) : '');
  }
}
