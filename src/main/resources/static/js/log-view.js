// Where one is in the log: at its end, further up, or in an earlier part; and the ways between these.
const NEAR_END = 80;
const CONTEXT = 15;
const FOUND = 2_500;

const messagesOf = part => [...part.querySelectorAll('[data-new] > article')];

export class LogView {
  constructor(log) {
    this.log = log;
    this.box = log.box;
    this.jump = log.element.querySelector('[data-jump]');
    this.older = this.box.querySelector('[data-older]');
    this.newer = this.box.querySelector('[data-newer]');
    this.empty = this.box.querySelector('[data-empty]');
  }

  start() {
    this.toStart();
    this.box.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.jump.addEventListener('click', () => this.toEnd());
    for (const link of [this.older, this.newer]) {
      link.addEventListener('click', event => {
        event.preventDefault();
        this.load(link);
      });
    }
    this.width = this.box.clientWidth;
    this.resizing = new ResizeObserver(() => {
      this.width = this.box.clientWidth;
      if (this.following) this.scrollToEnd();
    });
    this.resizing.observe(this.box);
    this.nearby = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.load(target);
    }, { root: this.box, rootMargin: '300px' });
    this.settle(false);
  }

  stop() {
    this.resizing.disconnect();
    this.nearby.disconnect();
  }

  /** What follows from the list's having changed. */
  settle(stick) {
    const { log } = this;
    if (stick) this.scrollToEnd();
    this.older.hidden = log.first() <= 1;
    this.newer.hidden = log.atRoomEnd;
    if (this.empty) this.empty.hidden = log.roomLast > 0;
    for (const link of [this.older, this.newer]) {
      this.nearby.unobserve(link);
      if (!link.hidden) this.nearby.observe(link);
    }
    this.showJump();
    log.reading.soon();
  }

  showJump() {
    const { log } = this;
    this.jump.hidden = log.atRoomEnd && this.isAtEnd();
    this.jump.classList.toggle('has-new', log.roomLast > Math.max(log.reading.told, log.reading.seen()));
  }

  isAtEnd() {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_END;
  }

  scrolled() {
    if (this.box.clientWidth !== this.width) return; // nobody scrolled: the panel beside it made it narrower
    this.following = this.log.atRoomEnd && this.isAtEnd();
    this.showJump();
    this.log.reading.soon();
  }

  scrollToEnd() {
    this.box.scrollTop = this.box.scrollHeight;
    this.following = this.log.atRoomEnd;
  }

  /** Scrolls the log, and nothing around it, until this stands so far below its upper edge. */
  scrollTo(element, below) {
    this.box.scrollTop += element.getBoundingClientRect().top - this.box.getBoundingClientRect().top - below;
  }

  toStart() {
    const divider = this.log.list.querySelector('.day.new');
    const named = location.hash.startsWith('#m') && this.log.article(Number(location.hash.slice(2)));
    if (named) this.reveal(named);
    else if (divider) this.scrollTo(divider, this.box.clientHeight / 5);
    else this.scrollToEnd();
    this.following = this.log.atRoomEnd && this.isAtEnd();
  }

  async toEnd() {
    const { log } = this;
    if (!log.atRoomEnd && !(await this.show(`before=${log.roomLast + 1}`))) return;
    this.scrollToEnd();
    if (document.activeElement === this.jump) this.box.focus({ preventScroll: true });
    this.showJump();
    log.reading.soon();
  }

  /** Goes to a message, also when it is not loaded: then to the part of the log around it. */
  async jumpTo(sequence) {
    if (!this.log.article(sequence)) await this.show(`after=${Math.max(0, sequence - CONTEXT)}`);
    const article = this.log.article(sequence);
    if (article) this.reveal(article);
  }

  reveal(article) {
    this.following = false;
    this.scrollTo(article, this.box.clientHeight / 3);
    article.classList.add('found');
    article.tabIndex = -1;
    article.focus({ preventScroll: true });
    setTimeout(() => article.classList.remove('found'), FOUND);
  }

  async show(query) {
    return this.log.insert(query, part => {
      const articles = messagesOf(part);
      if (articles.length === 0) return false;
      this.log.showPart(articles);
      this.settle(false);
      return true;
    });
  }

  async load(link) {
    if (this.loading || link.hidden) return;
    this.loading = true;
    if (link === this.newer) await this.log.readOn();
    else await this.loadOlder();
    this.loading = false;
  }

  loadOlder() {
    return this.log.insert(`before=${this.log.first()}`, part => {
      const articles = messagesOf(part);
      if (articles.length === 0 || Number(articles.at(-1).dataset.sequence) !== this.log.first() - 1) return;
      const fromEnd = this.box.scrollHeight - this.box.scrollTop;
      this.log.prepend(articles);
      this.settle(false);
      this.box.scrollTop = this.box.scrollHeight - fromEnd;
    });
  }
}
