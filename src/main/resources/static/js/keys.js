// Keys that work anywhere on a page. The dialog that "?" opens lists them and those of single places.
const typing = element => element?.matches('input, textarea, select, [contenteditable]');

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    search();
  } else if (event.key === '?' && !typing(document.activeElement)) {
    event.preventDefault();
    document.getElementById('keys')?.showModal();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-keys]')) document.getElementById('keys')?.showModal();
  if (event.target.closest('[data-keys-close]')) document.getElementById('keys').close();
});

function search() {
  const field = document.getElementById('rooms-search');
  if (field?.checkVisibility()) field.focus();
  else if (!document.querySelector('careroom-call')) location.assign('/rooms?find'); // nobody leaves a call by a slip
}

function findAtOnce() {
  if (new URLSearchParams(location.search).has('find')) document.getElementById('rooms-search')?.focus();
}
findAtOnce();
