// The sign-in of this browser: idle log-off over all its pages, and signing in again without losing what stands on the page.
import { keep } from './storage.js';

const IDLE = 30 * 60_000;
const WARNING = 2 * 60_000;
const KEEP_ALIVE = 60_000;
const WATCH = 5_000;
const KEY = 'careroom.gesture';

const me = () => document.body.dataset.person;
let lastTold = Date.now();
let untold = false;
let waiting = null;
let ending = false;

/** The person is there: the idle log-off waits again. */
export function gesture() {
  keep(KEY, String(Date.now()));
  untold = true;
  tellWhenDue();
}

/**
 * The server learns of every gesture, at most once a minute: the last ones of a minute are told when it is over. While
 * nobody is signed in there is nobody to tell of.
 */
function tellWhenDue() {
  if (!untold || waiting || Date.now() - lastTold <= KEEP_ALIVE) return;
  untold = false;
  lastTold = Date.now();
  tell();
}

const lastGesture = () => Number(localStorage.getItem(KEY) ?? Date.now());

async function tell() {
  const { call } = await import('./api.js');
  call('/gesture', { method: 'POST', accept: 'application/json' }).catch(() => {
    lastTold = 0;
    untold = true;
  });
}

function watch() {
  tellWhenDue();
  const idle = Date.now() - lastGesture();
  const warning = document.getElementById('idle-warning');
  if (!warning) return;
  if (idle >= IDLE) {
    warning.close();
    if (!waiting && !ending) expire();
  } else if (idle >= IDLE - WARNING) {
    if (!warning.open) warning.showModal();
  } else if (warning.open) {
    warning.close();
  }
}

/** Signs off, as the server would by itself up to two minutes later, and asks to sign in again. */
async function expire() {
  ending = true;
  const { call, csrf } = await import('./api.js');
  await page('/logout', { method: 'POST', headers: { 'X-CSRF-TOKEN': csrf(), 'Careroom-Background': '1' } });
  await call('/profile', { background: true }).catch(() => {});
  ending = false;
}

/** Takes over the token of a page that the same person got meanwhile. @returns {boolean} whether it was the same */
function takeOver(page) {
  if (!page.body.dataset.person) return false;
  if (page.body.dataset.person !== me()) {
    location.assign('/');
    return false;
  }
  const token = page.querySelector('meta[name="csrf"]').content;
  document.querySelector('meta[name="csrf"]').content = token;
  for (const input of document.querySelectorAll('input[name="_csrf"]')) input.value = token;
  return true;
}

const parsed = html => new DOMParser().parseFromString(html, 'text/html');

const page = (address, options) => fetch(address, { ...options, headers: { Accept: 'text/html', ...options?.headers } }).catch(() => null);
const askForPage = () => page('/rooms', { headers: { 'Careroom-Background': '1' } });

/** Whether this person is still, or again, the one who is signed in; then the page has a valid token. */
async function isSameSignIn() {
  const answer = await askForPage();
  return Boolean(answer?.ok) && takeOver(parsed(await answer.text()));
}

/** The token was refused. @returns {Promise<boolean>} whether the page has a new one, if need be by signing in again */
export async function renewToken() {
  const answer = await askForPage();
  if (answer?.status !== 401) return Boolean(answer?.ok) && takeOver(parsed(await answer.text()));
  await signInAgain();
  return true;
}

/** Shows the sign-in over the page; settles once the same person has signed in again. */
export function signInAgain() {
  const dialog = document.getElementById('sign-in-again');
  if (!dialog) {
    location.assign('/login');
    return new Promise(() => {});
  }
  waiting ??= new Promise(done => {
    const form = dialog.querySelector('form');
    const failed = dialog.querySelector('[data-failed]');
    const ended = () => {
      removeEventListener('storage', elsewhere);
      keep(KEY, String(Date.now()));
      form.reset();
      dialog.close();
      waiting = null;
      done();
    };
    // Signed in again on another page of this browser: that is enough.
    const elsewhere = async event => { if (event.key === KEY && (await isSameSignIn())) ended(); };
    form.onsubmit = async event => {
      event.preventDefault();
      failed.hidden = true;
      const refusal = await signIn(new FormData(form));
      if (!refusal) return ended();
      failed.textContent = refusal;
      failed.hidden = false;
    };
    dialog.oncancel = event => event.preventDefault();
    addEventListener('storage', elsewhere);
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('[name="password"]').focus();
  });
  return waiting;
}

/** @returns {Promise<?string>} why it failed, in the words of the page; null once the same person has signed in */
async function signIn(form) {
  const { unreachable } = document.querySelector('[data-frame-words]').dataset;
  const fields = new URLSearchParams(form);
  const asked = await page('/login');
  if (!asked?.ok) return unreachable;
  fields.set('_csrf', parsed(await asked.text()).querySelector('meta[name="csrf"]').content);
  const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang };
  const answer = await page('/login', { method: 'POST', body: fields, headers });
  if (answer?.ok && (await isSameSignIn())) return null;
  const refusal = await answer?.json().catch(() => null);
  return refusal?.message ?? unreachable;
}

if (me()) {
  keep(KEY, String(Date.now()));
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    addEventListener(kind, gesture, { passive: true, capture: true });
  }
  let moved = 0;
  addEventListener('pointermove', () => {
    if (Date.now() - moved > WATCH) {
      moved = Date.now();
      gesture();
    }
  }, { passive: true });
  setInterval(watch, WATCH);
}
document.addEventListener('click', event => {
  if (event.target.closest('[data-stay]')) {
    gesture();
    document.getElementById('idle-warning').close();
  }
});
