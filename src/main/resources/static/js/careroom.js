// What every page starts with. Each behaviour is a module; elements that live on a page are custom elements, so that they
// start and stop with it, however it came (a first load, or a boosted link).
import './session.js';
import './boost.js';
import './board.js';
import './builder.js';
import './live.js';
import './unread.js';
import './clinic-part.js';
import './entrance.js';
import './field-lines.js';
import './waiting.js';
import './waiting-area.js';
import './whose.js';
import './rooms.js';
import './room.js';
import './details.js';
import './forms.js';
import './gets.js';
import './case.js';
import './choices.js';
import './handed-link.js';
import './keys.js';
import './sign-out.js';
import './switches.js';
import { showTimes } from './times.js';

document.documentElement.classList.add('js');
const TOLD = ['saved', 'removed', 'revoked', 'founded', 'notified'];
function show(part) {
  showTimes(part);
  toldOnce();
  // On a phone the settings' entries are a strip: it shows where one is.
  part.querySelector('.settings-nav .on')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
/** What was done is told once: a reloaded page would say it again by words such as ?saved in its address. */
function toldOnce() {
  if (!document.querySelector('[data-done]')) return;
  const address = new URL(location.href);
  for (const word of TOLD) if (address.searchParams.get(word) === '') address.searchParams.delete(word);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
document.addEventListener('htmx:load', event => show(event.detail.elt));
show(document);
