// How far one has read: what was in view for a moment on a visible page is told to the server, at most once in five seconds
// and when the page is left. Each page waits a little longer by chance, so that the many readers of one message do not all
// tell it at once.
import { call } from './api.js';

const MOMENT = 1_000;
const PERIOD = 5_000;
const SPREAD = 2_000;

export class Reading {
  constructor(log, readUpTo) {
    this.log = log;
    this.read = readUpTo;
    // What others have answered counts as read to its owner, who has not seen it: their looking is told even so.
    this.told = log.element.querySelector('[data-look-anew]') ? 0 : readUpTo;
    this.toldAt = 0;
  }

  start() {
    document.addEventListener('visibilitychange', this.onVisible = () => this.soon());
    addEventListener('focus', this.onVisible);
    addEventListener('pagehide', this.onLeaving = () => this.tell());
    this.soon();
  }

  /** The room is left. */
  stop() {
    if (!this.stopped) this.tell();
    this.end();
  }

  /** Notes and tells nothing from now on. */
  end() {
    document.removeEventListener('visibilitychange', this.onVisible);
    removeEventListener('focus', this.onVisible);
    removeEventListener('pagehide', this.onLeaving);
    clearTimeout(this.noting);
    clearTimeout(this.telling);
    this.stopped = true;
  }

  /** Whether somebody looks at the page at this moment. */
  static attended() {
    return document.visibilityState === 'visible' && document.hasFocus();
  }

  /** The number of the last message that is in view. */
  seen() {
    const end = this.log.box.getBoundingClientRect().bottom + 4;
    return Number(this.log.articles().findLast(article => article.getBoundingClientRect().top + 8 < end)?.dataset.sequence ?? 0);
  }

  soon() {
    if (this.stopped) return;
    this.noting ??= setTimeout(() => {
      this.noting = null;
      this.note();
    }, MOMENT);
  }

  note() {
    if (document.visibilityState === 'visible') this.read = Math.max(this.read, this.seen());
    if (this.read <= this.told) return;
    document.dispatchEvent(new CustomEvent('careroom:read', { detail: { room: this.log.room, upTo: this.read } }));
    this.telling ??= setTimeout(() => {
      this.telling = null;
      this.tell();
    }, Math.max(0, this.toldAt + PERIOD - Date.now()) + Math.random() * SPREAD);
  }

  async tell() {
    const { read: upTo, told: before } = this;
    if (upTo <= before) return;
    this.told = upTo;
    this.toldAt = Date.now();
    const answer = await call(`/rooms/${this.log.room}/read`, { method: 'POST', body: { upTo }, background: true, keepalive: true }).catch(() => null);
    if (!answer?.ok && this.told === upTo) this.told = before;
  }
}
