// The list of rooms: rows change with the news, without fetching; the list is fetched again only when it was nudged.
import { call, fragment } from './api.js';
import { live } from './live.js';
import { showTimes } from './times.js';

const REFRESH = 300;

class Rooms extends HTMLElement {
  connectedCallback() {
    this.onNews = event => this.news(event.detail);
    this.onConnected = () => this.refreshSoon();
    live.addEventListener('news', this.onNews);
    live.addEventListener('connected', this.onConnected);
    document.addEventListener('careroom:read', this.onRead = event => this.setUnread(event.detail.room, event.detail.unread));
    const pane = this.closest('.pane');
    pane.scrollTop = Number(sessionStorage.getItem('careroom.rooms.scroll') ?? 0);
    pane.addEventListener('scroll', () => sessionStorage.setItem('careroom.rooms.scroll', String(pane.scrollTop)), { passive: true });
    this.mark();
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    document.removeEventListener('careroom:read', this.onRead);
    clearTimeout(this.timer);
  }

  row(room) {
    return this.querySelector(`[data-room="${CSS.escape(room)}"]`);
  }

  news(item) {
    if (item.subject === 'rooms') {
      this.refreshSoon();
      return;
    }
    const room = item.subject.startsWith('room:') ? item.subject.slice(5) : null;
    const row = room && this.row(room);
    if (item.type === 'read') {
      this.setUnread(room, item.unread);
    } else if (item.type === 'message') {
      if (row) this.message(row, item);
      else if (this.dataset.query === 'plain') this.refreshSoon();
    } else if (item.type === 'change' && row && Number(row.dataset.sequence) === item.sequence) {
      this.line(row, item);
    }
  }

  message(row, item) {
    if (item.sequence <= Number(row.dataset.sequence)) return;
    row.dataset.sequence = item.sequence;
    this.line(row, item);
    const time = row.querySelector('time');
    time.setAttribute('datetime', item.sentAt);
    showTimes(row);
    const own = item.author === document.body.dataset.person;
    this.setUnread(row.dataset.room, own ? 0 : Number(row.dataset.unread) + 1);
    const first = this.querySelector('.row-room');
    if (first !== row) first.before(row);
  }

  line(row, item) {
    const element = row.querySelector('[data-line]');
    const isEvent = fragment(item.html).querySelector('article').dataset.kind === 'EVENT';
    element.replaceChildren();
    if (!isEvent) {
      const name = document.createElement('bdi');
      name.textContent = item.authorName;
      element.append(name, ': ');
    }
    const line = document.createElement('bdi');
    line.textContent = item.line;
    element.append(line);
  }

  setUnread(room, unread) {
    const row = this.row(room);
    if (!row) return;
    row.dataset.unread = Math.max(0, unread);
    row.classList.toggle('unread', unread > 0);
    row.querySelector('[data-count]').classList.toggle('d-none', unread <= 0);
    row.querySelector('[data-count-number]').textContent = unread;
    countSoon();
  }

  refreshSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REFRESH + Math.random() * REFRESH);
  }

  async refresh() {
    const query = this.dataset.query === 'plain' ? '' : location.search;
    const answer = await call(`/rooms/list${query}`, { background: true }).catch(() => null);
    if (answer?.ok && this.isConnected) {
      const list = fragment(await answer.text()).querySelector('[data-rows]');
      showTimes(list);
      this.querySelector('[data-rows]').replaceWith(list);
      window.htmx.process(list);
      this.mark();
      countSoon();
    }
  }

  mark() {
    for (const row of this.querySelectorAll('.row-room')) {
      const current = row.dataset.room === this.dataset.current;
      row.classList.toggle('on', current);
      if (current) row.setAttribute('aria-current', 'page');
    }
  }
}

customElements.define('careroom-rooms', Rooms);

// The count in the left column, asked for at most once in two seconds.
let counting = null;
function countSoon() {
  counting ??= setTimeout(async () => {
    counting = null;
    const answer = await call('/rooms/unread', { accept: 'application/json', background: true }).catch(() => null);
    if (!answer?.ok) return;
    const { rooms } = await answer.json();
    const entry = document.querySelector('[data-module-entry="rooms"] [data-count]');
    entry?.classList.toggle('d-none', rooms === 0);
    if (entry) entry.querySelector('[data-count-number]').textContent = rooms;
  }, 2_000);
}
live.addEventListener('news', event => {
  const { type, author } = event.detail;
  if (type === 'message' && author !== document.body.dataset.person && !document.querySelector('careroom-rooms')) countSoon();
});
