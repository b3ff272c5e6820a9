// A caller's waiting screen: it stays awake, tells what the clinic says, and goes to the call when they are called in.
import { call, fragment, oneAtATime } from './api.js';
import { keepAwake, letSleep } from './call/awake.js';
import { chime } from './call/chime.js';
import { after } from './call/ticker.js';
import { live, openAs, send } from './live.js';
import { LEFT } from './call/left.js';
import { OwnPicture, choose, chosen } from './own-picture.js';
import { showTimes } from './times.js';

const TICK = 5_000;
const LOOK = 15_000;
const TUNE = 1_000;
const BEAT = 8_000; // below the 10 s of the live connection, whose own heartbeat a browser slows down on a hidden page

class Waiting extends HTMLElement {
  connectedCallback() {
    this.look = oneAtATime(() => this.fetch());
    this.picture = new OwnPicture(this);
    this.picture.open(chosen());
    this.onNews = event => event.detail.subject === `consultation:${this.dataset.place}` && this.look();
    this.onConnected = () => {
      this.here();
      this.look();
    };
    this.beat = after(BEAT, () => this.here());
    live.addEventListener('news', this.onNews);
    live.addEventListener('connected', this.onConnected);
    live.addEventListener('lost', this.look); // perhaps since the place is over
    openAs(this.dataset.as);
    keepAwake();
    this.addEventListener('click', event => this.clicked(event));
    this.timers = [setInterval(() => this.tick(), TICK), setInterval(() => this.look(), LOOK)];
    this.tick();
    showTimes(this);
    this.come();
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    live.removeEventListener('lost', this.look);
    this.timers.forEach(clearInterval);
    this.beat();
    this.picture.close();
    letSleep();
  }

  /** Says that the caller is there, also while they look at another tab. */
  here() {
    send('/app/presence', { room: this.dataset.place });
    this.beat();
    this.beat = after(BEAT, () => this.here());
  }

  /** Fetches how the place stands; what has not changed stays as it is, so that a screen reader says only what is new. */
  async fetch() {
    const answer = await call(this.dataset.address, { background: true }).catch(() => null);
    if (answer?.status === 404) location.replace(`${this.dataset.ended}${this.wasSeen ? '' : '?over'}`);
    if (answer?.status === 409) location.replace(this.dataset.entrance); // somebody else has entered on this device
    if (answer?.ok) this.take(fragment(await answer.text()).querySelector('careroom-waiting'));
  }

  take(fresh) {
    showTimes(fresh);
    const notices = this.querySelectorAll('[data-number]').length;
    for (const part of this.querySelectorAll('[data-part]')) {
      const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (part.dataset.part === 'facts') this.tick(now);
      if (part.innerHTML !== now.innerHTML) part.innerHTML = now.innerHTML;
    }
    if (this.querySelectorAll('[data-number]').length > notices) chime('arrival');
    const isNew = (fresh.dataset.call ?? '') !== (this.dataset.call ?? '');
    this.dataset.call = fresh.dataset.call ?? '';
    if ('held' in fresh.dataset) this.dataset.held = '';
    if (isNew) this.come();
  }

  /** Goes to the call to which the caller is called in, unless they have just left it. */
  come() {
    const address = this.dataset.call;
    this.wasSeen ||= Boolean(address) || 'held' in this.dataset;
    if (!address) sessionStorage.removeItem(LEFT);
    const isLeft = Boolean(address) && address.includes(sessionStorage.getItem(LEFT) ?? ' ');
    this.querySelector('[data-gone]').hidden = !isLeft;
    this.querySelector('[data-part="state"]').hidden = isLeft;
    if (address && !isLeft) this.called(address);
  }

  /** Sound and title for who looks elsewhere, who is let hear it; the page goes on by itself. */
  called(address) {
    chime('called');
    document.title = this.dataset.called;
    this.picture.close();
    setTimeout(() => location.assign(address), document.hidden ? TUNE : 0);
  }

  tick(part = this) {
    for (const element of part.querySelectorAll('[data-since]')) {
      const minutes = Math.floor((Date.now() - new Date(element.dataset.since)) / 60_000);
      element.textContent = minutes < 1 ? element.dataset.moment : element.dataset.minutes.replace('{0}', minutes);
    }
  }

  async clicked(event) {
    const panel = this.querySelector('[data-devices-panel]');
    if (event.target.closest('[data-devices]')) panel.hidden = !panel.hidden;
    if (event.target.closest('[data-try-sound]')) chime('test');
    if (event.target.closest('[data-go-back]')) {
      sessionStorage.removeItem(LEFT);
      this.come();
    }
    if (event.target.closest('[data-try-again]')) choose(await this.picture.open());
  }
}

customElements.define('careroom-waiting', Waiting);
