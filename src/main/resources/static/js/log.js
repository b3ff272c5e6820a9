// The log of a room's page. Messages stand in the order of their numbers without a gap; a missing number is fetched.
import { call, fragment } from './api.js';
import { arrange } from './arrange.js';
import { Changes } from './changes.js';
import { connected } from './live.js';
import { LogView } from './log-view.js';
import { openActions } from './message-actions.js';
import { Reading } from './reading.js';

const PART = 200;
const GAP_PATIENCE = 500;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;
// Whoever missed more than this reads on by scrolling, or jumps to the end.
const MOST_CAUGHT_UP = 1_000;
// So many at once nobody has seen come.
const MANY = 10;

export class Log {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.room = element.dataset.room;
    this.box = element.querySelector('[data-log]');
    this.list = element.querySelector('[data-messages]');
    this.last = Number(element.dataset.last);
    this.roomLast = Number(element.dataset.roomLast);
    this.changed = Number(element.dataset.changed);
    const readUpTo = Number(element.dataset.readUpTo);
    this.firstUnread = readUpTo < this.roomLast ? readUpTo + 1 : null;
    this.early = new Map();
    this.changes = new Changes(this);
    this.underway = 0;
    this.retryAfter = FIRST_RETRY;
    this.onMessage = () => {};
    this.onGone = () => {};
    this.view = new LogView(this);
    this.reading = new Reading(this, readUpTo);
    /** Whether the list goes on to the room's end; else it shows an earlier part of the log. */
    this.atRoomEnd = this.last >= this.roomLast;
  }

  start() {
    arrange(this.articles(), this.words, this.firstUnread);
    this.box.addEventListener('click', event => this.clicked(event));
    this.view.start();
    this.reading.start();
  }

  stop() {
    this.view.stop();
    this.reading.stop();
    clearTimeout(this.gapTimer);
    this.stopped = true;
  }

  article(sequence) {
    return this.list.querySelector(`[data-sequence="${sequence}"]`);
  }

  articles() {
    return [...this.list.querySelectorAll('article')];
  }

  first() {
    return Number(this.list.querySelector('article')?.dataset.sequence ?? 0);
  }

  clicked(event) {
    const actions = event.target.closest('[data-actions]');
    const quoted = event.target.closest('[data-quotes]');
    if (actions) openActions(actions, this);
    else if (quoted && event.target.closest('a')) {
      event.preventDefault();
      this.view.jumpTo(Number(quoted.dataset.quotes));
    }
  }

  // News

  message(item) {
    this.roomLast = Math.max(this.roomLast, item.sequence);
    if (item.sequence <= this.last) return;
    if (!this.atRoomEnd) {
      this.onMessage(item);
      this.view.settle(false);
      return;
    }
    this.early.set(item.sequence, item);
    this.putEarly();
    if (this.early.size > 0) this.fetchSoon();
  }

  /** Puts in what came and follows the last one without a gap. */
  putEarly() {
    const stick = this.view.isAtEnd();
    const seen = stick && Reading.attended();
    for (let next; (next = this.early.get(this.last + 1)); ) {
      this.early.delete(next.sequence);
      this.append(fragment(next.html).querySelector('article'), seen);
      this.onMessage(next);
    }
    for (const sequence of this.early.keys()) if (sequence <= this.last) this.early.delete(sequence);
    this.changes.apply();
    this.view.settle(stick);
  }

  change(item) {
    if (item.changed > this.changed + 1) {
      this.fetchSoon();
      return;
    }
    this.changed = Math.max(this.changed, item.changed);
    this.changes.keep(fragment(item.html).querySelector('article'));
    this.changes.apply();
  }

  /** The room's counters, as its news tell them now and then: whether anything was missed. */
  counters({ last, changed }) {
    if (last > this.roomLast || changed > this.changed || (this.atRoomEnd && last > this.last)) this.fetchSoon();
  }

  fetchSoon(delay = GAP_PATIENCE) {
    this.gapTimer ??= setTimeout(() => {
      this.gapTimer = null;
      this.catchUp();
    }, delay);
  }

  /** A page that is not connected catches up as soon as it is. */
  retry() {
    if (this.stopped || !connected()) return;
    this.fetchSoon(this.retryAfter);
    this.retryAfter = Math.min(2 * this.retryAfter, LAST_RETRY);
  }

  // Fetching

  /** Fetches everything behind the last message and change, in parts; one fetch at a time. */
  async catchUp() {
    if (this.fetching || this.stopped) {
      this.again = true;
      return;
    }
    this.fetching = true;
    let more = false;
    try {
      do {
        this.again = false;
        do more = await this.fetchPart(this.atRoomEnd ? this.last : this.roomLast); while (more && !this.stopped);
      } while (this.again && more !== null && !this.stopped);
    } finally {
      this.fetching = false;
    }
    if (more === null) this.retry();
    else this.retryAfter = FIRST_RETRY;
  }

  /** Reads on behind the last message of an earlier part. */
  async readOn() {
    if (this.fetching || this.atRoomEnd) return;
    this.fetching = true;
    this.again = false;
    try {
      await this.fetchPart(this.last);
    } finally {
      this.fetching = false;
    }
    if (this.again) this.catchUp();
  }

  /** @returns {Promise<boolean|null>} whether there is more to fetch; null when it could not be fetched */
  fetchPart(after) {
    return this.insert(`after=${after}&changedAfter=${this.changed}`, part => this.putPart(part));
  }

  /**
   * Fetches a part of the log and puts it in. What changes meanwhile may be newer than what is fetched.
   * @param {function(Element): T} put
   * @returns {Promise<T|null>} what it returned; null when nothing came
   * @template T
   */
  async insert(query, put) {
    this.underway += 1;
    try {
      const answer = await call(`/rooms/${this.room}/messages?${query}`, { background: true }).catch(() => null);
      if (answer?.status === 404) this.onGone();
      const html = answer?.ok ? await answer.text().catch(() => null) : null;
      return html === null || this.stopped ? null : put(fragment(html).querySelector('[data-history]'));
    } finally {
      this.underway -= 1;
      this.changes.apply();
    }
  }

  putPart(part) {
    const messages = [...part.querySelectorAll('[data-new] > article')];
    const changes = [...part.querySelectorAll('[data-changes] > article')];
    const stick = this.atRoomEnd && this.view.isAtEnd();
    const seen = stick && Reading.attended() && messages.length < MANY;
    this.roomLast = Math.max(this.roomLast, Number(part.dataset.last));
    for (const article of messages) {
      const item = { sequence: Number(article.dataset.sequence), clientKey: article.dataset.key, author: article.dataset.author };
      if (item.sequence === this.last + 1) this.append(article, seen);
      this.onMessage(item);
    }
    changes.forEach(article => this.changes.keep(article));
    const more = messages.length === PART || changes.length === PART;
    this.changed = Math.max(this.changed, changes.length === PART ? Number(changes.at(-1).dataset.changed) : Number(part.dataset.changed));
    if (this.last >= this.roomLast) this.atRoomEnd = true;
    else if (this.roomLast - this.last > MOST_CAUGHT_UP) this.atRoomEnd = false;
    this.putEarly();
    this.view.settle(stick);
    return more && (this.atRoomEnd || changes.length === PART);
  }

  // The list itself

  /** Whether this message may be put in, or quoted by one that is put in, as it was some time ago. */
  mayStillPutIn(sequence) {
    return this.underway > 0 || this.early.size > 0 || sequence > this.last;
  }

  /** @param {boolean} seen whether somebody sees it come, so that nothing need say that it is new */
  append(article, seen) {
    this.last = Number(article.dataset.sequence);
    this.list.append(article);
    if (article.dataset.author === document.body.dataset.person) this.setFirstUnread(null);
    else if (!seen && (this.firstUnread === null || this.firstUnread <= this.reading.told)) {
      this.setFirstUnread(this.last);
    }
    arrange([article], this.words, this.firstUnread);
  }

  setFirstUnread(sequence) {
    const before = this.firstUnread && this.article(this.firstUnread);
    this.firstUnread = sequence;
    if (before) arrange([before], this.words, sequence);
  }

  prepend(articles) {
    const next = this.list.querySelector('article');
    this.list.prepend(...articles);
    arrange(next ? [...articles, next] : articles, this.words, this.firstUnread);
  }

  /** Shows another part of the log in the place of this one. */
  showPart(articles) {
    this.list.replaceChildren(...articles);
    this.last = Number(articles.at(-1)?.dataset.sequence ?? 0);
    this.atRoomEnd = this.last >= this.roomLast;
    arrange(articles, this.words, this.firstUnread);
  }
}
