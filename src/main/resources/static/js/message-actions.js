// What one can do with a message: answer, edit, delete, see its details, mark it unread. A menu made when it is asked for.
import { call, fragment } from './api.js';
import { ask, showDialog, tell } from './dialogs.js';
import { words } from './words.js';
import { showTimes } from './times.js';

let open = null;

function close() {
  open?.remove();
  open?.opener.setAttribute('aria-expanded', 'false');
  open = null;
}

export function openActions(button, log) {
  const again = open?.opener === button;
  close();
  if (again) return;
  const article = button.closest('article');
  const byMe = article.dataset.author === document.body.dataset.person;
  const own = byMe && article.dataset.kind === 'TEXT';
  const canWrite = Boolean(log.element.querySelector('[data-composer-form]'));
  const menu = document.createElement('div');
  menu.className = 'message-menu';
  menu.setAttribute('role', 'menu');
  menu.opener = button;
  const add = (word, action) => {
    const item = document.createElement('button');
    item.type = 'button';
    item.setAttribute('role', 'menuitem');
    item.textContent = word;
    item.addEventListener('click', () => { close(); button.focus({ preventScroll: true }); action(article, log); });
    menu.append(item);
  };
  if (canWrite) add(log.words.reply, reply);
  if (own && canWrite) add(log.words.edit, edit);
  if (own && canWrite) add(log.words.delete, remove);
  add(log.words.details, details);
  if (!byMe && log.element.dataset.takesPart === 'true') add(log.words.unread, unread);
  button.after(menu);
  const { bottom } = log.box.getBoundingClientRect();
  menu.classList.toggle('upwards', button.getBoundingClientRect().bottom + menu.offsetHeight > bottom);
  button.setAttribute('aria-expanded', 'true');
  open = menu;
  menu.querySelector('button').focus();
  menu.addEventListener('keydown', event => {
    const items = [...menu.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    if (event.key === 'Escape') { event.stopPropagation(); close(); button.focus({ preventScroll: true }); }
    if (event.key === 'Tab') close();
    if (event.key === 'ArrowDown') items[(at + 1) % items.length].focus();
    if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length].focus();
    if (event.key.startsWith('Arrow')) event.preventDefault();
  });
}

document.addEventListener('click', event => {
  if (open && !open.contains(event.target) && !open.opener.contains(event.target)) close();
});

function reply(article, log) {
  log.element.dispatchEvent(new CustomEvent('careroom:reply', { detail: article }));
}

export function edit(article, log) {
  log.element.dispatchEvent(new CustomEvent('careroom:edit', { detail: article }));
}

async function remove(article, log) {
  if (!(await ask(log.words.deleteAsk, log.words.delete))) return;
  const answer = await call(`/rooms/${log.room}/messages/${article.dataset.sequence}/delete`, { method: 'POST', accept: 'application/json' }).catch(() => null);
  if (answer?.ok) log.catchUp();
  else tell((await answer?.json().catch(() => null))?.message ?? words().failed);
}

export async function details(article, log) {
  const answer = await call(`/rooms/${log.room}/messages/${article.dataset.sequence}`).catch(() => null);
  if (!answer?.ok) {
    tell(words().failed);
    return;
  }
  const content = fragment(await answer.text());
  showTimes(content);
  showDialog(content);
}

async function unread(article, log) {
  log.reading.end(); // what stands on the page must not be marked read again behind the person's back
  const answer = await call(`/rooms/${log.room}/unread`, { method: 'POST', body: { from: article.dataset.sequence } }).catch(() => null);
  if (answer?.ok) log.element.querySelector('[data-head] .back').click();
  else tell(words().failed);
}
