// The sign-in of this browser: idle log-off over all its pages, and signing in again without losing what stands on the page.
const IDLE = 30 * 60_000;
const WARNING = 2 * 60_000;
const KEEP_ALIVE = 60_000;
const KEY = 'careroom.gesture';

let lastTold = Date.now();
let waiting = null;

const gesture = () => {
  const now = Date.now();
  localStorage.setItem(KEY, String(now));
  if (now - lastTold > KEEP_ALIVE) {
    lastTold = now;
    tell();
  }
};

const lastGesture = () => Number(localStorage.getItem(KEY) ?? Date.now());

async function tell() {
  const { call } = await import('./api.js');
  call('/gesture', { method: 'POST' }).catch(() => { lastTold = 0; });
}

function watch() {
  const idle = Date.now() - lastGesture();
  const warning = document.getElementById('idle-warning');
  if (!warning) return;
  if (idle >= IDLE) {
    warning.close();
    expire();
  } else if (idle >= IDLE - WARNING) {
    if (!warning.open) warning.showModal();
  } else if (warning.open) {
    warning.close();
  }
}

async function expire() {
  const { call } = await import('./api.js');
  call('/rooms/unread', { accept: 'application/json', background: true }).catch(() => {});
}

/** Shows the sign-in over the page; settles once the same person has signed in again. */
export function signInAgain() {
  waiting ??= new Promise(done => {
    const dialog = document.getElementById('sign-in-again');
    if (!dialog) {
      location.assign('/login');
      return;
    }
    const form = dialog.querySelector('form');
    const failed = dialog.querySelector('[data-failed]');
    form.onsubmit = async event => {
      event.preventDefault();
      failed.hidden = true;
      const page = await (await fetch('/login')).text();
      const token = new DOMParser().parseFromString(page, 'text/html').querySelector('meta[name="csrf"]').content;
      const fields = new URLSearchParams(new FormData(form));
      fields.set('_csrf', token);
      const answer = await fetch('/login', { method: 'POST', body: fields });
      const there = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const person = there.body.dataset.person;
      if (!person) {
        failed.hidden = false;
        return;
      }
      if (person !== document.body.dataset.person) {
        location.assign('/');
        return;
      }
      document.querySelector('meta[name="csrf"]').content = there.querySelector('meta[name="csrf"]').content;
      document.querySelectorAll('input[name="_csrf"]').forEach(input => {
        input.value = there.querySelector('meta[name="csrf"]').content;
      });
      localStorage.setItem(KEY, String(Date.now()));
      form.reset();
      dialog.close();
      waiting = null;
      done();
      document.dispatchEvent(new CustomEvent('careroom:signed-in'));
    };
    dialog.oncancel = event => event.preventDefault();
    if (!dialog.open) dialog.showModal();
  });
  return waiting;
}

if (document.body.dataset.person) {
  localStorage.setItem(KEY, String(Date.now()));
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchstart']) {
    addEventListener(kind, gesture, { passive: true, capture: true });
  }
  let moved = 0;
  addEventListener('pointermove', () => {
    if (Date.now() - moved > 5_000) {
      moved = Date.now();
      gesture();
    }
  }, { passive: true });
  setInterval(watch, 5_000);
}
document.addEventListener('click', event => {
  if (event.target.closest('[data-stay]')) {
    gesture();
    document.getElementById('idle-warning').close();
  }
});
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 401) signInAgain();
});
// Boosted pages bring a token of their own; the head is not swapped, so it is taken over here.
document.addEventListener('htmx:beforeSwap', event => {
  const token = /<meta name="csrf" content="([^"]+)"/.exec(event.detail.xhr.responseText)?.[1];
  if (token) document.querySelector('meta[name="csrf"]').content = token;
});
