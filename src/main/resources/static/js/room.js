// One room's page: the log, the composer, who is writing. Old page + news = fresh page: messages are put in by their number,
// changes are applied, and whatever is missing is fetched.
import { Composer } from './composer.js';
import { connected, leave, live, send, show } from './live.js';
import { Log } from './log.js';
import { SeenBy } from './seen-by.js';
import { call, fragment } from './api.js';
import { showTimes } from './times.js';

const TYPING_SHOWN = 5_000;
const TYPING_SENT = 3_000;
const STATE_JITTER = 1_500;

class Room extends HTMLElement {
  connectedCallback() {
    this.room = this.dataset.room;
    this.words = this.querySelector('[data-words]').dataset;
    this.log = new Log(this, this.words);
    this.composer = new Composer(this, this.words, this.log);
    this.log.onMessage = item => this.composer.outbox.arrived(item);
    this.log.onGone = () => this.end();
    this.seen = new SeenBy(this.log);
    this.writers = new Map();
    live.addEventListener('news', this.onNews = event => this.news(event.detail));
    live.addEventListener('connected', this.onConnected = () => {
      this.log.catchUp();
      this.composer.outbox.reconnected();
      this.refreshState();
    });
    show(this);
    this.log.start();
    this.seen.start();
    this.composer.start();
    // What came between the writing of this page and now; a page that connects only now asks then.
    if (connected()) this.log.catchUp();
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    clearTimeout(this.timer);
    for (const { timer } of this.writers.values()) clearTimeout(timer);
    this.log.stop();
    this.seen.stop();
    leave(this);
  }

  news(item) {
    if (item.type === 'access') this.refreshState(); // an access that ends, ends at once
    else if (item.subject === 'rooms' || item.subject === 'chat') this.lookSoon();
    if (item.subject !== `room:${this.room}`) return;
    if (item.type === 'message') {
      this.stopTyping(item.author);
      if (item.author === document.body.dataset.person) this.toldTyping = 0; // the others take them for done: the next key tells anew
      this.log.message(item);
      this.board(item);
    } else if (item.type === 'change') this.log.change(item);
    else if (item.type === 'typing') this.typing(item);
    else if (item.type === 'presence') this.presence(item);
    else if (item.type === 'counters') this.log.counters(item);
    else if (item.type === 'state') this.refreshStateSoon();
  }

  /** What a case tells changes what the room's board holds. */
  board({ html, sequence }) {
    const board = this.querySelector('careroom-board');
    if (!board || !html.includes('data-change=') || sequence <= (this.boardUpTo ?? 0)) return;
    this.boardUpTo = sequence;
    board.take([...fragment(html).querySelectorAll('[data-change]')]);
  }

  /** Says that its person is writing, now and then. */
  tellTyping() {
    if (Date.now() - (this.toldTyping ?? 0) > TYPING_SENT) {
      this.toldTyping = Date.now();
      send(`/app/room.${this.room}.typing`);
    }
  }

  typing({ person, name }) {
    clearTimeout(this.writers.get(person)?.timer);
    this.writers.set(person, { name, timer: setTimeout(() => this.stopTyping(person), TYPING_SHOWN) });
    this.showTyping();
  }

  stopTyping(person) {
    if (this.writers.delete(person)) this.showTyping();
  }

  showTyping() {
    const names = [...this.writers.values()].map(writer => writer.name);
    const text = names.length === 0 ? '' : names.length > 2 ? this.words.typingMany : this.words.typing.replace('{0}', () => names.join(', '));
    this.querySelector('[data-typing]').textContent = text;
  }

  presence({ count, persons, names = [], last, changed }) {
    this.log.counters({ last, changed });
    const lookers = names.filter((name, at) => persons[at] !== document.body.dataset.person);
    this.lookers = lookers.length ? this.words.looking.replace('{0}', () => lookers.join(', ')) : '';
    this.showLookers();
    const others = count - (persons.includes(document.body.dataset.person) || persons.length === 0 ? 1 : 0);
    const element = this.querySelector('[data-present]');
    if (element) element.textContent = others > 0 ? ` · ${this.words.present.replace('{0}', others)}` : '';
    for (const row of document.querySelectorAll('#details [data-person]')) {
      const here = row.querySelector('.here');
      if (here) here.hidden = !persons.includes(row.dataset.person);
    }
  }

  /** Who looks on, where the room's board has a place for it. */
  showLookers() {
    const place = this.querySelector('[data-looking]');
    if (place) place.textContent = this.lookers ?? '';
  }

  /** The board as it is now; what was typed into it and what was opened stays. */
  replaceBoard(fresh) {
    const old = this.querySelector('[data-board]');
    const opened = old.querySelector('details[open]');
    const typed = old.querySelector('textarea')?.value;
    const key = old.querySelector('[name="key"]')?.value;
    const focused = old.contains(document.activeElement) && document.activeElement.matches('textarea');
    old.replaceWith(fresh);
    if (opened) fresh.querySelector('details')?.setAttribute('open', '');
    if (old.querySelector('careroom-board')?.all) fresh.querySelector('careroom-board')?.showAll(true);
    const text = fresh.querySelector('textarea');
    if (typed && text) {
      text.value = typed;
      fresh.querySelector('[name="key"]').value = key;
    }
    if (focused) text?.focus();
    this.showLookers();
    showTimes(fresh);
    window.htmx.process(fresh);
  }

  refreshStateSoon() {
    this.stateDue = true;
    this.lookSoon();
  }

  /** Asks whether the room is still open to this person, and for its new state if there is one; not all pages at once. */
  lookSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.stateDue) this.refreshState();
      else this.log.catchUp();
    }, Math.random() * STATE_JITTER);
  }

  /** Head, composer and open panel as they are now; or, when the person is no longer in the room, the end of this page. */
  async refreshState() {
    this.stateDue = false;
    const answer = await call(`/rooms/${this.room}/state`, { background: true }).catch(() => null);
    if (answer?.status === 404) this.end();
    if (!answer?.ok || !this.isConnected) return;
    const fresh = fragment(await answer.text());
    const present = this.querySelector('[data-present]')?.textContent ?? '';
    this.querySelector('[data-head]').replaceWith(fresh.querySelector('[data-head]'));
    this.replaceBoard(fresh.querySelector('[data-board]'));
    this.querySelector('[data-present]').textContent = present;
    window.htmx.process(this.querySelector('[data-head]'));
    this.querySelector('[data-details]').setAttribute('aria-expanded', String(!document.getElementById('details').hidden));
    this.closest('.conversation').setAttribute('aria-label', this.querySelector('[data-head] h1').textContent);
    document.title = document.title.replace(/^.*(?= · )/s, () => this.querySelector('[data-head] h1').textContent);
    this.composer.replace(fresh.querySelector('[data-composer]'));
    document.dispatchEvent(new CustomEvent('careroom:state', { detail: this.room }));
  }

  /** What clients and staff wrote to each other is not left to somebody who may not see it any more; what they typed stays. */
  empty() {
    for (const place of this.querySelectorAll('[data-messages], [data-board], [data-pending]')) place.replaceChildren();
    const heading = this.querySelector('[data-head] h1');
    document.title = document.title.replace(heading.textContent, '…');
    heading.textContent = '…';
    document.getElementById('details')?.replaceChildren();
    for (const dialog of document.querySelectorAll('dialog.card-dialog')) dialog.close();
  }

  end() {
    if (this.log.stopped) return;
    this.log.reading.end();
    this.log.stop();
    leave(this);
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    this.composer.end(this.dataset.list === 'chat' ? this.words.goneChat : this.words.gone);
    if (this.dataset.list === 'chat') this.empty();
    document.dispatchEvent(new CustomEvent('careroom:gone'));
  }
}

customElements.define('careroom-room', Room);
