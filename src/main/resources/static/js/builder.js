// The workflow builder: its steps (adding, moving, removing) are buttons of the form; the server answers with the form as it is
// after the step, which takes the place of this one. What is dragged is such a step too.
import { call, fragment } from './api.js';

class Builder extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', event => {
      const button = event.target.closest('[data-step]');
      if (!button) return;
      event.preventDefault();
      this.step(button.value);
    });
    this.addEventListener('change', event => {
      this.unsaved();
      if ('type' in event.target.dataset) this.showChoices(event.target);
    });
    this.addEventListener('input', () => this.unsaved());
    this.addEventListener('dragstart', event => this.drag(event));
    this.addEventListener('dragover', event => this.over(event));
    this.addEventListener('drop', event => this.drop(event));
    this.addEventListener('dragend', () => this.endDrag());
    this.addEventListener('submit', () => { this.changed = false; });
    addEventListener('beforeunload', this.onLeave = event => { if (this.changed) event.preventDefault(); });
    document.addEventListener('htmx:beforeRequest', this.onGo = event => this.leave(event));
    if (this.dataset.refused !== undefined) this.unsaved();
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.onLeave);
    document.removeEventListener('htmx:beforeRequest', this.onGo);
  }

  /** Before another page is shown without a new document. Who deletes the workflow was asked already. */
  leave(event) {
    if (!this.changed || event.detail.elt.dataset.ask) return;
    if (window.confirm(this.dataset.leave)) this.changed = false;
    else event.preventDefault();
  }

  unsaved() {
    this.changed = true;
    this.querySelector('[data-unsaved]').hidden = false;
  }

  showChoices(select) {
    const has = select.value === 'CHOOSE_ONE' || select.value === 'CHOOSE_MANY';
    select.closest('.builder-field').querySelector('[data-has-choices]').dataset.hasChoices = String(has);
  }

  async step(step) {
    const form = this.querySelector('form');
    const body = new FormData(form);
    body.set('step', step);
    const answer = await call(form.action, { method: 'POST', body }).catch(() => null);
    const fresh = answer?.ok && fragment(await answer.text()).querySelector('form.builder');
    if (!fresh) return;
    const open = [...form.querySelectorAll('details')].map(details => details.open);
    form.replaceWith(fresh);
    fresh.querySelectorAll('details').forEach((details, at) => { details.open = Boolean(open[at]); });
    this.unsaved();
    this.focusAfter(step);
  }

  /** The keyboard stays with what was moved, or goes to what was added. */
  focusAfter(step) {
    const [what, ...at] = step.split(':');
    const tasks = [...this.querySelectorAll('[data-task]')];
    const task = tasks[Number(at[0])];
    if (what === 'task-add') tasks.at(-1)?.querySelector('input:not([type=hidden])').focus();
    else if (what === 'field-add') [...task.querySelectorAll('.builder-field')].at(-1)?.querySelector('.label input').focus();
    else if (what === 'group-add') [...this.querySelectorAll('[name^="groups["][name$=".name"]')].at(-1)?.focus();
    else this.focusMoved(what, at.map(Number), tasks);
  }

  focusMoved(what, [task, field], tasks) {
    const direction = what.endsWith('-up') ? -1 : what.endsWith('-down') ? 1 : 0;
    const kind = what.split('-')[0];
    let place = `${task + direction}`;
    if (kind === 'field') {
      const inTask = field + direction;
      const count = tasks[task]?.querySelectorAll('.builder-field').length ?? 0;
      if (direction < 0 && inTask < 0) place = `${task - 1}:${tasks[task - 1].querySelectorAll('.builder-field').length - 1}`;
      else if (direction > 0 && inTask > count - (field === count ? 0 : 1)) place = `${task + 1}:0`;
      else place = `${task}:${inTask}`;
    }
    const button = this.querySelector(`[value="${what}:${place}"]`);
    (button?.disabled ? button.parentElement.querySelector('button:not([disabled])') : button)?.focus();
  }

  drag(event) {
    const grip = event.target.closest?.('[data-grip]');
    if (!grip) return;
    this.dragged = grip.closest(grip.dataset.grip === 'task' ? '[data-task]' : '[data-field]');
    this.kind = grip.dataset.grip;
    this.dragged.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.kind);
    event.dataTransfer.setDragImage(this.dragged, 10, 10);
  }

  /** What it would be put before: of a task another one, of a field another field or, at its end, a task. */
  target(event) {
    if (!this.dragged) return null;
    const field = this.kind === 'field' && event.target.closest('[data-field]');
    return field || event.target.closest('[data-task]');
  }

  over(event) {
    const target = this.target(event);
    if (!target) return;
    event.preventDefault();
    this.querySelector('.drop-here')?.classList.remove('drop-here');
    target.classList.add('drop-here');
  }

  drop(event) {
    const target = this.target(event);
    if (!target) return;
    event.preventDefault();
    const to = target.closest('[data-task]').dataset.task;
    if (this.kind === 'task') {
      if (to !== this.dragged.dataset.task) this.step(`task-move:${this.dragged.dataset.task}:${to}`);
    } else {
      const from = this.dragged.closest('[data-task]').dataset.task;
      let place = target.dataset.field ?? target.querySelectorAll('[data-field]').length;
      if (target.dataset.field === undefined && from === to) place -= 1;
      this.step(`field-move:${from}:${this.dragged.dataset.field}:${to}:${place}`);
    }
    this.endDrag();
  }

  endDrag() {
    this.dragged?.classList.remove('dragged');
    this.querySelector('.drop-here')?.classList.remove('drop-here');
    this.dragged = null;
  }
}

customElements.define('careroom-builder', Builder);
