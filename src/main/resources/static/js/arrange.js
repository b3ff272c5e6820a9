// What the page adds to messages because it differs from reader to reader: one's own, groups of one author and minute,
// times in the reader's zone, dividers of days and of what is new.
import { dayKey, dayName, showTimes } from './times.js';

const GROUP = 60_000;
const CORRECTION = 120_000;
const LOOKED_BACK = 6;

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
  article.classList.toggle('grouped', Boolean(isText && !newDay && !isNew && !article.matches('.on-behalf')
    && !before.matches('.on-behalf') && !article.querySelector('.quote')
    && before.dataset.kind === 'TEXT' && before.dataset.author === article.dataset.author && date - sentAt(before) < GROUP));
  if (article.matches('.update')) foldCorrected(article, words);
  for (const mention of article.querySelectorAll('.mention')) mention.classList.toggle('me', mention.dataset.person === me);
  showTimes(article);
}

const fields = update => new Set([...update.querySelectorAll('[data-change]')].map(change => change.dataset.change));

/** An update that another one corrects within two minutes is folded into it; it stays to be opened (product 4). */
function foldCorrected(update, words) {
  const now = fields(update);
  let before = update;
  for (let looked = 0; now.size && looked < LOOKED_BACK; looked++) {
    do before = before.previousElementSibling; while (before && !before.matches('article'));
    if (!before || sentAt(update) - sentAt(before) > CORRECTION) return;
    const earlier = before.matches('.update') && fields(before);
    if (earlier?.size && !before.querySelector('[data-unfold]') && [...earlier].every(field => now.has(field))) {
      const unfold = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-link btn-sm unfold', textContent: words.corrected });
      unfold.dataset.unfold = '';
      unfold.setAttribute('aria-expanded', 'false');
      const folded = before;
      unfold.addEventListener('click', () => unfold.setAttribute('aria-expanded', String(!folded.classList.toggle('folded'))));
      folded.append(unfold);
      folded.classList.add('folded');
    } else if (earlier?.size) {
      for (const change of before.querySelectorAll('[data-change]')) if (now.has(change.dataset.change)) supersede(change, words);
    }
  }
}

/** Of several fields one was corrected: the update stays open, and what no longer holds is marked in it. */
function supersede(change, words) {
  if (change.classList.contains('superseded')) return;
  change.classList.add('superseded');
  change.querySelector('dd').append(' ', Object.assign(document.createElement('small'), { textContent: words.corrected }));
}

/** Arranges these articles, in their order, and what follows the last of them, which may be grouped with it. */
export function arrange(articles, words, firstUnread) {
  for (const article of articles) arrangeOne(article, words, firstUnread);
  let next = articles.at(-1)?.nextElementSibling;
  while (next?.matches('.day')) next = next.nextElementSibling;
  if (next) arrangeOne(next, words, firstUnread);
}
