// Talking to the server from a page: the CSRF token, the mark of the page's own fetches, and the sign-in that has ended.
import { signInAgain } from './session.js';

export const csrf = () => document.querySelector('meta[name="csrf"]').content;

/**
 * Fetches with the session of this page. An ended sign-in asks to sign in again and then goes on.
 * @param {string} address
 * @param {{method?: string, body?: Object|FormData, accept?: string, background?: boolean}} options
 *   background: true for what the page does by itself, which does not keep the person signed in
 * @returns {Promise<Response>} whatever the server answered but 401; rejects when it could not be reached
 */
export async function call(address, { method = 'GET', body, accept = 'text/html', background = false } = {}) {
  for (;;) {
    const headers = { Accept: accept, 'X-CSRF-TOKEN': csrf(), 'X-Requested-With': 'Careroom' };
    if (background) headers['Careroom-Background'] = '1';
    const answer = await fetch(address, {
      method, headers, redirect: 'follow',
      body: body === undefined || body instanceof FormData ? body && new URLSearchParams(body) : new URLSearchParams(body),
    });
    const ended = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === '/login');
    if (!ended) return answer;
    await signInAgain();
  }
}

/** Parses a fragment into an element tree. */
export function fragment(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
