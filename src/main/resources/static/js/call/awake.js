// Keeps the screen on while somebody waits or talks (W3C Screen Wake Lock). Browsers take the lock away from hidden pages.

let wanted = false;
let lock = null;

async function renew() {
  if (!wanted || lock || document.visibilityState !== 'visible') return;
  try {
    lock = await navigator.wakeLock?.request('screen') ?? null;
    lock?.addEventListener('release', () => { lock = null; });
  } catch {
    lock = null; // a battery that is low, for one
  }
}

/** Keeps the screen on from now on, also after the page was hidden for a while. */
export function keepAwake() {
  if (!wanted) document.addEventListener('visibilitychange', renew);
  wanted = true;
  renew();
}

/** Lets the screen go dark again. */
export function letSleep() {
  wanted = false;
  document.removeEventListener('visibilitychange', renew);
  lock?.release();
  lock = null;
}
