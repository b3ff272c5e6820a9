// Who is in the call, and what a host can do with each: mute, disconnect; and with those who knock: let in, turn away.
import { ask } from '../dialogs.js';
import { initials } from './layout.js';

const named = (text, name) => text.replace('{0}', () => name);

function button(word, name, look, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: `btn btn-sm ${look}`, textContent: word });
  made.setAttribute('aria-label', `${word}: ${name}`);
  made.addEventListener('click', action);
  return made;
}

const icon = (name, label) => {
  const made = Object.assign(document.createElement('i'), { className: `bi ${name}`, title: label });
  made.setAttribute('role', 'img');
  made.setAttribute('aria-label', label);
  return made;
};

export class Participants {
  /** @param {HTMLElement} screen @param {DOMStringMap} words @param {(seat: string, action: string) => Promise} act */
  constructor(screen, words, act) {
    Object.assign(this, { words, act });
    this.list = screen.querySelector('[data-people]');
    this.knocks = screen.querySelector('[data-knocks]');
    this.shown = '';
  }

  /** @param {Object} view as the server answers */
  show(view) {
    const now = JSON.stringify([view.seats, view.knocking, view.seat, view.host]);
    if (now === this.shown) return; // whoever is about to press a button must not lose it
    this.shown = now;
    this.list.replaceChildren(...view.seats.map(seat => this.row(seat, view)));
    this.knocks.hidden = !view.knocking.length;
    this.knocks.replaceChildren(...view.knocking.map(knocker => this.knock(knocker)));
  }

  row(seat, view) {
    const row = document.createElement('li');
    row.className = 'who';
    const isOwn = seat.id === view.seat;
    const face = Object.assign(document.createElement('span'), { className: 'face round', textContent: initials(seat.name) });
    face.setAttribute('aria-hidden', 'true');
    const name = document.createElement('span');
    name.className = 'who-name';
    name.append(Object.assign(document.createElement('bdi'), { textContent: seat.name }));
    const parts = [isOwn && this.words.you, seat.host && this.words.host, seat.away && this.words.reconnecting, seat.sharing && this.words.sharing].filter(Boolean);
    if (parts.length) name.append(Object.assign(document.createElement('small'), { textContent: parts.join(' · ') }));
    row.append(face, name);
    if (seat.muted) row.append(icon('bi-mic-mute-fill', this.words.isMuted));
    if (seat.cameraOff) row.append(icon('bi-camera-video-off-fill', this.words.isCameraOff));
    if (view.host && !isOwn) {
      const actions = Object.assign(document.createElement('span'), { className: 'who-actions' });
      actions.append(...this.actions(seat));
      row.append(actions);
    }
    return row;
  }

  actions(seat) {
    const actions = [];
    if (!seat.muted) actions.push(button(this.words.muteOther, seat.name, 'btn-outline-secondary', () => this.act(seat.id, 'mute')));
    if (!seat.host) {
      actions.push(button(this.words.disconnect, seat.name, 'btn-outline-danger', async () => {
        if (await ask(named(this.words.disconnectAsk, seat.name), this.words.disconnect)) this.act(seat.id, 'disconnect');
      }));
    }
    return actions;
  }

  knock({ seat, name }) {
    const row = document.createElement('div');
    row.className = 'call-knock';
    row.append(
      Object.assign(document.createElement('span'), { textContent: named(this.words.knocks, name) }),
      button(this.words.admit, name, 'btn-primary', () => this.act(seat, 'admit')),
      button(this.words.turnAway, name, 'btn-outline-secondary', async () => {
        if (await ask(named(this.words.turnAwayAsk, name), this.words.turnAway)) this.act(seat, 'turn-away');
      }));
    return row;
  }
}
