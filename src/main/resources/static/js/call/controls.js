// The buttons of a call: microphone, camera, screen, lock, layout, devices, leaving.

const KINDS = { videoinput: 'camera', audioinput: 'microphone' };

export class Controls {
  /** @param {HTMLElement} call the element that ties everything */
  constructor(call) {
    this.call = call;
    const on = (selector, work) => call.querySelector(selector)?.addEventListener('click', work);
    on('[data-mute]', () => call.media.mute(!call.media.isMuted));
    on('[data-camera]', () => call.media.cameraOff(!call.media.isCameraOff));
    on('[data-share]', () => this.share());
    on('[data-lock]', () => call.act(() => call.signals.post(call.view?.locked ? 'unlock' : 'lock')));
    on('[data-layout]', event => this.layout(event.currentTarget));
    on('[data-leaving]', () => this.menu());
    on('[data-leave]', () => call.leave());
    on('[data-end]', () => call.end());
    call.panels.onOpen.set('devices', () => this.devices());
    for (const select of call.querySelectorAll('[data-device]')) select.addEventListener('change', () => this.choose(select));
    navigator.mediaDevices?.addEventListener?.('devicechange', () => call.panels.open === 'devices' && this.devices());
    addEventListener('keydown', event => event.key === 'Escape' && this.menu(false));
    addEventListener('click', event => event.target.closest?.('.call-leaving') || this.menu(false));
    setInterval(() => call.since && call.screen.time(call.since), 1_000);
  }

  async share() {
    const { media, screen } = this.call;
    if (media.screen) media.unshare();
    else if (await media.share()) screen.notice('sharingNow');
  }

  layout(button) {
    const isSpeakerView = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isSpeakerView));
    this.call.layout.speakerView(isSpeakerView);
  }

  /** Opens or closes what one chooses between when leaving. */
  menu(isOpen) {
    const menu = this.call.querySelector('#call-leave-menu');
    const button = this.call.querySelector('[data-leaving]');
    const opens = isOpen ?? menu.hidden;
    if (menu.hidden === !opens) return;
    menu.hidden = !opens;
    button.setAttribute('aria-expanded', String(opens));
    (opens ? menu.querySelector('button') : button).focus();
  }

  async devices() {
    const devices = await this.call.media.list();
    const { media, words } = this.call;
    const current = { videoinput: media.camera?.getSettings().deviceId, audioinput: media.microphone?.getSettings().deviceId, audiooutput: this.call.layout.speaker ?? 'default' };
    for (const select of this.call.querySelectorAll('[data-device]')) {
      const kind = select.dataset.device;
      const options = devices.filter(device => device.kind === kind && device.deviceId);
      select.replaceChildren(...options.map(device => new Option(device.label || words.unnamed, device.deviceId, false, device.deviceId === current[kind])));
      if (!options.length) select.append(new Option(words.noDevice, ''));
      select.disabled = !options.length;
    }
    this.call.querySelector('[data-speaker]').hidden = !('setSinkId' in HTMLMediaElement.prototype);
    this.help();
  }

  async choose(select) {
    const kind = KINDS[select.dataset.device];
    if (kind) await this.call.media.choose(kind, select.value);
    else this.call.layout.sound(select.value);
    this.help();
  }

  /** What is wrong with the devices, and what to do. */
  help() {
    const { media, words } = this.call;
    this.call.querySelector('[data-device-help]').textContent = [['camera', media.states.camera], ['microphone', media.states.microphone]]
      .filter(([, state]) => !['on', 'off'].includes(state)).map(([device, state]) => words[device + state[0].toUpperCase() + state.slice(1)]).join(' ');
  }

  deviceNotice() {
    const { media, screen } = this.call;
    for (const device of ['camera', 'microphone']) {
      const state = media.states[device];
      if (!['on', 'off'].includes(state)) screen.notice(device + state[0].toUpperCase() + state.slice(1));
    }
  }

  /** Some browsers play no sound before the page was touched: any click will do. */
  offerSound() {
    if (this.isSilent) return;
    this.isSilent = true;
    this.call.screen.notice('silent');
    addEventListener('click', () => {
      this.isSilent = false;
      for (const video of this.call.querySelectorAll('[data-grid] video')) video.play().catch(() => {});
    }, { once: true });
  }
}
