// How a member is told of an arrival while they look elsewhere: a sound, a desktop notice. Chosen once for each person on this device.
import { chime } from './call/chime.js';

const key = name => `careroom.alert.${name}.${document.body.dataset.person}`;
const isOn = name => localStorage.getItem(key(name)) === 'on';

export class Alerts {
  /** @param {Element} page holds the switches [data-alert] and [data-test-sound] */
  constructor(page) {
    this.blocked = page.querySelector('[data-alert-blocked]');
    for (const box of page.querySelectorAll('[data-alert]')) {
      box.checked = isOn(box.dataset.alert) && (box.dataset.alert === 'sound' || this.allowed());
      box.addEventListener('change', () => this.turn(box));
    }
    page.querySelector('[data-test-sound]').addEventListener('click', () => chime('arrival'));
  }

  allowed() {
    return 'Notification' in window && Notification.permission === 'granted';
  }

  /** The browser is asked for notices when somebody wants them, never before. */
  async turn(box) {
    const { alert: name } = box.dataset;
    if (box.checked && name === 'desktop' && !this.allowed()) {
      const answer = 'Notification' in window ? await Notification.requestPermission() : 'denied';
      box.checked = answer === 'granted';
      this.blocked.hidden = box.checked;
    }
    if (box.checked && name === 'sound') chime('arrival');
    localStorage.setItem(key(name), box.checked ? 'on' : 'off');
  }

  /** Tells that somebody has come. The notice names nobody where others may see the screen: only that there is somebody. */
  arrived(text) {
    if (isOn('sound')) chime('arrival');
    if (isOn('desktop') && this.allowed() && document.visibilityState !== 'visible') {
      const notice = new Notification(text, { tag: 'careroom-arrival', icon: '/images/careroom.svg' });
      notice.onclick = () => {
        window.focus();
        notice.close();
      };
    }
  }
}
