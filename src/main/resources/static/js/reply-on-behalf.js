// Replying in the name of a conversation's owner: every time it is confirmed first, and asked again when anything came since
// the reply was begun.
import { call, fragment, uuid } from './api.js';
import { show } from './dialogs.js';

const ANSWER_PATIENCE = 20_000;

export class ReplyOnBehalf {
  constructor(composer) {
    this.composer = composer;
    this.log = composer.log;
    this.begin();
  }

  /** The last message that was there when the reply was begun. */
  begin() {
    this.seen = Math.max(this.log.last, this.composer.text.value ? Number(this.composer.form.elements.seen.value) : 0);
    this.begun = this.composer.text.value !== '';
  }

  typed() {
    if (!this.composer.text.value) this.begun = false;
    else if (!this.begun) this.begin();
  }

  /** A reply that is not the one that was tried before is another message, under a key of its own. */
  reply(body, quotes) {
    const text = `${quotes ?? ''} ${body}`;
    if (text !== this.tried) this.key = uuid();
    this.tried = text;
    const reply = { body, clientKey: this.key, onBehalf: true, seen: this.seen };
    return quotes ? { ...reply, quotes } : reply;
  }

  /** Shows the text, in whose name it goes and who reads it, and what came meanwhile. */
  async confirm(body, quotes) {
    if (this.confirming) return;
    this.confirming = true;
    const reply = this.reply(body, quotes);
    const answer = await call(`/rooms/${this.log.room}/messages/confirm`, { method: 'POST', body: { ...reply, dialog: true }, accept: 'application/json, text/html', timeout: ANSWER_PATIENCE }).catch(() => null);
    this.confirming = false;
    if (!answer?.ok) {
      this.composer.refuse((await answer?.json().catch(() => null))?.message ?? this.composer.words.failed);
      return;
    }
    const dialog = show(...fragment(await answer.text()).childNodes);
    const form = dialog.querySelector('[data-reply]');
    const send = dialog.querySelector('[data-reply-send]');
    dialog.querySelector('[data-reply-cancel]').addEventListener('click', event => { event.preventDefault(); dialog.close(); });
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.send(dialog, { ...reply, seen: form.elements.seen.value }, quotes);
    });
    dialog.addEventListener('close', () => this.composer.text?.focus());
    send.focus();
  }

  async send(dialog, reply, quotes) {
    const button = dialog.querySelector('[data-reply-send]');
    if (button.disabled) return;
    button.disabled = true;
    const answer = await call(`/rooms/${this.log.room}/messages`, { method: 'POST', body: reply, accept: 'application/json', timeout: ANSWER_PATIENCE }).catch(() => null);
    button.disabled = false;
    if (answer?.ok) {
      this.tried = null;
      this.begun = false;
      dialog.close();
      this.composer.sent();
      this.log.catchUp();
    } else if (answer?.status === 409) {
      this.seen = Number(reply.seen);
      dialog.close();
      await this.log.catchUp();
      this.confirm(reply.body, quotes);
    } else {
      const why = (await answer?.json().catch(() => null))?.message ?? this.composer.words.failed;
      dialog.querySelector('[data-reply-error]').textContent = why;
    }
  }
}
