// The pictures: a tile for each other seat, in a grid or with whoever speaks in front. Where there is no picture stand initials.

const QUIETEST = 0.02;
const SPEAKER_KEPT = 1_500;

/** As the server makes them: the first letters of the first and the last word. */
export function initials(name) {
  const letters = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(word => [...word][0].toUpperCase());
  return letters.length ? letters[0] + (letters.length > 1 ? letters.at(-1) : '') : '?';
}

const loaded = new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done));

/** Shows a stream. It waits for the page to have loaded, which a picture that is still to come would hold up. */
export async function showIn(video, stream) {
  video.wanted = stream;
  await loaded;
  if (video.wanted !== stream) return;
  const shown = stream?.getTracks().length ? stream : null;
  if (video.srcObject !== shown) video.srcObject = shown;
  if (shown) await video.play();
}

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const icon = name => {
  const made = element('i', { className: `bi ${name}` });
  made.setAttribute('aria-hidden', 'true');
  return made;
};

export class Layout {
  /** @param {HTMLElement} grid where the tiles stand @param {DOMStringMap} words */
  constructor(grid, words) {
    this.grid = grid;
    this.words = words;
    this.tiles = new Map();
    this.isSpeakerView = false;
    this.spokeAt = 0;
  }

  /** @param {{id: string, name: string, muted: boolean, cameraOff: boolean, sharing: boolean, away: boolean}} seat */
  show(seat) {
    let tile = this.tiles.get(seat.id);
    if (!tile) {
      tile = this.make(seat);
      this.tiles.set(seat.id, tile);
      this.grid.append(tile.figure);
      this.arrange();
    }
    const isChanged = tile.seat.sharing !== seat.sharing;
    tile.seat = seat;
    tile.figure.classList.toggle('without-picture', seat.cameraOff && !seat.sharing);
    tile.figure.classList.toggle('sharing', seat.sharing);
    tile.name.textContent = seat.sharing ? this.grid.dataset.screenOf.replace('{0}', seat.name) : seat.name;
    tile.muted.hidden = !seat.muted;
    this.tell(tile);
    if (isChanged) this.arrange();
    return tile;
  }

  make(seat) {
    const video = element('video', { autoplay: true, playsInline: true });
    video.setAttribute('aria-label', seat.name);
    if (this.speaker) video.setSinkId?.(this.speaker).catch(() => {});
    const muted = icon('bi-mic-mute-fill');
    muted.hidden = true;
    const state = element('span', { className: 'tile-state', hidden: true });
    const bars = icon('bi-reception-0');
    const name = element('bdi', { textContent: seat.name });
    const letters = element('span', { className: 'initials', textContent: initials(seat.name) });
    letters.setAttribute('aria-hidden', 'true');
    const figure = element('figure', { className: 'tile without-frames' }, video, letters, state, element('figcaption', {}, muted, name, bars));
    video.addEventListener('playing', () => figure.classList.remove('without-frames'));
    return { figure, video, name, muted, state, bars, seat, connection: 'connecting' };
  }

  /** Says how the connection to a seat is, where that matters. */
  connection(id, state) {
    const tile = this.tiles.get(id);
    if (!tile) return;
    tile.connection = state;
    this.tell(tile);
  }

  tell(tile) {
    const isLost = tile.seat.away || tile.connection === 'reconnecting';
    tile.state.hidden = !isLost && tile.connection === 'connected';
    tile.state.textContent = isLost ? this.words.reconnecting : this.words.connecting;
    tile.figure.dataset.connection = isLost ? 'reconnecting' : tile.connection;
  }

  bars(id, bars) {
    const tile = this.tiles.get(id);
    if (tile) tile.bars.className = `bi bi-reception-${bars}`;
  }

  remove(id) {
    const tile = this.tiles.get(id);
    if (!tile) return;
    showIn(tile.video, null);
    tile.figure.remove();
    this.tiles.delete(id);
    this.arrange();
  }

  clear() {
    [...this.tiles.keys()].forEach(id => this.remove(id));
  }

  /** Where all sound goes. @param {string} device its id */
  sound(device) {
    this.speaker = device;
    for (const { video } of this.tiles.values()) video.setSinkId?.(device).catch(() => {});
  }

  speakerView(isOn) {
    this.isSpeakerView = isOn;
    this.arrange();
  }

  /** Whose sound is loudest comes to the front, but not for a cough. @param {Map<string, number>} levels by seat, from 0 to 1 */
  heard(levels) {
    const [id, level] = [...levels].reduce((loudest, one) => one[1] > loudest[1] ? one : loudest, [null, 0]);
    for (const [seat, tile] of this.tiles) tile.figure.classList.toggle('speaking', seat === id && level > QUIETEST);
    if (level <= QUIETEST || id === this.front || Date.now() - this.spokeAt < SPEAKER_KEPT) return;
    this.spokeAt = Date.now();
    this.front = id;
    this.arrange();
  }

  /** Whoever shares a screen is in front, then whoever spoke last. */
  arrange() {
    const ids = [...this.tiles.keys()];
    const sharing = ids.find(id => this.tiles.get(id).seat.sharing);
    const front = sharing ?? (this.isSpeakerView ? (this.tiles.has(this.front) ? this.front : ids[0]) : null);
    this.grid.dataset.tiles = ids.length;
    this.grid.classList.toggle('with-front', Boolean(front) && ids.length > 1);
    for (const [id, tile] of this.tiles) tile.figure.classList.toggle('front', id === front);
  }
}
