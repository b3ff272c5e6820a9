// The call's page: takes a seat, says that it is there, and shows how it stands. <careroom-call> ties the modules of call/.
import { gesture } from './session.js';
import { keepAwake, letSleep } from './call/awake.js';
import { Chat } from './call/chat.js';
import { chime } from './call/chime.js';
import { ClinicNotices } from './call/clinic-notices.js';
import { Controls } from './call/controls.js';
import { LEFT } from './call/left.js';
import { Layout } from './call/layout.js';
import { Media } from './call/media.js';
import { Panels } from './call/panels.js';
import { Participants } from './call/participants.js';
import { Peers } from './call/peers.js';
import { Screen } from './call/screen.js';
import { Signals } from './call/signals.js';
import { after } from './call/ticker.js';

const BEAT = 5_000;
const BEAT_OUTSIDE = 2_000;
const AT_ONCE = 30;
const AGAIN = 100;
const GESTURE = 30_000;
const CREDENTIALS = 20 * 60_000;

class Call extends HTMLElement {
  connectedCallback() {
    this.words = document.querySelector('[data-call-words]').dataset;
    this.isGuest = Boolean(document.body.dataset.as);
    this.screen = new Screen(this, this.words);
    this.signals = new Signals(this.dataset.call);
    this.layout = new Layout(this.querySelector('[data-grid]'), this.words);
    this.panels = new Panels(this);
    this.chat = new Chat(this, this.signals, this.words, this.panels);
    this.chat.own = new Set();
    this.chat.onUnseen = name => this.screen.notice('wrote', name);
    this.participants = new Participants(this, this.words, (seat, action) => this.act(() => this.signals.to(seat, action)));
    this.controls = new Controls(this);
    if (this.isGuest && this.dataset.afterEnd.startsWith('/w/')) new ClinicNotices(this.dataset.afterLeaving, text => this.screen.notice('clinic', text, 60_000));
    const on = (type, work) => this.signals.addEventListener(type, work);
    on('seats', () => this.askSoon());
    on('connected', () => this.askSoon());
    on('ended', () => this.apply({ state: 'ENDED', seats: [], knocking: [] }));
    on('chat', event => this.view?.state === 'SEATED' && this.chat.arrived(event.detail));
    on('mute', event => this.mutedBy(event.detail.by));
    addEventListener('pagehide', this.onHide = () => this.hide());
    addEventListener('pageshow', event => event.persisted && location.reload()); // what was given back when the page was left
    this.begin();
  }

  disconnectedCallback() {
    removeEventListener('pagehide', this.onHide);
    this.hide();
    this.signals.stop();
  }

  /** Devices and seat are asked for at the same time, so that the first picture comes soon. */
  async begin(takeOver = false) {
    this.media?.stop();
    this.peers?.stop();
    this.view = null;
    this.isOver = false;
    this.media = new Media();
    this.peers = new Peers(this.signals, this.media, this.layout);
    this.peers.addEventListener('gone', () => this.askSoon());
    this.peers.addEventListener('silent', () => this.controls.offerSound());
    this.peers.addEventListener('bars', event => this.screen.quality(event.detail));
    this.media.addEventListener('change', () => {
      this.screen.media(this.media);
      this.askSoon();
    });
    this.screen.media(this.media);
    this.screen.state('asking', { title: this.words.asking, text: this.words.askingText });
    keepAwake();
    this.media.open().then(() => this.controls.deviceNotice());
    await this.enter(takeOver);
  }

  async enter(takeOver) {
    const answer = await this.signals.enter(takeOver);
    if (answer.status === 201) {
      this.chat.own.add(answer.body.seat);
      this.credentials(answer.body.ice);
      this.apply(answer.body);
      this.beat();
    } else if (answer.status === 0 || answer.status >= 500) {
      setTimeout(() => this.enter(takeOver), BEAT_OUTSIDE);
    } else {
      this.refused(answer);
    }
  }

  refused({ status, body }) {
    if (status === 409) {
      this.over('elsewhere', { title: this.words.elsewhere, text: this.words.elsewhereText, buttons: [
        [this.words.moveHere, 'btn-primary', () => this.begin(true)], this.back(this.words.stay)] });
    } else if (status === 403) {
      const why = body?.reason?.split('.').pop() ?? 'refused';
      const mayTry = why !== 'removed';
      this.over(why, { title: body?.message ?? this.words.refused, text: mayTry ? this.words.refusedText : '', buttons: [
        ...(mayTry ? [[this.words.again, 'btn-primary', () => this.begin()]] : []), this.back(this.words.back)] });
    } else if (this.isReturning) {
      location.replace(this.dataset.afterLeaving); // there is no way back into this call, but perhaps into another
    } else {
      this.over('gone', { title: this.words.ended, text: '', buttons: [this.back(this.words.back)] });
    }
  }

  back(word) {
    return [word, 'btn-outline-secondary', () => location.assign(this.dataset.afterLeaving)];
  }

  /** How it stands, as the server says. */
  apply(view) {
    if (this.isOver) return;
    const before = this.view;
    this.view = view;
    this.screen.view(view);
    if (view.state === 'SEATED') this.seated(view, before);
    else {
      this.peers.clear();
      this.outside(view.state, before);
    }
  }

  seated(view, before) {
    const others = view.seats.filter(seat => seat.id !== view.seat);
    this.since ??= Date.now();
    this.screen.state('seated', others.length ? null : { title: this.words.alone, text: this.words.aloneText });
    this.peers.reconcile(others);
    this.participants.show(view);
    this.chat.catchUp(view.chat);
    if (view.mutedBy && !this.media.isMuted) this.mutedBy(view.mutedBy);
    if (before && before.state !== 'SEATED') this.calledIn();
    if (before?.state !== 'SEATED') return;
    const names = seats => new Map(seats.filter(seat => seat.id !== view.seat).map(seat => [seat.name, seat]));
    const [was, is] = [names(before.seats), names(view.seats)];
    for (const name of is.keys()) if (!was.has(name)) this.announce('joined', name);
    for (const name of was.keys()) if (!is.has(name)) this.screen.notice('left', name);
    if (view.knocking.length > before.knocking.length) chime('knock');
  }

  /** Who was on hold or knocked is in: sound and title for who looks elsewhere. */
  calledIn() {
    chime('called');
    if (!document.hidden) return;
    const { title } = document;
    document.title = this.words.calledIn;
    document.addEventListener('visibilitychange', () => { document.title = title; }, { once: true });
  }

  announce(key, name) {
    this.screen.notice(key, name);
    chime('joined');
  }

  outside(state, before) {
    const { words } = this;
    if (state === 'KNOCKING') this.screen.state('knocking', { title: words.knocking, text: words.knockingText });
    else if (state === 'HELD') this.screen.state('held', this.since ? { title: words.held, text: words.heldText } : { title: words.early, text: words.earlyText });
    else if (state === 'LEFT') this.comeBack();
    else if (state === 'MOVED') this.over('moved', { title: words.moved, text: words.movedText, buttons: [[words.moveHere, 'btn-primary', () => this.begin(true)]] });
    else if (state === 'REMOVED' && before?.state === 'KNOCKING') this.over('removed', { title: words.turnedAway, text: words.turnedAwayText, buttons: [this.back(words.back)] });
    else if (state === 'REMOVED') this.over('removed', { title: words.removed, text: words.removedText, buttons: [this.back(words.back)] });
    else this.ended();
  }

  /** The page was away for too long, and is back; or its person was put out. */
  comeBack() {
    this.isReturning = true;
    this.begin();
  }

  /** A guest who loads the page again comes to the end's own page, as they are nobody here any more. */
  ended() {
    if (this.isGuest) history.replaceState(null, '', this.dataset.afterEnd);
    this.over('ended', { title: this.words.ended, text: this.isGuest ? this.words.thanks : this.words.endedText, buttons: [
      [this.words.goOn, 'btn-primary', () => location.assign(this.dataset.afterEnd)]] });
  }

  /** A guest's cookie is worth nothing any more: what they came to is over, or their link is. */
  out() {
    this.ended();
    if (this.dataset.afterEnd.startsWith('/g')) this.screen.state('ended', { title: this.words.out, text: this.words.outText });
  }

  /** Nothing more comes here: devices and connections are given back. */
  over(state, card) {
    this.isOver = true;
    this.since = null;
    clearTimeout(this.timer);
    this.takeBack?.();
    this.peers.stop();
    this.media.stop();
    this.panels.close();
    this.screen.state(state, card);
    letSleep();
  }

  /** Says that the page is there and asks how it stands, again and again. */
  async beat() {
    clearTimeout(this.timer);
    this.takeBack?.();
    if (this.isOver) return;
    this.isAsked = false;
    const ice = Date.now() - this.credentialsAt > CREDENTIALS;
    const answer = await this.signals.here({ ...this.media.told, ice });
    if (this.isOver) return;
    if (answer.status === 200) {
      if (answer.body.ice) this.credentials(answer.body.ice);
      this.apply(answer.body);
    } else if (answer.status === 401 && this.isGuest) {
      this.out();
    } else if (answer.status === 401 || answer.status === 404) {
      this.apply({ state: 'ENDED', seats: [], knocking: [] });
    }
    if (this.isOver) return;
    if (this.since) this.stayed();
    if (this.isAsked) this.wait(AGAIN);
    else this.wait(this.view.state === 'SEATED' && answer.status === 200 ? BEAT : BEAT_OUTSIDE);
  }

  /** What happens in a crowd is asked for once. */
  askSoon() {
    if (!this.view || this.isOver || this.isAsked) return;
    this.isAsked = true;
    this.wait(AT_ONCE);
  }

  /** Until the page says again that it is there. */
  wait(milliseconds) {
    clearTimeout(this.timer);
    this.takeBack?.();
    if (milliseconds < 1_000) this.timer = setTimeout(() => this.beat(), milliseconds);
    else this.takeBack = after(milliseconds, () => this.beat());
  }

  /** Whoever talks is there, though they touch nothing. */
  stayed() {
    if (Date.now() - (this.gestureAt ?? 0) < GESTURE || !document.body.dataset.person) return;
    this.gestureAt = Date.now();
    gesture();
  }

  credentials(ice) {
    this.credentialsAt = Date.now();
    if (ice) this.peers.servers(ice.map(({ urls, username, credential }) => username ? { urls, username, credential } : { urls }));
  }

  mutedBy(name) {
    if (this.media.isMuted) return;
    this.media.mute(true);
    this.screen.notice('mutedBy', name);
  }

  /** Does something that may be refused, and says why. */
  async act(work) {
    const { status, body } = await work();
    if (status === 403 || status === 0) this.screen.notice('failed', body?.message ?? '');
    this.askSoon();
    return status;
  }

  async leave() {
    this.over('left', { title: this.words.leaving, text: '' });
    await this.signals.leave();
    this.signals.seat = null;
    if (this.isGuest) sessionStorage.setItem(LEFT, this.dataset.call);
    location.assign(this.dataset.afterLeaving);
  }

  async end() {
    if ((await this.act(() => this.signals.post('end'))) === 204) this.ended();
  }

  hide() {
    if (!this.isOver) this.signals.away();
    this.peers?.stop();
    this.media?.stop();
  }
}

customElements.define('careroom-call', Call);
