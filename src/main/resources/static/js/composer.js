// Writing in a room. What was typed survives a reload; what could not be sent stays visible with a way to try again.
import { call } from './api.js';
import { edit } from './message-actions.js';
import { Mentions } from './mentions.js';

const coarse = matchMedia('(pointer: coarse)');

export class Composer {
  constructor(element, words, log) {
    this.element = element;
    this.words = words;
    this.log = log;
    this.room = element.dataset.room;
    this.draftKey = `careroom.draft.${document.body.dataset.person}.${this.room}`;
    this.unsentKey = `careroom.unsent.${document.body.dataset.person}.${this.room}`;
    this.pending = new Map();
  }

  start() {
    this.bind();
    for (const item of this.unsent()) this.showPending(item, false);
    this.element.addEventListener('careroom:reply', event => this.answer(event.detail));
    this.element.addEventListener('careroom:edit', event => this.edit(event.detail));
  }

  bind() {
    this.form = this.element.querySelector('[data-composer-form]');
    if (!this.form) return;
    this.text = this.form.querySelector('textarea');
    this.error = this.form.querySelector('[data-composer-error]');
    if (!this.text.value) this.text.value = localStorage.getItem(this.draftKey) ?? '';
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', event => this.key(event));
    this.form.addEventListener('submit', event => { event.preventDefault(); this.submit(); });
    this.form.querySelector('[data-answering-end]').addEventListener('click', () => this.endAnswering());
    this.mentions = new Mentions(this.form, this.text, this.room);
    this.fit();
  }

  /** A fresh composer for the room's new state; what was typed moves over. */
  replace(fresh) {
    const typed = this.text?.value ?? '';
    const focused = document.activeElement === this.text;
    const had = Boolean(this.form);
    const has = Boolean(fresh.querySelector('[data-composer-form]'));
    if (had && has) return;
    this.element.querySelector('[data-composer]').replaceWith(fresh);
    if (typed) localStorage.setItem(this.draftKey, typed);
    this.form = null;
    this.bind();
    if (focused) this.text?.focus();
  }

  end(reason) {
    const box = this.element.querySelector('[data-composer]');
    if (this.text?.value) localStorage.setItem(this.draftKey, this.text.value);
    const text = Object.assign(document.createElement('p'), { className: 'cannot', textContent: reason });
    text.setAttribute('role', 'alert');
    box.replaceChildren(text);
    this.form = null;
  }

  typed() {
    this.fit();
    this.error.textContent = '';
    this.text.classList.remove('is-invalid');
    if (!this.editing) this.keepDraft();
    if (this.text.value.trim()) this.element.tellTyping();
  }

  keepDraft() {
    if (this.text.value) localStorage.setItem(this.draftKey, this.text.value);
    else localStorage.removeItem(this.draftKey);
  }

  fit() {
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.min(this.text.scrollHeight, 200)}px`;
  }

  key(event) {
    if (this.mentions.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !coarse.matches) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'ArrowUp' && !this.text.value) {
      const own = this.log.articles().filter(article => article.classList.contains('own') && !article.classList.contains('deleted')).at(-1);
      if (own) { event.preventDefault(); edit(own, this.log); }
    } else if (event.key === 'Escape' && (this.editing || this.answering)) {
      event.stopPropagation();
      this.endAnswering();
    }
  }

  // Answering and editing

  answer(article) {
    this.endAnswering();
    this.answering = article.dataset.sequence;
    this.tell(this.words.replying.replace('{0}', article.dataset.authorName), article.dataset.line);
  }

  edit(article) {
    this.endAnswering();
    this.editing = article.dataset.sequence;
    this.text.value = article.querySelector('[data-text]').textContent;
    this.fit();
    this.tell(this.words.editing, '');
  }

  tell(what, line) {
    this.form.querySelector('[data-answering]').hidden = false;
    const element = this.form.querySelector('[data-answering-line]');
    element.replaceChildren(Object.assign(document.createElement('b'), { textContent: what }), ' ', Object.assign(document.createElement('bdi'), { textContent: line }));
    this.text.focus();
  }

  endAnswering() {
    if (this.editing) {
      this.text.value = localStorage.getItem(this.draftKey) ?? '';
      this.fit();
    }
    this.answering = null;
    this.editing = null;
    this.form.querySelector('[data-answering]').hidden = true;
  }

  // Sending

  submit() {
    const body = this.text.value.trim();
    if (!body) {
      this.text.focus();
      return;
    }
    if (this.editing) {
      this.sendEdit(body);
      return;
    }
    const item = { body, clientKey: crypto.randomUUID?.() ?? this.form.elements.clientKey.value, quotes: this.answering };
    this.text.value = '';
    localStorage.removeItem(this.draftKey);
    this.endAnswering();
    this.fit();
    this.keepUnsent([...this.unsent(), item]);
    this.showPending(item, true);
    this.log.toEnd();
    this.send(item);
  }

  async sendEdit(body) {
    const answer = await call(`/rooms/${this.room}/messages/${this.editing}`, { method: 'POST', body: { body }, accept: 'application/json' }).catch(() => null);
    if (answer?.ok) {
      this.endAnswering();
      this.log.catchUp();
    } else {
      this.refuse((await answer?.json().catch(() => null))?.message ?? this.words.failed);
    }
  }

  refuse(message) {
    this.error.textContent = message;
    this.text.classList.add('is-invalid');
  }

  async send(item) {
    const body = { body: item.body, clientKey: item.clientKey };
    if (item.quotes) body.quotes = item.quotes;
    const answer = await call(`/rooms/${this.room}/messages`, { method: 'POST', body, accept: 'application/json' }).catch(() => null);
    if (answer?.ok) {
      const { sequence } = await answer.json();
      this.forget(item.clientKey);
      const shown = this.pending.get(item.clientKey);
      if (shown) shown.sequence = sequence;
      if (this.log.article(sequence)) this.drop(item.clientKey);
      else setTimeout(() => { if (!this.log.article(sequence)) this.log.catchUp(); }, 700);
    } else if (answer && (answer.status === 400 || answer.status === 413)) {
      // The server will never take it as it is: it goes back to where it can be mended.
      this.forget(item.clientKey);
      this.drop(item.clientKey);
      this.text.value = item.body;
      this.keepDraft();
      this.fit();
      this.refuse((await answer.json().catch(() => null))?.message ?? this.words.failed);
    } else {
      const why = answer?.status === 403 ? (await answer.json().catch(() => null))?.message : null;
      this.fail(item, why);
    }
  }

  /** A message that came by news or by a fetch: it takes the place of what was waiting for it. */
  arrived(item) {
    for (const [key, shown] of this.pending) {
      if (key === item.clientKey || shown.sequence === item.sequence) {
        this.forget(key);
        this.drop(key);
      }
    }
  }

  showPending(item, sending) {
    const article = document.createElement('article');
    article.className = 'msg own pending';
    article.dataset.clientKey = item.clientKey;
    const said = Object.assign(document.createElement('div'), { className: 'said' });
    const text = Object.assign(document.createElement('div'), { className: 'text', dir: 'auto', textContent: item.body });
    const state = Object.assign(document.createElement('div'), { className: 'sending', textContent: this.words.sending });
    state.setAttribute('role', 'status');
    said.append(text, state);
    article.append(Object.assign(document.createElement('span'), { className: 'face round' }), said);
    this.element.querySelector('[data-pending]').append(article);
    this.pending.set(item.clientKey, { article, item });
    if (!sending) this.fail(item);
  }

  fail(item, why) {
    const shown = this.pending.get(item.clientKey);
    if (!shown) return;
    shown.article.classList.add('failed');
    const state = shown.article.querySelector('.sending');
    const again = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link btn-sm p-0', textContent: this.words.tryAgain });
    again.addEventListener('click', () => {
      shown.article.classList.remove('failed');
      state.textContent = this.words.sending;
      this.send(item);
    });
    const discard = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link btn-sm p-0', textContent: this.words.discard });
    discard.addEventListener('click', () => { this.forget(item.clientKey); this.drop(item.clientKey); });
    state.replaceChildren(`${this.words.notSent}${why ? ` (${why})` : ''} · `, again, ' · ', discard);
  }

  drop(clientKey) {
    this.pending.get(clientKey)?.article.remove();
    this.pending.delete(clientKey);
  }

  unsent() {
    return JSON.parse(localStorage.getItem(this.unsentKey) ?? '[]');
  }

  keepUnsent(items) {
    if (items.length) localStorage.setItem(this.unsentKey, JSON.stringify(items));
    else localStorage.removeItem(this.unsentKey);
  }

  forget(clientKey) {
    this.keepUnsent(this.unsent().filter(item => item.clientKey !== clientKey));
  }
}
