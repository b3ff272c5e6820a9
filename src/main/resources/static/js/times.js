// Times in the reader's zone and language: short beside what they belong to, exact on hover.
const language = () => navigator.languages.find(own => own.startsWith(`${document.documentElement.lang}-`)) ?? document.documentElement.lang;

/** The reader's zone; the browser's own where it does not know that one. */
function zone() {
  const chosen = document.body.dataset.zone === 'Z' ? 'UTC' : document.body.dataset.zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: chosen || undefined }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

let known = null;
const readersZone = () => (known && known.for === document.body.dataset.zone ? known.zone : (known = { for: document.body.dataset.zone, zone: zone() }).zone);
const formats = new Map();

function format(name, options) {
  const key = `${name} ${readersZone()} ${language()}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language(), { ...options, timeZone: readersZone() }));
  return formats.get(key);
}

const clock = date => format('clock', { hour: 'numeric', minute: '2-digit' }).format(date);
const exact = date => format('exact', { dateStyle: 'medium', timeStyle: 'medium' }).format(date);
const dated = date => format('dated', { dateStyle: 'medium', timeStyle: 'short' }).format(date);

/** A date and time as an input holds it, in whatever zone it was typed. */
export function datedAsTyped(typed) {
  const date = new Date(`${typed}Z`);
  return Number.isNaN(date.getTime()) ? typed : new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(date);
}

/** The day as a text that is equal for times of one day in the reader's zone. */
export const dayKey = date => format('key', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);

/** The day in words: today, yesterday, or its date. */
export function dayName(date, words) {
  const now = new Date();
  if (dayKey(date) === dayKey(now)) return words.today;
  if (dayKey(date) === dayKey(new Date(now.getTime() - 86_400_000))) return words.yesterday;
  return format('day', { weekday: 'long', day: 'numeric', month: 'long', year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric' }).format(date);
}

function short(date) {
  const now = new Date();
  if (dayKey(date) === dayKey(now)) return clock(date);
  if (now - date < 6 * 86_400_000) return format('weekday', { weekday: 'short' }).format(date);
  return format('date', { day: 'numeric', month: 'short', year: date.getFullYear() === now.getFullYear() ? undefined : '2-digit' }).format(date);
}

const IN_UTC = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/g;

/** The plain line of a case's update, which writes times in UTC (Value.plain), with these in the reader's zone. */
export function plainTimes(line) {
  return line.replace(IN_UTC, (written, day, time) => {
    const date = new Date(`${day}T${time}Z`);
    if (Number.isNaN(date.getTime())) return written;
    return dayKey(date) === dayKey(new Date()) ? clock(date) : dated(date);
  });
}

/** Writes every time element inside in the reader's words. */
export function showTimes(root) {
  for (const line of root.querySelectorAll?.('[data-update] bdi:last-child') ?? []) line.textContent = plainTimes(line.textContent);
  for (const element of root.querySelectorAll?.('time[datetime]') ?? []) {
    const date = new Date(element.getAttribute('datetime'));
    if (Number.isNaN(date.getTime())) continue;
    if ('day' in element.dataset) { // a day is the same in every zone
      element.textContent = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
      continue;
    }
    element.title = exact(date);
    if ('exact' in element.dataset) element.textContent = exact(date);
    else if ('dated' in element.dataset) element.textContent = dated(date);
    else if ('short' in element.dataset) element.textContent = short(date);
    else element.textContent = clock(date);
  }
}
