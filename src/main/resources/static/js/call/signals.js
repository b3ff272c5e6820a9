// How a call's page talks: to the server over HTTP, to the other pages over the live connection. The one seam behind which a
// media server could stand instead. A guest says as whom in every address; what is a sign-in's end for others, ends it for them.
import { call as fetched, csrf, uuid } from '../api.js';
import { connected, live, send } from '../live.js';

const TIMEOUT = 10_000;
const CANDIDATES_TOGETHER = 50;

/**
 * Dispatches 'signal' (detail: {from, content}), 'seats', 'chat' (detail: the message), 'mute' (detail: {by}), 'ended' and 'connected'.
 */
export class Signals extends EventTarget {
  constructor(call) {
    super();
    this.call = call;
    this.as = document.body.dataset.as;
    this.seat = null;
    this.waiting = [];
    this.candidates = new Map();
    live.addEventListener('news', this.onNews = event => this.news(event.detail));
    live.addEventListener('connected', this.onConnected = () => {
      this.waiting.splice(0).forEach(signal => this.publish(signal));
      this.dispatchEvent(new Event('connected'));
    });
  }

  stop() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
  }

  news(item) {
    if (item.subject !== `call:${this.call}`) return;
    if (item.type === 'signal' && item.to !== this.seat) return; // another page of the same person
    if (item.type === 'mute' && item.seat !== this.seat) return;
    this.dispatchEvent(new CustomEvent(item.type, { detail: item }));
  }

  /** Sends something to the page of another seat; while there is no connection it waits. */
  signal(to, content) {
    const signal = { from: this.seat, to, content };
    if (connected()) this.publish(signal);
    else this.waiting.push(signal);
  }

  /** Candidates come in crowds: those of a moment go together. */
  candidate(to, session, candidate) {
    if (!this.candidates.has(to)) {
      this.candidates.set(to, []);
      setTimeout(() => {
        const candidates = this.candidates.get(to);
        this.candidates.delete(to);
        this.signal(to, { session, candidates });
      }, CANDIDATES_TOGETHER);
    }
    this.candidates.get(to).push(candidate);
  }

  publish(signal) {
    if (signal.from === this.seat) send(`/app/call.${this.call}.signal`, signal);
  }

  address(path) {
    return `/calls/${this.call}/${path}${this.as ? `${path.includes('?') ? '&' : '?'}as=${this.as}` : ''}`;
  }

  /** @returns {Promise<{status: number, body: ?Object}>} status 0 when the server could not be reached */
  async post(path, body = {}, options = {}) {
    return this.ask(path, { method: 'POST', body, timeout: TIMEOUT, ...options });
  }

  async ask(path, options = {}) {
    try {
      const answer = await this.fetch(this.address(path), { accept: 'application/json', background: true, ...options });
      return { status: answer.status, body: await answer.json().catch(() => null) };
    } catch {
      return { status: 0, body: null };
    }
  }

  async fetch(address, options) {
    if (!this.as) return fetched(address, options);
    const answer = await this.asGuest(address, options);
    if (answer.status !== 403 || options.method !== 'POST' || (await answer.clone().json().catch(() => null))?.error === 'refused') return answer;
    return (await this.renewToken()) ? this.asGuest(address, options) : answer;
  }

  asGuest(address, { method = 'GET', body, accept, keepalive = false, timeout }) {
    const signal = timeout ? AbortSignal.timeout(timeout) : undefined;
    const headers = { Accept: accept, 'X-CSRF-TOKEN': csrf(), 'X-Requested-With': 'Careroom', 'Careroom-Background': '1' };
    return fetch(address, { method, headers, body: body && new URLSearchParams(body), keepalive, signal });
  }

  /** Another page of this browser has signed in or out, which gives all of them a new token. */
  async renewToken() {
    const page = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    const token = page?.ok && new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('meta[name="csrf"]');
    if (token) document.querySelector('meta[name="csrf"]').content = token.content;
    return Boolean(token);
  }

  async enter(takeOver) {
    const answer = await this.post('seat', { takeOver });
    if (answer.status === 201) this.seat = answer.body.seat;
    return answer;
  }

  /** @param {Object} devices what the page says of itself; ice: true asks for new credentials too */
  here(devices) {
    return this.post(`seat/${this.seat}/here`, devices);
  }

  leave() {
    return this.post(`seat/${this.seat}/leave`, {}, { keepalive: true });
  }

  /** The page goes; perhaps it only loads again. */
  away() {
    if (this.seat) navigator.sendBeacon(this.address(`seat/${this.seat}/away`), new URLSearchParams({ _csrf: csrf() }));
  }

  /** What hosts do: 'admit', 'turn-away', 'mute', 'disconnect' to a seat. */
  to(seat, action) {
    return this.post(`seat/${seat}/${action}`);
  }

  say(body, clientKey) {
    return this.post('chat', { seat: this.seat, body, clientKey });
  }

  messages(after) {
    return this.ask(`chat?seat=${this.seat}&after=${after}`);
  }

  newKey() {
    return uuid();
  }
}
