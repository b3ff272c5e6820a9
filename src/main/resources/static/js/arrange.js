// What the page adds to messages because it differs from reader to reader: one's own, groups of one author and minute,
// times in the reader's zone, dividers of days and of what is new.
import { dayKey, dayName, showTimes } from './times.js';

const GROUP = 60_000;

const sentAt = article => new Date(article.querySelector('time').getAttribute('datetime'));

function divider(text, kind) {
  const element = document.createElement('div');
  element.className = `day ${kind}`.trim();
  element.textContent = text;
  return element;
}

function removeDividers(article) {
  while (article.previousElementSibling?.matches('.day')) article.previousElementSibling.remove();
}

function arrangeOne(article, words, firstUnread) {
  removeDividers(article);
  const before = article.previousElementSibling;
  const isNew = Number(article.dataset.sequence) === firstUnread;
  const date = sentAt(article);
  const newDay = !before || dayKey(sentAt(before)) !== dayKey(date);
  if (newDay) article.before(divider(dayName(date, words), ''));
  if (isNew) article.before(divider(words.new, 'new'));
  const me = document.body.dataset.person;
  const isText = article.dataset.kind === 'TEXT';
  article.classList.toggle('own', isText && article.dataset.author === me);
  article.classList.toggle('grouped', Boolean(isText && !newDay && !isNew && !article.querySelector('.quote')
    && before.dataset.kind === 'TEXT' && before.dataset.author === article.dataset.author && date - sentAt(before) < GROUP));
  for (const mention of article.querySelectorAll('.mention')) mention.classList.toggle('me', mention.dataset.person === me);
  showTimes(article);
}

/** Arranges these articles, in their order, and what follows the last of them, which may be grouped with it. */
export function arrange(articles, words, firstUnread) {
  for (const article of articles) arrangeOne(article, words, firstUnread);
  let next = articles.at(-1)?.nextElementSibling;
  while (next?.matches('.day')) next = next.nextElementSibling;
  if (next) arrangeOne(next, words, firstUnread);
}
