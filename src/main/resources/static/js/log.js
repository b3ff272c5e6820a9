// The log of a room's page. Messages stand in the order of their numbers; a missing number is fetched.
import { call, fragment } from './api.js';
import { openActions } from './message-actions.js';
import { dayKey, dayName, showTimes } from './times.js';

const PART = 200;
const GAP_PATIENCE = 500;
const READ_DELAY = 1_000;
const READ_PERIOD = 5_000;
const NEAR_END = 80;

export class Log {
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.room = element.dataset.room;
    this.box = element.querySelector('[data-log]');
    this.list = element.querySelector('[data-messages]');
    this.jump = element.querySelector('[data-jump]');
    this.last = Number(element.dataset.last);
    this.roomLast = Number(element.dataset.roomLast);
    this.changed = Number(element.dataset.changed);
    this.readUpTo = Number(element.dataset.readUpTo);
    this.firstUnread = this.readUpTo < this.roomLast ? this.readUpTo + 1 : null;
    this.toldRead = this.readUpTo;
    this.early = new Map();
    this.onMessage = () => {};
  }

  start() {
    this.me = document.body.dataset.person;
    this.decorate();
    this.scrollToStart();
    this.box.addEventListener('scroll', this.onScroll = () => this.scrolled(), { passive: true });
    this.box.addEventListener('click', this.onClick = event => this.clicked(event));
    this.jump.addEventListener('click', () => this.toEnd());
    document.addEventListener('visibilitychange', this.onVisible = () => this.readSoon());
    addEventListener('focus', this.onVisible);
    this.resizing = new ResizeObserver(() => { if (this.following) this.toEnd(); });
    this.resizing.observe(this.box);
    this.older = new IntersectionObserver(entries => { if (entries[0].isIntersecting) this.loadOlder(); }, { root: this.box, rootMargin: '300px' });
    const older = this.box.querySelector('[data-older]');
    if (older) this.older.observe(older);
    this.readSoon();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.onVisible);
    removeEventListener('focus', this.onVisible);
    this.resizing?.disconnect();
    this.older?.disconnect();
    clearTimeout(this.gapTimer);
    clearTimeout(this.readTimer);
    this.stopped = true;
  }

  article(sequence) {
    return this.list.querySelector(`[data-sequence="${sequence}"]`);
  }

  articles() {
    return [...this.list.querySelectorAll('article')];
  }

  // News

  message(item) {
    this.roomLast = Math.max(this.roomLast, item.sequence);
    if (item.sequence <= this.last) return;
    this.early.set(item.sequence, item);
    this.putEarly();
    if (this.early.size > 0) this.fetchSoon();
  }

  /** Puts in what came and follows the last one without a gap. */
  putEarly() {
    const stick = this.isAtEnd();
    for (let next; (next = this.early.get(this.last + 1)); ) {
      this.early.delete(next.sequence);
      this.append(fragment(next.html).querySelector('article'));
      this.onMessage(next);
    }
    for (const sequence of this.early.keys()) if (sequence <= this.last) this.early.delete(sequence);
    this.settle(stick);
  }

  change(item) {
    if (item.changed > this.changed + 1) {
      this.fetchSoon();
      return;
    }
    this.changed = Math.max(this.changed, item.changed);
    this.replace(fragment(item.html).querySelector('article'));
  }

  fetchSoon() {
    this.gapTimer ??= setTimeout(() => {
      this.gapTimer = null;
      this.catchUp();
    }, GAP_PATIENCE);
  }

  /** Fetches everything behind the last message and change, in parts; one fetch at a time. */
  async catchUp() {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.fetching = true;
    try {
      do {
        this.again = false;
        while (!this.stopped && (await this.fetchPart()));
      } while (this.again && !this.stopped);
      this.element.dataset.caughtUp = '';
    } finally {
      this.fetching = false;
    }
  }

  async fetchPart() {
    const query = `after=${this.last}&changedAfter=${this.changed}`;
    const answer = await call(`/rooms/${this.room}/messages?${query}`, { background: true }).catch(() => null);
    if (!answer?.ok) return false;
    const part = fragment(await answer.text()).querySelector('[data-history]');
    const messages = [...part.querySelectorAll('[data-new] > article')];
    const changes = [...part.querySelectorAll('[data-changes] > article')];
    const stick = this.isAtEnd();
    for (const article of messages) {
      if (Number(article.dataset.sequence) === this.last + 1) {
        this.append(article);
        this.onMessage({ sequence: Number(article.dataset.sequence), author: article.dataset.author });
      }
    }
    changes.forEach(article => this.replace(article));
    const lastChange = changes.length > 0 ? Number(changes.at(-1).dataset.changed) : this.changed;
    const more = messages.length === PART || changes.length === PART;
    this.changed = Math.max(this.changed, lastChange, more ? 0 : Number(part.dataset.changed));
    this.roomLast = Math.max(this.roomLast, Number(part.dataset.last));
    this.putEarly();
    this.settle(stick);
    return more;
  }

  // The list itself

  append(article) {
    this.box.querySelector('[data-empty]')?.remove();
    this.last = Number(article.dataset.sequence);
    this.list.append(article);
    const visible = document.visibilityState === 'visible' && document.hasFocus();
    if (article.dataset.author === this.me) this.firstUnread = null;
    else if (this.firstUnread === null && !(visible && this.isAtEnd())) this.firstUnread = this.last;
  }

  replace(article) {
    const old = this.article(article.dataset.sequence);
    if (old && Number(old.dataset.changed) <= Number(article.dataset.changed)) {
      old.replaceWith(article);
      this.decorate();
    }
    const line = article.classList.contains('deleted') ? this.words.deleted : article.dataset.line;
    for (const quote of this.list.querySelectorAll(`[data-quotes="${article.dataset.sequence}"] [data-quoted-line]`)) quote.textContent = line;
  }

  settle(stick) {
    this.decorate();
    if (stick) this.toEnd();
    else if (this.roomLast > this.seenLast()) this.jump.hidden = this.isAtEnd();
    this.readSoon();
  }

  async loadOlder() {
    const first = this.list.querySelector('article');
    if (this.loading || !first || first.dataset.sequence === '1') return;
    this.loading = true;
    const answer = await call(`/rooms/${this.room}/messages?before=${first.dataset.sequence}`, { background: true }).catch(() => null);
    if (answer?.ok) {
      const articles = [...fragment(await answer.text()).querySelectorAll('[data-new] > article')];
      const fromEnd = this.box.scrollHeight - this.box.scrollTop;
      this.list.prepend(...articles);
      this.decorate();
      this.box.scrollTop = this.box.scrollHeight - fromEnd;
      const older = this.box.querySelector('[data-older]');
      if (older && articles[0]?.dataset.sequence === '1') older.remove();
      else if (older) { this.older.unobserve(older); this.older.observe(older); }
    }
    this.loading = false;
  }

  /** Adds what differs from reader to reader: the zone, one's own messages, groups, dividers of days and of what is new. */
  decorate() {
    this.list.querySelectorAll('.day').forEach(divider => divider.remove());
    let before = null;
    let day = null;
    for (const article of this.articles()) {
      const time = article.querySelector('time');
      const date = new Date(time.getAttribute('datetime'));
      const isNew = Number(article.dataset.sequence) === this.firstUnread;
      if (dayKey(date) !== day) {
        day = dayKey(date);
        this.divide(article, dayName(date, this.words), '');
        before = null;
      }
      if (isNew) this.divide(article, this.words.new, 'new');
      const grouped = !isNew && before && before.dataset.author === article.dataset.author && before.dataset.kind === article.dataset.kind
        && article.dataset.kind === 'TEXT' && !article.querySelector('.quote')
        && date - new Date(before.querySelector('time').getAttribute('datetime')) < 60_000;
      article.classList.toggle('grouped', Boolean(grouped));
      article.classList.toggle('own', article.dataset.author === this.me && article.dataset.kind === 'TEXT');
      article.querySelectorAll('.mention').forEach(mention => mention.classList.toggle('me', mention.dataset.person === this.me));
      before = article;
    }
    showTimes(this.list);
  }

  divide(article, text, kind) {
    const divider = document.createElement('div');
    divider.className = `day ${kind}`;
    divider.textContent = text;
    article.before(divider);
  }

  // Where one is

  isAtEnd() {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END;
  }

  toEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    this.jump.hidden = true;
    this.following = true;
    this.readSoon();
  }

  scrollToStart() {
    const divider = this.list.querySelector('.day.new');
    const named = location.hash.startsWith('#m') && document.getElementById(location.hash.slice(1));
    if (named) named.scrollIntoView({ block: 'center' });
    else if (divider) divider.scrollIntoView({ block: 'start' });
    else this.toEnd();
    this.following = this.isAtEnd();
  }

  scrolled() {
    this.following = this.isAtEnd();
    if (this.following) this.jump.hidden = true;
    this.readSoon();
  }

  clicked(event) {
    const actions = event.target.closest('[data-actions]');
    if (actions) openActions(actions, this);
  }

  // What one has read

  /** The number of the last message that is in view. */
  seenLast() {
    const end = this.box.getBoundingClientRect().bottom + 4;
    const articles = this.articles();
    for (let i = articles.length - 1; i >= 0; i--) {
      if (articles[i].getBoundingClientRect().top + 8 < end) return Number(articles[i].dataset.sequence);
    }
    return 0;
  }

  readSoon() {
    if (this.readTimer || this.stopped || this.leftUnread) return;
    const wait = Math.max(READ_DELAY, READ_PERIOD - (Date.now() - (this.toldReadAt ?? 0)));
    this.readTimer = setTimeout(() => {
      this.readTimer = null;
      this.tellRead();
    }, wait);
  }

  async tellRead() {
    if (document.visibilityState !== 'visible') return;
    const upTo = this.seenLast();
    if (upTo <= this.toldRead) return;
    this.toldRead = upTo;
    this.toldReadAt = Date.now();
    const answer = await call(`/rooms/${this.room}/read`, { method: 'POST', body: { upTo }, background: true }).catch(() => null);
    if (!answer?.ok) this.toldRead = upTo - 1;
    else document.dispatchEvent(new CustomEvent('careroom:read', { detail: { room: this.room, unread: this.roomLast - upTo } }));
  }
}
