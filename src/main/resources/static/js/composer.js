// Writing in a room: the text and its draft, answering and editing. What was typed survives a reload.
import { call } from './api.js';
import { edit } from './message-actions.js';
import { Mentions } from './mentions.js';
import { Outbox } from './outbox.js';
import { ReplyOnBehalf } from './reply-on-behalf.js';
import { keep, typedKey } from './storage.js';

const coarse = matchMedia('(pointer: coarse)');
const TALLEST = 200;

export class Composer {
  constructor(element, words, log) {
    this.element = element;
    this.words = words;
    this.log = log;
    this.room = log.room;
    this.draftKey = typedKey('draft', this.room);
    this.outbox = new Outbox(log, (text, why) => this.giveBack(text, why));
  }

  start() {
    this.bind();
    this.outbox.start();
    this.element.addEventListener('careroom:reply', event => { if (this.form) this.answer(event.detail); });
    this.element.addEventListener('careroom:edit', event => { if (this.form) this.edit(event.detail); });
    const nowhere = !document.activeElement || document.activeElement === document.body;
    if (nowhere && !coarse.matches && !location.hash) this.text?.focus({ preventScroll: true });
  }

  bind() {
    this.form = this.element.querySelector('[data-composer-form]');
    this.text = this.form?.querySelector('textarea');
    if (!this.form) return;
    this.error = this.form.querySelector('[data-composer-error]');
    if (!this.text.value) this.text.value = this.draft();
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', event => this.key(event));
    this.form.addEventListener('submit', event => { event.preventDefault(); this.submit(); });
    this.form.querySelector('[data-answering-end]').addEventListener('click', () => this.endAnswering());
    this.mentions = new Mentions(this.form, this.text, this.room);
    this.onBehalf = 'onBehalf' in this.form.dataset ? new ReplyOnBehalf(this) : null;
    this.fit();
  }

  /** The composer for the room's new state. What was typed moves over, or stays readable where one cannot write any more. */
  replace(fresh) {
    const text = fresh.querySelector('textarea');
    if (this.form && text && this.form.dataset.onBehalf === fresh.querySelector('form').dataset.onBehalf) {
      this.text.placeholder = text.placeholder;
      this.element.querySelector('[data-awaited]')?.remove();
      this.form.before(...fresh.querySelectorAll('[data-awaited]'));
      this.mentions.forget();
      return;
    }
    const focused = document.activeElement === this.text;
    const typed = this.leaveForm();
    for (const kept of [this.interrupted, text ? '' : typed]) {
      if (kept) fresh.insertBefore(this.keptText(kept), fresh.querySelector('form'));
    }
    this.element.querySelector('[data-composer]').replaceWith(fresh);
    this.bind();
    if (focused) this.text?.focus();
  }

  /** The room is no longer open to this person. */
  end(reason) {
    const kept = [this.leaveForm(), this.interrupted].filter(Boolean);
    const why = Object.assign(document.createElement('p'), { className: 'cannot', textContent: reason });
    why.setAttribute('role', 'alert');
    this.element.querySelector('[data-composer]').replaceChildren(why, ...kept.map(text => this.keptText(text)));
    this.bind();
  }

  /**
   * Ends answering and editing: the form that comes later is for a new message.
   * @returns {string} what was typed for one; the text of a message that was being edited is kept apart from it
   */
  leaveForm() {
    if (this.editing) this.interrupted = this.text.value;
    const typed = (!this.editing && this.text?.value) || this.draft();
    this.editing = null;
    this.answering = null;
    return typed;
  }

  keptText(text) {
    const label = Object.assign(document.createElement('p'), { className: 'kept-label', textContent: this.words.kept });
    const area = Object.assign(document.createElement('div'), { className: 'kept text', dir: 'auto', textContent: text });
    const both = Object.assign(document.createElement('div'), { className: 'kept-message' });
    both.append(label, area);
    return both;
  }

  draft() {
    return localStorage.getItem(this.draftKey) ?? '';
  }

  typed() {
    this.fit();
    this.refuse('');
    this.onBehalf?.typed();
    if (!this.editing) this.keepDraft();
    if (this.text.value.trim()) this.element.tellTyping();
  }

  keepDraft() {
    keep(this.draftKey, this.text.value);
  }

  fit() {
    this.text.style.height = 'auto';
    if (this.text.value) this.text.style.height = `${Math.min(this.text.scrollHeight, TALLEST)}px`;
  }

  key(event) {
    if (this.mentions.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !coarse.matches) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'ArrowUp' && !this.text.value) {
      const own = this.log.articles().findLast(article => article.matches('.own:not(.deleted)'));
      if (own) {
        event.preventDefault();
        edit(own, this.log);
      }
    } else if (event.key === 'Escape' && (this.editing || this.answering)) {
      event.stopPropagation();
      this.endAnswering();
    }
  }

  // Answering and editing

  answer(article) {
    this.endAnswering();
    this.answering = article.dataset.sequence;
    this.tell(this.words.replying.replace('{0}', () => article.dataset.authorName), article.dataset.line);
  }

  edit(article) {
    this.endAnswering();
    this.editing = article.dataset.sequence;
    this.text.value = article.querySelector('[data-text]').textContent;
    this.fit();
    this.tell(this.words.editing, '');
    this.nameButton(this.words.save);
  }

  tell(what, line) {
    this.form.querySelector('[data-answering]').hidden = false;
    this.form.querySelector('[data-answering-line]').replaceChildren(
      Object.assign(document.createElement('b'), { textContent: what }), ' ',
      Object.assign(document.createElement('bdi'), { textContent: line }));
    this.text.focus();
  }

  nameButton(word) {
    this.form.querySelector('.tools .word').textContent = word;
    this.form.querySelector('.tools .btn-primary').setAttribute('aria-label', word);
  }

  endAnswering() {
    if (this.editing) {
      this.nameButton(this.words.send);
      this.text.value = this.draft();
      this.refuse('');
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
    } else if (this.editing) {
      this.sendEdit(body);
    } else if (this.onBehalf) {
      this.onBehalf.confirm(body, this.answering);
    } else {
      this.outbox.post(body, this.answering);
      this.sent();
    }
  }

  /** What was typed is on its way, or there already. */
  sent() {
    this.text.value = '';
    this.keepDraft();
    this.fit();
    this.endAnswering();
    this.log.view.toEnd();
  }

  async sendEdit(body) {
    const { editing } = this;
    const answer = await call(`/rooms/${this.room}/messages/${editing}`, { method: 'POST', body: { body }, accept: 'application/json' }).catch(() => null);
    if (answer?.ok) {
      this.log.catchUp();
      this.interrupted = null;
      this.element.querySelector('.kept-message')?.remove();
    }
    if (this.editing !== editing) return; // the form was left meanwhile
    if (answer?.ok) {
      this.endAnswering();
    } else {
      this.refuse((await answer?.json().catch(() => null))?.message ?? this.words.failed);
    }
  }

  /** The server will never take it as it is: it goes back to where it can be mended, before what was typed since. */
  giveBack(text, why) {
    if (!this.form) return;
    this.text.value = this.text.value ? `${text}\n${this.text.value}` : text;
    this.keepDraft();
    this.fit();
    this.refuse(why ?? this.words.failed);
  }

  refuse(message) {
    this.error.textContent = message;
    this.text.classList.toggle('is-invalid', message !== '');
    this.text.setAttribute('aria-invalid', String(message !== ''));
  }
}
