// How far one has read: what was in view on a visible page is told to the server, at most once in five seconds.
import { call } from './api.js';

const DELAY = 1_000;
const PERIOD = 5_000;

export class Reading {
  constructor(log, readUpTo) {
    this.log = log;
    this.told = readUpTo;
    this.toldAt = 0;
  }

  start() {
    document.addEventListener('visibilitychange', this.onVisible = () => this.soon());
    addEventListener('focus', this.onVisible);
    this.soon();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.onVisible);
    removeEventListener('focus', this.onVisible);
    clearTimeout(this.timer);
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
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.tell();
    }, Math.max(DELAY, PERIOD - (Date.now() - this.toldAt)));
  }

  async tell() {
    if (document.visibilityState !== 'visible') return;
    const upTo = this.seen();
    if (upTo <= this.told) return;
    const before = this.told;
    this.told = upTo;
    this.toldAt = Date.now();
    const answer = await call(`/rooms/${this.log.room}/read`, { method: 'POST', body: { upTo }, background: true }).catch(() => null);
    if (!answer?.ok) this.told = before;
    else document.dispatchEvent(new CustomEvent('careroom:read', { detail: { room: this.log.room, unread: Math.max(0, this.log.roomLast - upTo) } }));
  }
}
