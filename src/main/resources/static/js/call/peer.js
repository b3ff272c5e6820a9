// The connection to one other seat: perfect negotiation (W3C WebRTC 1.0, 10.7), one audio and one video line for good, whose
// tracks are replaced when devices change, so that nothing but a change of network needs a new negotiation.

const OFFER_PATIENCE = 5_000; // the newcomer offers; who was there before waits this long
const ANSWER_PATIENCE = 3_000; // what was sent while the other page had no connection is sent again
const LOST_AFTER = 3_000;
const RECREATE_AFTER = 15_000;

/**
 * Dispatches 'state': 'connecting', 'connected' or 'reconnecting' in {@link state}; and 'gone' when the other page closed it.
 */
export class Peer extends EventTarget {
  /**
   * @param {{own: string, seat: string, ice: Object[], tracks: {audio: ?MediaStreamTrack, video: ?MediaStreamTrack}, signals: Signals}} of
   */
  constructor({ own, seat, ice, tracks, signals }) {
    super();
    Object.assign(this, { own, seat, ice, tracks: { ...tracks }, signals });
    this.isNewcomer = own > seat;
    this.stream = new MediaStream();
    this.state = 'connecting';
    this.queue = Promise.resolve();
    this.create();
    this.begin();
  }

  begin() {
    clearTimeout(this.patience);
    if (this.isNewcomer) this.offer();
    else this.patience = setTimeout(() => this.pc.remoteDescription || this.offer(), OFFER_PATIENCE);
  }

  create() {
    this.pc = new RTCPeerConnection({ iceServers: this.ice, bundlePolicy: 'max-bundle' });
    this.session = crypto.getRandomValues(new Uint32Array(1))[0];
    this.early = [];
    this.isOffering = false;
    const { pc } = this;
    pc.onicecandidate = ({ candidate }) => candidate && this.signals.candidate(this.seat, this.session, candidate.toJSON());
    pc.onconnectionstatechange = () => pc === this.pc && this.changed(pc.connectionState);
    // Its end is heard of at once, long before ICE misses anything.
    this.line = pc.createDataChannel('here', { negotiated: true, id: 0 });
    this.line.onclose = () => pc === this.pc && this.dispatchEvent(new Event('gone'));
  }

  changed(connection) {
    clearTimeout(this.lost);
    if (connection === 'connected') {
      clearTimeout(this.rebirth);
      this.rebirth = null;
      this.become('connected');
    } else if (connection === 'disconnected') {
      this.lost = setTimeout(() => this.become('reconnecting'), LOST_AFTER);
    } else if (connection === 'failed') {
      this.become('reconnecting');
      this.restart();
      this.rebirth ??= setTimeout(() => this.recreate(), RECREATE_AFTER);
    }
  }

  become(state) {
    if (this.state === state || this.isClosed) return;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }

  /** Everything that negotiates happens one after the other. */
  inTurn(work) {
    this.queue = this.queue.then(() => this.isClosed || work()).catch(error => this.isClosed || console.warn('call:', error.message));
    return this.queue;
  }

  /** Offers with our two lines, which the first offer makes. */
  offer() {
    return this.inTurn(async () => {
      const { pc } = this;
      if (pc.signalingState !== 'stable') return;
      for (const kind of ['audio', 'video']) {
        if (!this[kind]) this[kind] = pc.addTransceiver(this.tracks[kind] ?? kind, { direction: 'sendrecv' });
      }
      await pc.setLocalDescription();
      this.describe();
    });
  }

  describe() {
    this.signals.signal(this.seat, { session: this.session, answers: this.theirs, description: this.pc.localDescription.toJSON() });
    clearTimeout(this.unanswered);
    this.unanswered = setTimeout(() => this.inTurn(() => this.pc.signalingState === 'have-local-offer' && this.describe()), ANSWER_PATIENCE);
  }

  servers(ice) {
    this.ice = ice;
    this.pc.setConfiguration({ ...this.pc.getConfiguration(), iceServers: ice });
  }

  /**
   * The network has changed, or fails. Only the newcomer offers where there are pictures already: whoever gives way to the other's
   * offer rolls back its own, after which Chromium shows no more of what comes in.
   */
  restart() {
    if (!this.pc.remoteDescription) return;
    if (this.isNewcomer) {
      this.pc.restartIce();
      this.offer();
    } else this.ask();
  }

  /** Starts anew where a restart did not help. */
  recreate() {
    this.rebirth = null;
    this.inTurn(() => this.fresh());
    this.begin();
    if (!this.isNewcomer) this.inTurn(() => this.ask());
  }

  /** Asks the newcomer for an offer. */
  ask() {
    this.signals.signal(this.seat, { session: this.session, ask: 'offer' });
  }

  asked({ session }) {
    if (!this.isNewcomer) return;
    if (this.theirs && this.theirs !== session) this.fresh();
    else if (this.pc.remoteDescription) this.pc.restartIce();
    this.offer();
  }

  fresh() {
    this.pc.onconnectionstatechange = null;
    this.pc.close();
    this.audio = this.video = null;
    this.stream = new MediaStream();
    this.theirs = null;
    this.create();
    this.become('reconnecting');
  }

  /** @param {{session: number, description: ?Object, candidates: ?Object[], ask: ?string}} content */
  receive(content) {
    return this.inTurn(() => {
      if (content.description) return this.described(content);
      return content.ask ? this.asked(content) : this.candidates(content);
    });
  }

  async described({ session, answers, description }) {
    const collides = description.type === 'offer' && this.pc.signalingState !== 'stable';
    if (collides && this.isNewcomer) return; // the other one gives way
    const isLate = answers !== this.session || this.pc.signalingState !== 'have-local-offer';
    if (description.type === 'answer' && isLate) return;
    if (description.type === 'offer' && this.theirs && this.theirs !== session) this.fresh();
    clearTimeout(this.patience);
    this.theirs = session;
    await this.pc.setRemoteDescription(description);
    await this.takeLines();
    if (description.type === 'offer') {
      await this.pc.setLocalDescription();
      this.describe();
    }
    for (const early of this.early.splice(0)) await this.candidates(early);
    this.dispatchEvent(new Event('negotiated'));
  }

  /** The lines that both know, and none that was made for an offer which gave way. */
  async takeLines() {
    const transceivers = this.pc.getTransceivers();
    for (const kind of ['audio', 'video']) {
      const line = transceivers.find(one => one.mid !== null && one.receiver.track.kind === kind && one.direction !== 'stopped');
      if (!line) continue;
      if (this[kind] && this[kind] !== line && this[kind].mid === null) this[kind].stop();
      this[kind] = line;
      if (line.direction !== 'sendrecv') line.direction = 'sendrecv';
      if (line.sender.track !== this.tracks[kind]) await line.sender.replaceTrack(this.tracks[kind] ?? null);
      if (!this.stream.getTracks().includes(line.receiver.track)) this.stream.addTrack(line.receiver.track);
    }
    this.dispatchEvent(new Event('stream'));
  }

  async candidates({ session, candidates }) {
    if (!this.pc.remoteDescription || session !== this.theirs) {
      this.early.push({ session, candidates });
      this.early.splice(0, this.early.length - 20);
      return;
    }
    for (const candidate of candidates) {
      await this.pc.addIceCandidate(candidate).catch(() => {}); // of an offer that gave way
    }
  }

  /** What we send from now on; null for nothing. */
  async replace(kind, track) {
    this.tracks[kind] = track;
    const sender = this[kind]?.sender;
    if (sender && sender.track !== track) await sender.replaceTrack(track).catch(() => {});
  }

  /**
   * @param {{maxBitrate: number, maxFramerate: number, scaleResolutionDownBy: number}} encoding of our picture
   * @param {boolean} isScreen whether it has to be sharp rather than to move
   */
  async limit(encoding, isScreen) {
    const sender = this.video?.sender;
    const parameters = sender?.getParameters();
    if (!parameters?.encodings?.length) return;
    Object.assign(parameters.encodings[0], encoding);
    parameters.degradationPreference = isScreen ? 'maintain-resolution' : 'maintain-framerate';
    await sender.setParameters(parameters).catch(() => {});
  }

  close() {
    this.isClosed = true;
    [this.patience, this.lost, this.rebirth, this.unanswered].forEach(clearTimeout);
    this.pc.onconnectionstatechange = null;
    this.pc.onicecandidate = null;
    this.pc.close();
  }
}
