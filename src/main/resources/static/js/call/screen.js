// What the call's page says: the card that stands in for the pictures while there are none, notices, times, words.
import { initials, showIn } from './layout.js';

const NOTICE = 6_000;
const BARS = ['bad', 'poor', 'fair', 'good'];

export class Screen {
  /** @param {HTMLElement} root @param {DOMStringMap} words */
  constructor(root, words) {
    Object.assign(this, { root, words });
    this.card = root.querySelector('[data-card]');
    this.notices = root.querySelector('[data-notices]');
    this.own = root.querySelector('[data-own]');
    this.own.querySelector('[data-initials]').textContent = initials(document.body.dataset.name ?? words.you);
  }

  /**
   * Shows in which state the page is.
   * @param {string} state 'asking', 'seated', 'knocking', 'held', 'full', 'locked', 'elsewhere', 'removed', 'ended' …
   * @param {{title: string, text: string, buttons: [string, string, function][]}} card null where pictures stand
   */
  state(state, card = null) {
    this.root.dataset.state = state;
    this.card.hidden = !card;
    this.root.querySelector('[data-grid]').hidden = Boolean(card);
    this.root.querySelector('[data-quality]').hidden = state !== 'seated';
    for (const control of this.root.querySelectorAll('.call-controls [data-share], .call-controls [data-open="chat"], .call-controls [data-open="participants"], .call-controls [data-lock]')) {
      control.disabled = state !== 'seated';
    }
    this.root.querySelector('.call-controls').hidden = !['asking', 'seated', 'knocking', 'held'].includes(state);
    this.own.hidden = !['asking', 'seated', 'knocking', 'held'].includes(state);
    if (!card) return;
    this.card.querySelector('[data-card-title]').textContent = card.title;
    this.card.querySelector('[data-card-text]').textContent = card.text ?? '';
    this.card.querySelector('[data-card-buttons]').replaceChildren(...(card.buttons ?? []).map(([word, look, action]) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: `btn ${look}`, textContent: word });
      button.addEventListener('click', action);
      return button;
    }));
  }

  /**
   * Says something that passes, to screen readers too.
   * @param {number} lasts milliseconds
   */
  notice(key, name = '', lasts = NOTICE) {
    const text = this.words[key].replace('{0}', () => name);
    const line = Object.assign(document.createElement('p'), { textContent: text });
    this.notices.append(line);
    setTimeout(() => line.remove(), lasts);
  }

  pressed(selector, isPressed, icon) {
    const button = this.root.querySelector(selector);
    if (!button) return;
    button.setAttribute('aria-pressed', String(isPressed));
    if (icon) button.querySelector('.bi').className = `bi ${icon}`;
  }

  /** @param {Media} media what this page sends */
  media(media) {
    const { muted, cameraOff, sharing } = media.told;
    const video = this.own.querySelector('video');
    if (this.shownTrack !== (media.screen ?? media.stream)) {
      this.shownTrack = media.screen ?? media.stream;
      showIn(video, media.screen ? new MediaStream([media.screen]) : media.stream).catch(() => {});
    }
    this.own.classList.toggle('without-picture', cameraOff && !sharing);
    this.own.classList.toggle('sharing', sharing);
    this.root.querySelector('[data-own-muted]').hidden = !muted;
    this.pressed('[data-mute]', media.isMuted, media.isMuted ? 'bi-mic-mute-fill' : 'bi-mic');
    this.pressed('[data-camera]', media.isCameraOff, media.isCameraOff ? 'bi-camera-video-off-fill' : 'bi-camera-video');
    this.pressed('[data-share]', sharing, sharing ? 'bi-display-fill' : 'bi-display');
    this.root.querySelector('[data-share]').hidden = !media.canShare;
  }

  /** @param {Object} view as the server answers */
  view(view) {
    this.pressed('[data-lock]', view.locked, view.locked ? 'bi-lock-fill' : 'bi-unlock');
    this.root.querySelector('[data-locked]').hidden = !view.locked;
    this.root.querySelector('[data-count]').textContent = this.words.count.replace('{0}', view.seats.length);
  }

  quality(bars) {
    const place = this.root.querySelector('[data-quality]');
    place.querySelector('.bi').className = `bi bi-reception-${Math.min(bars, 4)}`;
    place.querySelector('[data-quality-word]').textContent = bars > 4 ? this.words.alone : bars ? this.words[BARS[bars - 1]] : this.words.connecting;
  }

  time(since) {
    const place = this.root.querySelector('[data-time]');
    const seconds = Math.floor((Date.now() - since) / 1000);
    const two = number => String(number).padStart(2, '0');
    place.hidden = false;
    const hours = Math.floor(seconds / 3600);
    place.querySelector('[data-time-value]').textContent = `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
}
