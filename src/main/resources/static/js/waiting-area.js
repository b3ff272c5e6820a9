// The dashboard of a waiting area: rows come and go by news; waiting times count; sorted, filtered and searched on the page.
import { call, fragment, oneAtATime } from './api.js';
import { Alerts } from './alerts.js';
import { show } from './dialogs.js';
import { live } from './live.js';
import { showTimes } from './times.js';
import { words } from './words.js';

const TICK = 5_000;
const LONG = 30; // minutes (product 6: darker after 30 minutes)
const STATES = ['WAITING', 'ON_HOLD', 'BEING_SEEN', 'AWAY'];

const ORDERS = {
  arrived: (a, b) => a.dataset.arrived.localeCompare(b.dataset.arrived),
  newest: (a, b) => b.dataset.arrived.localeCompare(a.dataset.arrived),
  name: (a, b) => a.dataset.name.localeCompare(b.dataset.name),
  state: (a, b) => STATES.indexOf(a.dataset.state) - STATES.indexOf(b.dataset.state) || ORDERS.arrived(a, b),
};

const minutesSince = time => Math.max(0, Math.floor((Date.now() - new Date(time)) / 60_000));

class WaitingArea extends HTMLElement {
  connectedCallback() {
    this.refresh = oneAtATime(() => this.fetch());
    this.body = this.querySelector('tbody');
    this.say = this.querySelector('[data-area-words]').dataset;
    this.alerts = new Alerts(this);
    this.onNews = event => event.detail.subject === `waiting-area:${this.dataset.clinic}` && this.refresh();
    this.onConnected = () => this.refresh();
    live.addEventListener('news', this.onNews);
    live.addEventListener('connected', this.onConnected);
    for (const control of this.querySelectorAll('[data-search], [data-filter], [data-sort]')) {
      control.addEventListener('input', () => this.arrange());
    }
    this.addEventListener('submit', event => {
      if (!event.target.matches('[data-notify]')) return;
      event.preventDefault();
      this.notify(event.target.closest('tr'));
    });
    this.timer = setInterval(() => this.tick(), TICK);
    this.arrange();
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    clearInterval(this.timer);
  }

  rows() {
    return [...this.body.querySelectorAll('tr[data-caller]')];
  }

  /** Fetches what has changed since. */
  async fetch() {
    const answer = await call(`${this.dataset.address}?after=${this.dataset.changed}`, { background: true }).catch(() => null);
    if (answer?.ok) this.take(fragment(await answer.text()).querySelector('table'));
    else if (answer?.status === 403 || answer?.status === 404) location.assign('/clinics'); // one is no member any more, or it has another address
  }

  take(changes) {
    if (!this.isConnected || !changes) return;
    this.dataset.changed = changes.dataset.changed;
    this.querySelector('[data-seen-today]').textContent = changes.dataset.seenToday;
    for (const gone of changes.querySelectorAll('tr[data-gone]')) this.row(gone.dataset.gone)?.remove();
    for (const fresh of changes.querySelectorAll('tr[data-caller]')) {
      const old = this.row(fresh.dataset.caller);
      if (old) {
        const focused = old.contains(document.activeElement) ? [...old.querySelectorAll('button, a')].indexOf(document.activeElement) : -1;
        old.replaceWith(fresh);
        if (focused >= 0) fresh.querySelectorAll('button, a')[focused]?.focus();
      } else {
        this.body.append(fresh);
        this.alerts.arrived(this.say.arrived.replace('{0}', fresh.dataset.name));
      }
    }
    this.arrange();
  }

  row(caller) {
    return this.body.querySelector(`tr[data-caller="${CSS.escape(caller)}"]`);
  }

  arrange() {
    const searched = this.querySelector('[data-search]').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const state = this.querySelector('[data-filter]').value;
    const rows = this.rows().sort(ORDERS[this.querySelector('[data-sort]').value]);
    const inOrder = rows.every((row, at) => this.body.children[at] === row);
    if (!inOrder) this.body.append(...rows);
    for (const row of rows) {
      const text = row.dataset.words.toLowerCase();
      row.hidden = (state && row.dataset.state !== state) || !searched.every(word => text.includes(word));
    }
    this.querySelector('[data-none]').hidden = rows.length > 0;
    this.querySelector('[data-none-found]').hidden = rows.length === 0 || rows.some(row => !row.hidden);
    showTimes(this.body);
    this.tick();
  }

  tick() {
    const rows = this.rows();
    for (const state of STATES) {
      const count = this.querySelector(`[data-count-of="${state}"]`);
      if (count) count.textContent = rows.filter(row => row.dataset.state === state).length;
    }
    let longest = null;
    for (const row of rows) {
      const ticking = row.querySelector('[data-ticks]');
      const minutes = minutesSince(ticking.dataset.ticks);
      ticking.textContent = this.minutes(minutes);
      const long = row.dataset.state === 'WAITING' && minutes >= LONG;
      row.querySelector('.wait-state').classList.toggle('long', long);
      const said = row.querySelector('[data-long]');
      if (said) said.hidden = !long;
      if (row.dataset.state === 'WAITING') longest = Math.max(longest ?? 0, minutes);
    }
    this.querySelector('[data-longest]').textContent = longest === null ? '–' : this.minutes(longest);
  }

  minutes(minutes) {
    return minutes < 60
      ? this.say.min.replace('{0}', minutes)
      : this.say.hours.replace('{0}', Math.floor(minutes / 60)).replace('{1}', minutes % 60);
  }

  /** The text for a caller's screen is typed over the page, which goes on. */
  notify(row) {
    const form = this.querySelector('[data-notify-dialog]').content.cloneNode(true).querySelector('form');
    form.querySelector('h2').textContent = form.querySelector('h2').textContent.replace('{0}', row.dataset.name);
    const action = row.querySelector('[data-notify]').getAttribute('action').split('#')[0];
    const dialog = show(form);
    form.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
    form.querySelector('textarea').focus();
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const answer = await call(`${action}/notify`, { method: 'POST', body: new FormData(form) }).catch(() => null);
      if (answer?.ok) dialog.close();
      else form.querySelector('[data-error]').textContent = answer ? words().failed : words().unreachable;
    });
  }
}

customElements.define('careroom-waiting-area', WaitingArea);
