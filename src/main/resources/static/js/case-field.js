// One field of a case on its page: what its inputs hold, and what is asked when somebody else has changed it too.
import { datedAsTyped } from './times.js';

export const inputs = field => [...field.querySelectorAll('[data-input]')];

/** What it holds, to compare. */
export const held = field => JSON.stringify(inputs(field).map(input => (input.type === 'checkbox' ? input.checked : input.value)));

/** What an input holds, as a page shows it. */
export function shown(input) {
  if (input.type === 'checkbox') return input.checked ? input.closest('label').textContent.trim() : '';
  if (input.matches('select')) return input.selectedOptions[0]?.text ?? '';
  return input.type === 'datetime-local' ? datedAsTyped(input.value) : input.value;
}

/**
 * Shows what somebody else has put into the field.
 * @param {{conflict: string, unset: string, mine: string, theirs: string}} words
 * @param {Function} mine puts this one in its place
 * @param {Function} other keeps theirs
 */
export function showConflict(field, words, by, theirs, mine, other) {
  field.querySelector('[data-conflict]')?.remove();
  const ask = Object.assign(document.createElement('div'), { className: 'conflict-ask' });
  ask.setAttribute('role', 'alert');
  ask.dataset.conflict = '';
  const value = Object.assign(document.createElement('b'), { textContent: theirs || words.unset });
  ask.append(`${words.conflict.replace('{0}', () => by)} `, value, '. ', button(words.mine, mine), button(words.theirs, other));
  field.querySelector('[data-saved]').before(ask);
  field.classList.add('conflict');
}

function button(text, action) {
  const element = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm btn-outline-secondary ms-1', textContent: text });
  element.addEventListener('click', action);
  return element;
}
