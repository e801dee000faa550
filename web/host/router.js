// The address: tells the app when it changes, and changes it when the app asks. Only the fragment is used.

const replaceDelay = 150;   // while a slider is dragged, the address follows at this pace

/** @param {string} href */
const pageOf = (href) => href.split('?')[0];

export class Router {
  #onRoute;
  /** @type {string | undefined} */
  #told;
  /** @type {string | undefined} */
  #waiting;
  #timer = 0;
  #scrollTimer = 0;
  /** @type {number | undefined} */
  #scrollTo;
  #scrollTries = 0;

  /** @param {(href: string) => void} onRoute */
  constructor(onRoute) {
    this.#onRoute = onRoute;
  }

  /** Tells the first route and listens from now on. */
  start() {
    history.scrollRestoration = 'manual';   // the document has its height only after the first frame
    this.#aim(history.state?.scroll);
    addEventListener('popstate', (event) => this.#changed(event.state?.scroll));
    addEventListener('hashchange', () => this.#changed());
    addEventListener('scroll', () => this.#keepScroll(), { passive: true });
    addEventListener('pagehide', () => this.#flush());
    this.#tell(location.hash);
  }

  /**
   * Shows the state of the page in the address, without a message back.
   * @param {string} href "#/route?…"
   * @param {boolean} push as a history entry of its own
   */
  show(href, push) {
    if (push) {
      this.#flush();
      if (href === location.hash) return;
      history.pushState(null, '', href);
      if (this.#told !== undefined && pageOf(href) !== pageOf(this.#told)) this.#aim(0);
      this.#told = href;
      return;
    }
    this.#waiting = href;
    if (this.#timer === 0) this.#timer = window.setTimeout(() => this.#flush(), replaceDelay);
  }

  /**
   * Goes to another page, as a link would.
   * @param {string} href
   */
  navigate(href) {
    this.#flush();
    location.hash = href;
  }

  /** Called after each frame: scrolls when another page has come, once it is high enough. */
  settle() {
    if (this.#scrollTo === undefined) return;
    const room = document.documentElement.scrollHeight - innerHeight;
    scrollTo({ top: this.#scrollTo, behavior: 'instant' });
    if (room >= this.#scrollTo || ++this.#scrollTries > 4) this.#scrollTo = undefined;
  }

  #flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#waiting === undefined) return;
    const href = this.#waiting;
    this.#waiting = undefined;
    if (href !== location.hash) history.replaceState(history.state, '', href);
    this.#told = href;
  }

  /** @param {number} [scroll] where the reader was, when going back */
  #changed(scroll) {
    const href = location.hash;
    if (href === this.#told) return;
    clearTimeout(this.#timer);   // what was about to be written belongs to the page that was left
    this.#timer = 0;
    this.#waiting = undefined;
    if (this.#told === undefined || pageOf(href) !== pageOf(this.#told)) this.#aim(scroll ?? 0);
    this.#tell(href);
  }

  /** @param {string} href */
  #tell(href) {
    this.#told = href;
    this.#onRoute(href);
  }

  /** @param {number | undefined} top */
  #aim(top) {
    this.#scrollTo = top;
    this.#scrollTries = 0;
  }

  #keepScroll() {
    if (this.#scrollTimer !== 0) return;
    this.#scrollTimer = window.setTimeout(() => {
      this.#scrollTimer = 0;
      if (this.#scrollTo === undefined) history.replaceState({ ...history.state, scroll: Math.round(scrollY) }, '');
    }, 250);
  }
}
