// What this page sends: its camera or its screen, and its microphone; and how the others hear of a change of these.
import { canShareScreen, listDevices, openDevices, openScreen, stopDevices } from './devices.js';
import { camera } from './quality.js';

/** Dispatches 'change' whenever what is sent has changed. */
export class Media extends EventTarget {
  constructor() {
    super();
    this.stream = new MediaStream();
    this.screen = null;
    this.isMuted = false;
    this.isCameraOff = false;
    this.states = { camera: 'off', microphone: 'off' };
    this.chosen = { camera: true, microphone: true };
    this.people = 2;
  }

  async open() {
    const opened = await openDevices({ ...this.chosen, camera: !this.isCameraOff && this.chosen.camera });
    if (this.isStopped) {
      stopDevices(opened.stream);
      return;
    }
    stopDevices(this.stream);
    this.stream = opened.stream;
    this.states = { camera: opened.camera, microphone: opened.microphone };
    this.apply();
    this.fit(this.people);
  }

  get microphone() { return this.stream.getAudioTracks()[0] ?? null; }

  get camera() { return this.stream.getVideoTracks()[0] ?? null; }

  /** What the others get. */
  get tracks() { return { audio: this.microphone, video: this.screen ?? this.camera }; }

  /** What the page tells the others of itself. */
  get told() {
    return { muted: this.isMuted || !this.microphone, cameraOff: this.isCameraOff || !this.camera, sharing: Boolean(this.screen) };
  }

  apply() {
    if (this.microphone) this.microphone.enabled = !this.isMuted;
    this.dispatchEvent(new Event('change'));
  }

  mute(isMuted) {
    this.isMuted = isMuted;
    this.apply();
  }

  /** Gives the camera back, so that its light goes out, or opens it again. */
  async cameraOff(isOff) {
    this.isCameraOff = isOff;
    const before = this.camera;
    if (isOff && before) {
      before.stop();
      this.stream.removeTrack(before);
    }
    this.apply();
    if (!isOff && !before) await this.openCamera();
  }

  async openCamera() {
    const opened = await openDevices({ camera: this.chosen.camera, microphone: false });
    if (this.isCameraOff || this.isStopped || this.camera) {
      stopDevices(opened.stream);
      return;
    }
    this.states.camera = opened.camera;
    opened.stream.getTracks().forEach(track => this.stream.addTrack(track));
    this.apply();
    this.fit(this.people);
  }

  /** Shares a screen that the person chooses. @returns {Promise<boolean>} whether they did */
  async share() {
    const track = await openScreen();
    if (!track) return false;
    this.screen = track;
    track.addEventListener('ended', () => this.unshare());
    this.apply();
    return true;
  }

  unshare() {
    this.screen?.stop();
    this.screen = null;
    this.apply();
  }

  get canShare() { return canShareScreen(); }

  /** Takes another device. @param {'camera'|'microphone'} kind @param {string} id */
  async choose(kind, id) {
    this.chosen[kind] = id;
    stopDevices(this.stream); // a phone opens its second camera only when the first is free
    await this.open();
  }

  list() { return listDevices(); }

  /** Asks the camera for no more than is needed with so many in the call. */
  fit(people) {
    this.people = people;
    this.camera?.applyConstraints(camera(people)).catch(() => {});
  }

  stop() {
    this.isStopped = true;
    this.screen?.stop();
    stopDevices(this.stream);
  }
}
