// The connections to all other seats: one for each who is seated, gone when they are; and what we send to each.
import { showIn } from './layout.js';
import { Peer } from './peer.js';
import { Measure, encoding } from './quality.js';

/** Dispatches 'gone' when a page was closed that we were connected to, and 'bars' (detail: the worst connection's). */
export class Peers extends EventTarget {
  /** @param {Signals} signals @param {Media} media @param {Layout} layout */
  constructor(signals, media, layout) {
    super();
    Object.assign(this, { signals, media, layout });
    this.peers = new Map();
    this.early = new Map();
    this.ice = [];
    media.addEventListener('change', () => this.replaceTracks());
    signals.addEventListener('signal', this.onSignal = event => this.received(event.detail));
    signals.addEventListener('connected', this.onConnected = () => this.restart(peer => peer.state !== 'connected'));
    addEventListener('online', this.onOnline = () => this.restart());
    navigator.connection?.addEventListener?.('change', this.onOnline);
    this.measuring = setInterval(() => this.measure(), 2_000);
    this.listening = setInterval(() => this.listen(), 400);
  }

  /** @param {Object[]} ice servers with new credentials, for the next restart too */
  servers(ice) {
    this.ice = ice;
    for (const peer of this.peers.values()) peer.servers(ice);
  }

  /** @param {Object[]} seats who is seated, ourselves apart */
  reconcile(seats) {
    const ids = new Set(seats.map(seat => seat.id));
    for (const id of [...this.peers.keys()]) if (!ids.has(id)) this.drop(id);
    for (const seat of seats) {
      const tile = this.layout.show(seat);
      if (!this.peers.has(seat.id)) this.add(seat.id, tile);
    }
    if (this.people === seats.length + 1) return;
    this.people = seats.length + 1;
    this.media.fit(this.people);
    this.limit();
  }

  add(id, tile) {
    const { signals, ice } = this;
    const peer = new Peer({ own: signals.seat, seat: id, ice, tracks: this.media.tracks, signals });
    peer.measure = new Measure(peer);
    this.peers.set(id, peer);
    peer.addEventListener('stream', () => this.play(tile, peer));
    peer.addEventListener('state', () => {
      this.layout.connection(id, peer.state);
      if (peer.state === 'connected') this.limit();
    });
    peer.addEventListener('negotiated', () => this.limit());
    peer.addEventListener('gone', () => this.dispatchEvent(new Event('gone')));
    for (const content of this.early.get(id) ?? []) peer.receive(content);
    this.early.delete(id);
  }

  /** A page that has been let in may be ahead of our knowing it. */
  received({ from, content }) {
    const peer = this.peers.get(from);
    if (peer) {
      peer.receive(content);
      return;
    }
    this.early.set(from, [...this.early.get(from) ?? [], content].slice(-20));
    this.dispatchEvent(new Event('gone'));
  }

  play({ video }, peer) {
    showIn(video, peer.stream).catch(error => {
      // Sound before the first touch of the page is refused by some browsers; the picture is not.
      if (error.name === 'NotAllowedError') this.dispatchEvent(new Event('silent'));
    });
  }

  replaceTracks() {
    const { audio, video } = this.media.tracks;
    for (const peer of this.peers.values()) {
      peer.replace('audio', audio);
      peer.replace('video', video);
    }
    this.limit();
  }

  limit() {
    const isScreen = Boolean(this.media.screen);
    const wanted = encoding(this.people ?? 2, isScreen);
    for (const peer of this.peers.values()) peer.limit(wanted, isScreen);
  }

  restart(which = () => true) {
    for (const peer of this.peers.values()) if (which(peer)) peer.restart();
  }

  async measure() {
    let worst = 5;
    for (const [id, peer] of this.peers) {
      const bars = await peer.measure.bars().catch(() => 0);
      this.layout.bars(id, bars);
      worst = Math.min(worst, bars);
    }
    this.dispatchEvent(new CustomEvent('bars', { detail: worst }));
  }

  listen() {
    const levels = new Map();
    for (const [id, peer] of this.peers) {
      const [source] = peer.audio?.receiver.getSynchronizationSources() ?? [];
      levels.set(id, source?.audioLevel ?? 0);
    }
    this.layout.heard(levels);
  }

  drop(id) {
    this.peers.get(id).close();
    this.peers.delete(id);
    this.layout.remove(id);
  }

  clear() {
    [...this.peers.keys()].forEach(id => this.drop(id));
    this.early.clear();
    this.people = undefined;
  }

  stop() {
    this.clear();
    clearInterval(this.measuring);
    clearInterval(this.listening);
    this.signals.removeEventListener('signal', this.onSignal);
    this.signals.removeEventListener('connected', this.onConnected);
    removeEventListener('online', this.onOnline);
    navigator.connection?.removeEventListener?.('change', this.onOnline);
  }
}
