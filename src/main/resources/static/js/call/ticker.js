// Time that does not stand still when the page is hidden, so that whoever waits in another tab does not count as gone.

const due = new Set();
let worker = null;

function tick() {
  const now = Date.now();
  for (const one of due) {
    if (one.at <= now) {
      due.delete(one);
      one.work();
    }
  }
}

/**
 * Does something after some time, to the second.
 * @returns {function} takes it back
 */
export function after(milliseconds, work) {
  if (!worker) {
    worker = new Worker(new URL('./tick-worker.js', import.meta.url));
    worker.onmessage = tick;
  }
  const one = { at: Date.now() + milliseconds, work };
  due.add(one);
  return () => due.delete(one);
}
