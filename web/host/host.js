// The page around the app: puts the modules together and grants the app's wishes.
import { App } from './bridge.js';
import { copyPlainText, copyText, download, openFile } from './clipboard.js';
import { Embedding, embedded, outward } from './embedding.js';
import { Frames } from './frames.js';
import { Glyphs } from './glyphs.js';
import { Input, listenForUndo } from './input.js';
import { Mirror } from './mirror.js';
import { Router } from './router.js';
import { Storage } from './storage.js';
import { View } from './view.js';

/** @typedef {import('./pages.js').Pages} Pages */
/** @typedef {import('./types.d.ts').AppModule} AppModule */
/** @typedef {import('./types.d.ts').HostCalls} HostCalls */
/** @typedef {import('./types.d.ts').Message} Message */
/** @typedef {import('./types.d.ts').Wish} Wish */

const noStorage = 'Your browser keeps nothing for this site, so settings, answers and progress are gone when you close it. '
  + 'Copy the link to keep your inputs, and save your progress as a file.';
const fullStorage = 'What this browser keeps for the site is full, so what you do from here on is gone when you close it. '
  + 'Copy the link to keep your inputs, and save your progress as a file.';
const lostGraphics = 'Your browser took the graphics away and has not given them back, so you see the text view. Your input is kept.';
const patienceMs = 2000;
const noGraphics = 'Your browser offers no WebGL 2, so you see the text view. Nothing is missing from it but the pictures.';

/** The ISO date where the reader is. @param {Date} now */
const dayOf = (now) => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/**
 * @typedef {object} Elements
 * @property {HTMLElement} page holds canvas and mirror
 * @property {HTMLCanvasElement} picture
 * @property {HTMLElement} mirror
 * @property {HTMLElement} announcer
 */

export class Host {
  #elements;
  #onFailure;
  /** @type {App | undefined} */
  #app;
  /** @type {Pages | undefined} */
  #pages;
  /** @type {string | undefined} */
  #tree;
  /** @type {Wish[]} */
  #wishes = [];
  #hasGraphics = false;
  #fetching = 0;   // content packs under way
  #frames = new Frames((now) => this.#draw(now));
  // What the reader keeps belongs to the whole site: a frame of another page neither reads it nor adds to it.
  #storage = new Storage((full) => this.#send({ type: 'notice', code: 9005, text: full ? fullStorage : noStorage }), !embedded);
  #day = '';
  #router = embedded
    ? new Embedding((query) => this.#asked(query), (theme) => this.#view.setTheme(theme))
    : new Router((href) => this.#routed(href));
  #view;
  #mirror;

  /** What app.wasm calls, to be given to it before it starts. @type {HostCalls} */
  calls;

  /**
   * @param {Elements} elements
   * @param {(error: unknown) => void} onFailure called once when the app has stopped
   */
  constructor(elements, onFailure) {
    this.#elements = elements;
    this.#onFailure = onFailure;
    this.#view = new View(elements.picture, (resized) => this.#viewed(resized));
    this.#mirror = new Mirror(elements.mirror, elements.announcer, (message) => this.#send(message));
    const glyphs = new Glyphs(elements.picture);
    // Trees and wishes come in the middle of a frame and are dealt with after it: neither may call the app from within.
    this.calls = {
      glyphs,
      tree: (json) => { this.#tree = json; },
      wishes: (json) => this.#wishes.push(...JSON.parse(json)),
      cursor: (name) => { elements.page.style.cursor = name; },
    };
  }

  /**
   * The first tree, then the picture.
   * @param {AppModule} module
   * @param {WebAssembly.Memory} memory
   * @param {Pages} pages
   * @param {() => void} onFirstTree the page can be used from here on
   */
  start(module, memory, pages, onFirstTree) {
    const { page, picture, mirror } = this.#elements;
    const theme = this.#storage.get('theme');
    if (theme) this.#view.setTheme(theme);
    page.hidden = false;
    this.#view.measure();
    this.#app = new App(module, memory);
    this.#pages = pages;
    this.#app.start(this.#view.message());
    if (!pages.here) this.#send({ type: 'code', status: 'absent' });
    for (const [key, value] of this.#storage.entries()) this.#send({ type: 'stored', key, value });
    this.#storage.onOther = (key, value) => this.#send({ type: 'stored', key, value });
    this.#tellDay();
    document.addEventListener('visibilitychange', () => this.#tellDay());
    this.#router.start();
    this.#frames.now();
    onFirstTree();

    this.#healGraphics(picture);
    this.#hasGraphics = this.#app.createGraphics();
    if (!this.#hasGraphics) {
      this.#setTextView(true);
      this.#send({ type: 'notice', code: 9003, text: noGraphics });
    }
    this.#view.observe();
    new Input(page, picture, (...event) => this.#point(...event));
    listenForUndo(() => this.#send({ type: 'undo' }));
    copyPlainText(mirror);
    this.#frames.now();
    this.#expose();
  }

  /**
   * A lost context usually comes back at once, and nobody needs to know. When it does not, the text view takes over.
   * @param {HTMLCanvasElement} picture
   */
  #healGraphics(picture) {
    /** @type {number | undefined} */
    let patience;
    let gaveUp = false;
    picture.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();   // allows it to come back
      this.#app?.loseGraphics();
      patience = setTimeout(() => {
        gaveUp = !this.#view.textView;   // a reader who chose the text view keeps it
        this.#setTextView(true);
        this.#send({ type: 'notice', code: 9004, text: lostGraphics });
      }, patienceMs);
    });
    picture.addEventListener('webglcontextrestored', () => {
      clearTimeout(patience);
      this.#app?.createGraphics();
      if (gaveUp) this.#setTextView(false);
      gaveUp = false;
      this.#frames.wake();
    });
  }

  // The reader's own day, which a page left open over night learns when it is looked at again.
  #tellDay() {
    const day = dayOf(new Date());
    if (document.hidden || day === this.#day) return;
    this.#day = day;
    this.#send({ type: 'day', value: day, clock: performance.timeOrigin });
  }

  // Read by tests: that a quiet page draws nothing, and that it has come to rest.
  #expose() {
    const frames = this.#frames;
    const pages = this.#pages;
    const fetching = () => this.#fetching > 0;
    Object.defineProperty(window, 'storewright', {
      value: Object.freeze({
        get frames() { return frames.count; },
        get idle() { return frames.idle && !pages?.wanted && !fetching(); },
      }),
    });
  }

  /** @type {import('./input.js').Point} */
  #point(...event) {
    if (!this.#app) return;
    try {
      this.#app.pointer(...event);
    } catch (error) {
      return this.#fail(error);
    }
    this.#frames.wake();
  }

  /** @param {Message} message */
  #send(message) {
    if (!this.#app) return;
    try {
      this.#app.send(message);
    } catch (error) {
      return this.#fail(error);
    }
    this.#frames.wake();
  }

  /** @param {number} now */
  #draw(now) {
    if (!this.#app) return -1;
    try {
      const wait = this.#app.frame(now);
      this.#applyTree();
      for (const wish of this.#wishes.splice(0)) this.#grant(wish);
      this.#router.settle();
      return wait;
    } catch (error) {
      this.#fail(error);
      return -1;
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#frames.stop();
    this.#app = undefined;
    this.#onFailure(error);
  }

  #applyTree() {
    if (this.#tree === undefined) return;
    /** @type {import('./types.d.ts').Tree} */
    const tree = JSON.parse(this.#tree);
    this.#tree = undefined;
    this.#elements.page.style.setProperty('--page-height', `${tree.height}px`);
    this.#mirror.patch(tree);
  }

  /** @param {boolean} resized */
  #viewed(resized) {
    if (!this.#app) return;
    this.#send(this.#view.message());
    if (resized) this.#frames.now();   // the canvas was cleared
  }

  /** @param {string} href */
  #routed(href) {
    const mode = new URLSearchParams(href.split('?')[1] ?? '').get('mode');
    if (mode) this.#setTextView(mode === 'text');
    this.#send({ type: 'route', href });
  }

  /** @param {string} query of an embed */
  #asked(query) {
    if (new URLSearchParams(query).get('mode') === 'text') this.#setTextView(true);
    this.#send({ type: 'embed', query });
  }

  /** @param {boolean} on */
  #setTextView(on) {
    const text = on || (!this.#hasGraphics && this.#view.textView);
    if (text === this.#view.textView) return;
    this.#view.textView = text;
    this.#mirror.measuring = !text;
    document.documentElement.classList.toggle('text-view', text);
    if (!text) {
      this.#view.measure();
      this.#mirror.measureAll();
    }
    this.#viewed(false);
  }

  /** @param {Wish} wish */
  #grant({ kind, value, key = '', type = '' }) {
    switch (kind) {
      case 'route': return this.#router.show(value, key === 'push');
      case 'navigate': return this.#router.navigate(value);
      case 'copy': return void this.#copy(key === 'link' ? new URL(embedded ? outward(value) : value, location.href).href : value);
      case 'download': return download(key, type, value);
      case 'print': return print();
      case 'store': return this.#storage.set(key, value);
      case 'fetch': return void this.#fetch(value);
      case 'code': return void this.#loadPages();
      case 'open': return openFile(type, (text) => this.#send({ type: 'stored', key: value, value: text }));
      // After the router, which puts a new page at its top.
      case 'focus': return queueMicrotask(() => this.#mirror.focus(value));
      case 'mode': return this.#setTextView(value === 'text');
      case 'theme':
        this.#storage.set('theme', value === 'system' ? '' : value);
        return this.#view.setTheme(value);
    }
  }

  /** @param {string} text */
  async #copy(text) {
    const copied = await copyText(text);
    this.#send({ type: copied ? 'copied' : 'not_copied', text });
  }

  /** @param {string} name of a content pack */
  async #fetch(name) {
    const file = `packs/${name}.json`;
    ++this.#fetching;
    try {
      const response = await fetch(new URL(file, import.meta.url));
      if (!response.ok) throw new Error(`${response.status}`);
      this.#send({ type: 'pack', name, text: await response.text() });
    } catch {
      this.#send({ type: 'pack', name, error: `The file ${file} could not be loaded. Check your connection and try again.` });
    } finally {
      --this.#fetching;   // after the message, whose frame is then due
    }
  }

  async #loadPages() {
    try {
      await this.#pages?.load();
      this.#send({ type: 'code', status: 'loaded' });
    } catch {
      const error = 'The file pages.wasm did not load, so this page cannot be shown yet.';
      this.#send({ type: 'code', status: 'failed', error });
    }
  }
}
