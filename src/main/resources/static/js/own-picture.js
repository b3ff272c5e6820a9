// The picture that callers see of themselves before a call, and what is said where there is none (product 6: the patient's way).
import { openDevices, stopDevices } from './call/devices.js';

/** What they chose to go on with, for the call. */
const CHOICE = 'careroom.devices';

/** Remembers in this tab with which devices the person goes on. */
export const choose = devices => sessionStorage.setItem(CHOICE, JSON.stringify({ camera: devices.camera === 'on', microphone: devices.microphone === 'on' }));

/** With which they went on; with both while they were not asked. */
export function chosen() {
  try {
    return JSON.parse(sessionStorage.getItem(CHOICE)) ?? {};
  } catch {
    return {};
  }
}

/** Which of the page's words says how it stands. */
export function state({ camera, microphone }) {
  if (camera === 'on' && microphone === 'on') return 'on';
  const problem = [camera, microphone].find(word => word === 'refused') ?? [camera, microphone].find(word => word === 'busy');
  if (problem) return problem;
  if (microphone === 'on') return 'sound';
  return camera === 'on' || camera === 'missing' ? 'missing' : 'nothing';
}

export class OwnPicture {
  /** @param {Element} page holds [data-self] with a video, [data-device-state] and the words */
  constructor(page) {
    this.page = page;
    this.self = page.querySelector('[data-self]');
  }

  /** Opens the devices and shows what came. @returns what openDevices says */
  async open(wanted) {
    const words = this.page.querySelector('[data-device-words]').dataset;
    this.say(words.asking);
    stopDevices(this.devices?.stream);
    const devices = await openDevices(wanted);
    if (this.closed) {
      stopDevices(devices.stream);
      return devices;
    }
    this.devices = devices;
    const video = this.self.querySelector('video');
    video.srcObject = devices.stream;
    this.self.classList.toggle('without', devices.camera !== 'on');
    this.say(words[state(devices)]);
    return devices;
  }

  say(text) {
    const place = this.page.querySelector('[data-device-state]');
    if (place && place.textContent !== text) place.textContent = text;
  }

  close() {
    this.closed = true;
    stopDevices(this.devices?.stream);
  }
}
