// Filling in a case: fields are saved as one goes, those changed together in one save, so that each room is told once. What
// somebody else changed meanwhile is shown, never overwritten. Old page + nudge = fresh page, but for what is being typed.
import { call, fragment } from './api.js';
import { live } from './live.js';
import { held, inputs, shown, showConflict } from './case-field.js';
import { showTimes } from './times.js';

const PAUSE = 2_500;
const PICKED = 600;
const IDLE = 10_000;
const RETRY = 5_000;

/** Which tasks and fields there are, and which of them can be filled in. */
const shape = root => JSON.stringify([...root.querySelectorAll('[data-task], [data-field], [data-shape]')]
  .map(part => [part.dataset.task ?? part.dataset.field ?? part.dataset.shape, inputs(part).length]));

class Case extends HTMLElement {
  connectedCallback() {
    this.id_ = this.dataset.case;
    this.words = { ...this.querySelector('[data-case-words]').dataset };
    this.remember(this.querySelectorAll('[data-field]'));
    this.addEventListener('input', event => this.typed(event));
    this.addEventListener('change', event => this.typed(event, event.target.matches('select, [type=checkbox]') ? PICKED : PAUSE));
    this.addEventListener('focusout', () => this.saveSoon());
    this.addEventListener('submit', event => {
      if (!('fields' in event.target.dataset)) return;
      event.preventDefault();
      this.save();
    });
    live.addEventListener('news', this.onNews = event => { if (event.detail.subject === `case:${this.id_}`) this.refreshSoon(); });
    live.addEventListener('connected', this.onConnected = () => {
      this.refreshSoon();
      this.saveSoon(PICKED);
    });
    addEventListener('beforeunload', this.onLeave = event => { if (this.changed().length) event.preventDefault(); });
    document.addEventListener('htmx:beforeRequest', this.onGo = event => this.leave(event));
  }

  disconnectedCallback() {
    live.removeEventListener('news', this.onNews);
    live.removeEventListener('connected', this.onConnected);
    removeEventListener('beforeunload', this.onLeave);
    document.removeEventListener('htmx:beforeRequest', this.onGo);
    clearTimeout(this.timer);
    clearTimeout(this.refreshTimer);
  }

  remember(fields) {
    for (const field of fields) field.dataset.was = held(field);
  }

  changed() {
    return [...this.querySelectorAll('[data-field]')].filter(field => inputs(field).length && field.dataset.was !== held(field));
  }

  typed(event, pause = PAUSE) {
    const field = event.target.closest('[data-field]');
    if (!field) return;
    const differs = field.dataset.was !== held(field);
    field.dataset.at = Date.now();
    this.since ??= Date.now();
    field.classList.toggle('changed', differs);
    this.state(field, differs ? this.words.typing : '');
    this.saveSoon(pause);
  }

  /** What belongs together is saved together, but a value that is ready waits for others ten seconds at most. */
  saveSoon(pause = PAUSE) {
    clearTimeout(this.timer);
    if (!this.changed().length) {
      this.since = null;
      return;
    }
    const longest = Math.max(PICKED, (this.since ?? Date.now()) + IDLE - Date.now());
    this.timer = setTimeout(() => this.save(false), Math.min(pause, longest));
  }

  /** A text that is still being typed: what is picked is ready at once. */
  typing(field) {
    const active = document.activeElement;
    return field.contains(active) && active.matches('textarea, input:not([type=checkbox])') && Date.now() - Number(field.dataset.at ?? 0) < IDLE;
  }

  /** What can be saved: not what was refused as it is, nor what somebody else changed and nobody was asked about. */
  saveable() {
    return this.changed().filter(field => field.dataset.refused !== held(field) && (!field.classList.contains('conflict') || field.dataset.asked));
  }

  state(field, text) {
    const place = field.closest('form').querySelector('[data-state]');
    if (place) place.textContent = text ?? '';
  }

  /** Before another page is shown; what cannot be saved is asked about. */
  leave(event) {
    const left = this.changed();
    if (!left.length) return;
    const saveable = this.saveable();
    if (left.some(field => !saveable.includes(field)) && !window.confirm(this.words.leave)) event.preventDefault();
    else this.save();
  }

  async save(all = true) {
    clearTimeout(this.timer);
    if (this.saving) return;
    const fields = this.saveable().filter(field => all || !this.typing(field));
    if (!fields.length) {
      if (this.saveable().length) this.timer = setTimeout(() => this.save(false), PAUSE);
      return;
    }
    this.saving = true;
    this.since = null;
    const body = new URLSearchParams();
    const sent = new Map();
    for (const field of fields) {
      const id = field.dataset.field;
      sent.set(field, held(field));
      body.append(`seen.${id}`, field.querySelector('[data-seen]').value);
      for (const input of inputs(field)) if (input.type !== 'checkbox' || input.checked) body.append(`field.${id}`, input.value);
    }
    const answer = await call(`/cases/${this.id_}/fields`, { method: 'POST', body, accept: 'application/json' }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    this.saving = false;
    if (!told?.saved) {
      this.failed(fields, sent, answer, told);
      return;
    }
    for (const field of fields) this.answered(field, sent.get(field), told);
    for (const field of fields) this.state(field, this.whole(field) ? this.words.saved : this.words.unsaved);
    await this.refresh();
    if (this.saveable().length) this.saveSoon();
  }

  /** Whether nothing of the field's form waits for being saved. */
  whole(field) {
    return this.changed().every(other => other.closest('form') !== field.closest('form'));
  }

  /** The server away, it is tried again; what is refused is not. */
  failed(fields, sent, answer, told) {
    const away = !answer || answer.status >= 500;
    for (const field of fields) {
      if (!away) field.dataset.refused = sent.get(field);
      this.state(field, away ? this.words.retry : told?.message ?? this.words.unsaved);
    }
    if (away) this.timer = setTimeout(() => this.save(false), RETRY);
  }

  answered(field, sent, told) {
    const id = field.dataset.field;
    const conflict = told.conflicts.find(one => one.field === id);
    this.mark(field, told.wrong[id]);
    if (told.wrong[id]) field.dataset.refused = sent;
    if (conflict || told.wrong[id]) return;
    field.classList.remove('changed', 'conflict');
    field.querySelector('[data-conflict]')?.remove();
    field.dataset.was = sent;
    if (id in told.versions) field.querySelector('[data-seen]').value = told.versions[id];
    delete field.dataset.asked;
  }

  mark(field, why) {
    field.querySelector('[data-wrong]')?.remove();
    for (const input of inputs(field)) input.setAttribute('aria-invalid', String(Boolean(why)));
    if (!why) return;
    const error = Object.assign(document.createElement('div'), { className: 'invalid-feedback d-block', textContent: why });
    error.setAttribute('role', 'alert');
    error.dataset.wrong = '';
    field.querySelector('[data-saved]').before(error);
  }

  refreshSoon() {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = setTimeout(() => this.refresh(), 200 + Math.random() * 400);
  }

  /** Takes over what others changed. A field that is being changed here keeps what was typed, and asks. */
  async refresh() {
    const answer = await call(location.pathname, { background: true }).catch(() => null);
    if (!this.isConnected) return;
    if (answer?.status === 404) this.end();
    if (!answer?.ok) return;
    const page = fragment(await answer.text());
    const fresh = page.querySelector(`careroom-case[data-case="${CSS.escape(this.id_)}"]`);
    if (!fresh) { location.reload(); return; }
    showTimes(page);
    const head = page.querySelector('#main header.head');
    document.querySelector('#main header.head')?.replaceChildren(...head.childNodes);
    if (shape(fresh) !== shape(this)) this.rebuild(fresh);
    for (const field of fresh.querySelectorAll('[data-field]')) this.take(field);
    for (const task of fresh.querySelectorAll('[data-task]')) this.takeTask(task);
    const side = page.querySelector('.case-side');
    if (side) document.querySelector('.case-side')?.replaceChildren(...side.childNodes);
  }

  /** Other fields, tasks or rights than before. What is being typed stays where it can be saved, and is shown where it cannot. */
  rebuild(fresh) {
    const typed = this.changed().map(field => ({
      id: field.dataset.field,
      label: field.querySelector('label, legend')?.textContent.trim() ?? '',
      seen: field.querySelector('[data-seen]').value,
      values: inputs(field).map(({ value, checked }) => ({ value, checked })),
    }));
    const focused = document.activeElement?.id;
    const open = new Set([...this.querySelectorAll('details[data-task][open]')].map(task => task.dataset.task));
    const known = new Set([...this.querySelectorAll('details[data-task]')].map(task => task.dataset.task));
    this.replaceChildren(...[...fresh.childNodes].map(node => node.cloneNode(true)));
    for (const task of this.querySelectorAll('details[data-task]')) if (known.has(task.dataset.task)) task.open = open.has(task.dataset.task);
    this.remember(this.querySelectorAll('[data-field]'));
    for (const one of typed) this.retype(one);
    window.htmx.process(this);
    if (focused) document.getElementById(focused)?.focus();
  }

  retype({ id, label, seen, values }) {
    const field = this.querySelector(`[data-field="${CSS.escape(id)}"]`);
    const places = field ? inputs(field) : [];
    if (places.length === values.length) {
      places.forEach((place, at) => Object.assign(place, values[at]));
      field.querySelector('[data-seen]').value = seen;
      field.classList.add('changed');
      field.closest('details')?.setAttribute('open', '');
      return;
    }
    const text = values.filter(({ value, checked }) => value && (places.length < 2 || checked)).map(({ value }) => value).join(', ');
    const lost = Object.assign(document.createElement('p'), { className: 'alert alert-warning', textContent: `${this.words.lost} ${label}: ${text}` });
    lost.setAttribute('role', 'alert');
    this.prepend(lost);
  }

  /** The person has nothing to do with the case any more. */
  end() {
    clearTimeout(this.timer);
    live.removeEventListener('news', this.onNews);
    const gone = Object.assign(document.createElement('p'), { className: 'alert alert-warning m-3', textContent: this.words.gone });
    gone.setAttribute('role', 'alert');
    document.querySelector('#main').replaceChildren(gone);
  }

  take(fresh) {
    const field = this.querySelector(`[data-field="${CSS.escape(fresh.dataset.field)}"]`);
    if (!field) return;
    const seen = field.querySelector('[data-seen]');
    const version = fresh.querySelector('[data-seen]')?.value;
    const newer = seen && version !== seen.value;
    const dirty = inputs(field).length && field.dataset.was !== held(field);
    if (!seen || !version || !dirty) {
      if (!field.contains(document.activeElement) || newer) this.renew(field, fresh);
      else {
        field.querySelector('[data-saved]').replaceChildren(...fresh.querySelector('[data-saved]').childNodes);
        seen.value = version;
      }
    } else if (newer) {
      this.ask(field, fresh, version);
    }
  }

  /** Takes over what the fresh page holds; who is in it stays there. */
  renew(field, fresh) {
    const focused = field.contains(document.activeElement) && document.activeElement.id;
    field.replaceChildren(...fresh.childNodes);
    field.dataset.was = held(field);
    field.classList.remove('changed', 'conflict');
    if (focused) document.getElementById(focused)?.focus();
  }

  /** Both changed it: the other's value is shown, and saving again puts this one in its place. */
  ask(field, fresh, version) {
    delete field.dataset.asked;
    const theirs = inputs(fresh).map(shown).filter(Boolean).join(', ');
    const by = fresh.querySelector('[data-saved] bdi')?.textContent ?? '';
    showConflict(field, this.words, by, theirs, () => {
      field.dataset.asked = 'true';
      this.save();
    }, () => this.renew(field, fresh));
    field.querySelector('[data-seen]').value = version;
    field.querySelector('[data-saved]').replaceChildren(...fresh.querySelector('[data-saved]').cloneNode(true).childNodes);
    this.state(field, this.words.unsaved);
  }

  takeTask(fresh) {
    const task = this.querySelector(`[data-task="${CSS.escape(fresh.dataset.task)}"]`);
    if (!task) return;
    task.querySelector('summary').replaceChildren(...fresh.querySelector('summary').childNodes);
    const foot = task.querySelector(':scope > .task-foot');
    const freshFoot = fresh.querySelector(':scope > .task-foot');
    if (foot && freshFoot) {
      foot.replaceWith(freshFoot);
      window.htmx.process(freshFoot);
    }
  }
}

customElements.define('careroom-case', Case);
