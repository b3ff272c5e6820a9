// A list of rooms, or of conversations: rows change with the news, without fetching; the list is fetched again only when it was
// nudged. The Organization view, whose rows differ from reader to reader, is fetched for each.
import { call, fragment } from './api.js';
import { connected, live } from './live.js';
import { plainTimes, showTimes } from './times.js';
import { countSoon, turned } from './unread.js';

const REFRESH = 300;
const REFETCH = 1_500;
const TYPING = 250;

class Rooms extends HTMLElement {
  connectedCallback() {
    this.onNews = event => this.news(event.detail);
    this.onConnected = () => this.refreshSoon();
    this.onRead = event => this.read(event.detail);
    live.addEventListener('news', this.onNews);
    live.addEventListener('connected', this.onConnected);
    document.addEventListener('careroom:read', this.onRead);
    const pane = this.closest('.pane');
    const scroll = `careroom.${this.dataset.list}.scroll`;
    pane.scrollTop = Number(sessionStorage.getItem(scroll) ?? 0);
    pane.addEventListener('scroll', () => sessionStorage.setItem(scroll, String(pane.scrollTop)), { passive: true });
    const search = pane.querySelector('#rooms-search');
    search.addEventListener('input', () => this.search(search.value.trim()));
    search.form.addEventListener('submit', event => {
      if (document.activeElement?.closest('.narrow')) return; // filters are in the address of the page
      event.preventDefault();
      this.openFirst();
    });
    this.mark(this);
    // What came between the writing of this page and now is told by no news to this page any more.
    if ('fetched' in this.dataset && connected()) this.refreshLater();
    const current = this.querySelector('.row-room.on');
    const below = current && current.getBoundingClientRect().bottom - pane.getBoundingClientRect().bottom;
    if (below > 0) pane.scrollTop += below;
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    document.removeEventListener('careroom:read', this.onRead);
    clearTimeout(this.timer);
    clearTimeout(this.later);
  }

  /** Finds while one types; the form finds the same without this. */
  search(typed) {
    const query = new URLSearchParams(this.dataset.search ?? (location.pathname === this.dataset.address ? location.search : ''));
    query.delete('after');
    query.set('q', typed);
    this.searched = typed || this.dataset.query !== 'plain' ? `?${query}` : null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), TYPING);
  }

  /** Enter in the search goes to the first room it finds by its name, else by its people; typed nothing, the open room stays. */
  async openFirst() {
    if (!this.searched) return;
    clearTimeout(this.timer);
    const typed = new URLSearchParams(this.searched).get('q').toLowerCase();
    await this.refresh();
    const rows = [...this.querySelectorAll('.row-room')];
    const named = rows.find(row => row.querySelector('b').textContent.toLowerCase().includes(typed));
    (named ?? rows[0])?.click();
  }

  row(room) {
    return this.querySelector(`[data-room="${CSS.escape(room)}"]`);
  }

  news(item) {
    if (item.type === 'access' && this.dataset.list === 'chat') {
      this.refresh(); // an access that ends, ends at once
      return;
    }
    if (item.subject === this.dataset.list) {
      if ('fetched' in this.dataset) {
        this.refreshLater();
        return;
      }
      this.refreshSoon();
      return;
    }
    const room = item.subject.startsWith('room:') ? item.subject.slice(5) : null;
    const row = room && this.row(room);
    if (item.type === 'read') {
      if (row) this.read({ room, upTo: item.upTo });
      else countSoon();
    } else if (item.type === 'message') {
      if (item.list !== this.dataset.list) countSoon();
      else if ('fetched' in this.dataset) this.refreshLater();
      else if (row) this.message(row, item);
      else if (this.dataset.query === 'plain' && !this.searched) this.refreshLater();
      else countSoon();
    } else if (item.type === 'change' && row && Number(row.dataset.sequence) === item.sequence) {
      this.line(row, item);
    }
  }

  message(row, item) {
    const news = item.sequence - Number(row.dataset.sequence); // more than one, when a later message overtook others
    if (news <= 0) return;
    row.dataset.sequence = item.sequence;
    this.line(row, item);
    row.querySelector('time').setAttribute('datetime', item.sentAt);
    showTimes(row);
    const own = item.author === document.body.dataset.person;
    this.setUnread(row, own ? 0 : Number(row.dataset.unread) + news);
    const first = this.querySelector('.row-room');
    if (first === row) return;
    const focused = document.activeElement === row;
    first.before(row);
    if (focused) row.focus({ preventScroll: true });
  }

  line(row, item) {
    const line = document.createElement('bdi');
    const article = fragment(item.html).querySelector('article');
    line.textContent = article.dataset.kind === 'UPDATE' ? plainTimes(item.line) : item.line;
    const alone = article.dataset.kind === 'EVENT' || article.classList.contains('deleted');
    const name = document.createElement('bdi');
    name.textContent = item.authorName;
    row.querySelector('[data-line]').replaceChildren(...(alone ? [line] : [name, ': ', line]));
  }

  /** It was read up to a message; more may have come since that was told. */
  read({ room, upTo }) {
    const row = this.row(room);
    if (row) this.setUnread(row, Math.max(0, Number(row.dataset.sequence) - upTo));
  }

  setUnread(row, unread) {
    const before = Number(row.dataset.unread);
    row.dataset.unread = unread;
    row.classList.toggle('unread', unread > 0);
    row.querySelector('[data-count]').classList.toggle('d-none', unread <= 0);
    row.querySelector('[data-count-number]').textContent = unread;
    const counts = row.dataset.muted !== 'true' && row.dataset.open === 'true';
    if (counts && before > 0 !== unread > 0) turned(this.dataset.list, unread > 0);
  }

  refreshSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), REFRESH + Math.random() * REFRESH);
  }

  /** Fetches again within a moment, however much comes meanwhile. */
  refreshLater() {
    this.later ??= setTimeout(() => {
      this.later = null;
      this.refresh();
    }, REFRESH + Math.random() * REFETCH);
  }

  async refresh() {
    const query = this.searched ?? (this.dataset.query === 'plain' ? '' : this.dataset.search ?? location.search);
    const answer = await call(`${this.dataset.address}/list${query}`, { background: true }).catch(() => null);
    if (answer?.status === 404 && this.isConnected) this.querySelector('[data-rows]').replaceChildren(this.gone());
    if (!answer?.ok || !this.isConnected || query !== (this.searched ?? query)) return;
    const list = fragment(await answer.text()).querySelector('[data-rows]');
    showTimes(list);
    this.mark(list);
    this.showCounts(list);
    countSoon();
    if (this.isOvertaken(list)) {
      this.refreshLater();
      return;
    }
    const old = this.querySelector('[data-rows]');
    if (old.isEqualNode(list)) return; // whoever is about to press a row must not lose it
    const focused = this.contains(document.activeElement) && document.activeElement.dataset.room;
    old.replaceWith(list);
    window.htmx.process(list);
    if (focused) this.row(focused)?.focus({ preventScroll: true });
  }

  /** Whether news have told this page more of a room than stands in a list that was on its way meanwhile. */
  isOvertaken(list) {
    return [...list.querySelectorAll('.row-room')].some(row => Number(this.row(row.dataset.room)?.dataset.sequence ?? 0) > Number(row.dataset.sequence));
  }

  /** Whoever may not see the list any more sees nothing of it. */
  gone() {
    this.closest('.pane').querySelectorAll('.shows [data-show-count], .narrow').forEach(element => element.remove());
    return Object.assign(document.createElement('p'), { className: 'empty', textContent: this.dataset.gone ?? '' });
  }

  /** How many wait in each state, beside its name. */
  showCounts(list) {
    for (const counted of list.querySelector('template[data-counts]')?.content.children ?? []) {
      const place = this.closest('.pane').querySelector(`.shows [data-show-count="${counted.dataset.showCount}"]`);
      if (place) place.textContent = counted.textContent;
    }
  }

  mark(list) {
    for (const row of list.querySelectorAll('.row-room')) {
      const current = row.dataset.room === this.dataset.current;
      row.classList.toggle('on', current);
      if (current) row.setAttribute('aria-current', 'page');
    }
  }
}

customElements.define('careroom-rooms', Rooms);
