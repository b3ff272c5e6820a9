// Talking to the server from a page: the CSRF token, the mark of the page's own fetches, and the sign-in that has ended.
import { renewToken, signInAgain } from './session.js';

export const csrf = () => document.querySelector('meta[name="csrf"]').content;

/**
 * Fetches with the session of this page. An ended sign-in asks to sign in again and then goes on.
 * @param {string} address
 * @param {{method?: string, body?: Object|FormData, accept?: string, background?: boolean, keepalive?: boolean, timeout?: number}} options
 *   background: true for what the page does by itself, which does not keep the person signed in;
 *   keepalive: true for what is sent though the page is being left; timeout: after how many milliseconds it counts as unreachable
 * @returns {Promise<Response>} whatever the server answered but 401; rejects when it could not be reached
 */
export async function call(address, { method = 'GET', body, accept = 'text/html', background = false, keepalive = false, timeout } = {}) {
  for (let renewed = false; ;) {
    const headers = { Accept: accept, 'X-CSRF-TOKEN': csrf(), 'X-Requested-With': 'Careroom' };
    if (background) headers['Careroom-Background'] = '1';
    const signal = timeout ? AbortSignal.timeout(timeout) : undefined;
    const answer = await fetch(address, { method, headers, redirect: 'follow', body: body && new URLSearchParams(body), keepalive, signal });
    if (answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === '/login')) {
      await signInAgain();
    } else if (answer.status === 403 && method !== 'GET' && !renewed && !(await isRefusal(answer))) {
      // Another page of this browser has signed in again, which gives all of them a new token.
      renewed = true;
      if (!(await renewToken())) return answer;
    } else {
      return answer;
    }
  }
}

/** Whether a 403 is one of ours, which says why. */
async function isRefusal(answer) {
  const refused = await answer.clone().json().catch(() => null);
  return refused?.error === 'refused';
}

/**
 * Lets work that is asked for again and again be done one at a time: asked while it is under way, it is done once more behind it.
 * @param {function(): Promise} work
 * @returns {function} asks for it
 */
export function oneAtATime(work) {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        await work();
      }
    } finally {
      busy = false;
    }
  };
}

/** Parses a fragment into an element tree. */
export function fragment(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** A version 4 UUID, also where the page is not encrypted and crypto.randomUUID is missing. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
