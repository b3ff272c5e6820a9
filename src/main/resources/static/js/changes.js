// Changes of messages. One may overtake the text that it changes, which is still on its way to the list: it is kept until
// nothing older than it can be put in.
import { arrange } from './arrange.js';

const numberOf = article => Number(article.dataset.changed);

export class Changes {
  constructor(log) {
    this.log = log;
    this.kept = new Map();
  }

  /** @param {Element} article the message as it is after the change */
  keep(article) {
    const sequence = Number(article.dataset.sequence);
    const kept = this.kept.get(sequence);
    if (!kept || numberOf(kept) < numberOf(article)) this.kept.set(sequence, article);
  }

  /** Applies what is kept to the list as it is now. */
  apply() {
    for (const [sequence, article] of this.kept) {
      this.replace(sequence, article);
      this.requote(sequence, article);
      if (!this.log.mayStillPutIn(sequence)) this.kept.delete(sequence);
    }
  }

  replace(sequence, article) {
    const old = this.log.article(sequence);
    if (!old || numberOf(old) >= numberOf(article)) return;
    old.replaceWith(article);
    arrange([article], this.log.words, this.log.firstUnread);
  }

  requote(sequence, article) {
    const line = article.classList.contains('deleted') ? this.log.words.deleted : article.dataset.line;
    for (const quote of this.log.list.querySelectorAll(`[data-quotes="${sequence}"] [data-quoted-line]`)) {
      if (quote.textContent !== line) quote.textContent = line; // what is written anew is read aloud
    }
  }
}
