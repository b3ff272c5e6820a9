// What the clinic writes to a caller who is in a call already, on hold too: their waiting screen, where it stands, is not seen then.
import { fragment } from '../api.js';
import { live } from '../live.js';

export class ClinicNotices {
  /** @param {string} entrance the address of the waiting area @param {function(string)} show what to do with a new text */
  constructor(entrance, show) {
    Object.assign(this, { entrance, show, last: null });
    live.addEventListener('news', event => event.detail.subject.startsWith('consultation:') && this.look());
    this.look();
  }

  /** Those that were there before the call were read on the waiting screen. */
  async look() {
    const answer = await fetch(`${this.entrance}/place?as=${document.body.dataset.as}`, { headers: { 'X-Requested-With': 'Careroom', 'Careroom-Background': '1' } }).catch(() => null);
    if (!answer?.ok) return;
    const notices = [...fragment(await answer.text()).querySelectorAll('[data-number]')].map(notice => ({ number: Number(notice.dataset.number), text: notice.querySelector('p').textContent.trim() }));
    const known = this.last;
    this.last = Math.max(0, ...notices.map(notice => notice.number));
    if (known === null) return;
    for (const notice of notices.filter(one => one.number > known).reverse()) this.show(notice.text);
  }
}
