// <storewright-embed>: a page of Storewright inside a page of yours. No dependencies; safe to import where there is no DOM.
//
//   <storewright-embed site="https://storewright.example/" view="labs/ring" shards="8" lock="vnodes" show="shards,vnodes">
//     <a href="https://storewright.example/#/labs/ring?v=1&shards=8">The shard ring, in Storewright</a>
//   </storewright-embed>
//
// What is inside is for readers without JavaScript. `site` may be left out where this module comes from the site itself.
// Every attribute that HTML has no meaning for goes to the page by its name; `fields="a=1&b=2"` holds those it has one for.
// @ts-check

// Attributes of this element or of every element; no page hears of them.
const ours = new Set(['site', 'fields', 'eager', 'height', 'theme', 'id', 'class', 'style', 'title', 'lang', 'dir', 'hidden', 'slot',
  'part', 'role', 'tabindex', 'translate', 'is', 'nonce', 'inert', 'draggable', 'contenteditable', 'accesskey', 'spellcheck']);
const isOurs = (/** @type {string} */ name) => ours.has(name) || /^(data-|aria-|on|v-|:|@)/.test(name);

const firstHeight = 480;      // until the frame tells its own
const tallest = 100_000;
const nearBy = '600px';       // made when it comes this close to what is on the screen
const settleMs = 400;         // colours that fade are looked at again

/** @typedef {'light' | 'dark'} Theme */

let made = 0;

// Where there is no DOM, as in a static build, the class exists and does nothing.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class StorewrightEmbed extends Base {
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** @type {IntersectionObserver | undefined} */
  #nearness;
  /** @type {MutationObserver | undefined} */
  #attributes;
  /** @type {(() => void) | undefined} */
  #unwatch;
  #number = `storewright-${++made}`;
  #address = '';
  #root = this.attachShadow({ mode: 'open' });

  connectedCallback() {
    this.#root.replaceChildren(document.createElement('slot'));
    this.style.display ||= 'block';
    addEventListener('message', this.#heard);
    this.#attributes = new MutationObserver((changes) => this.#changed(changes));
    this.#attributes.observe(this, { attributes: true });
    if (this.hasAttribute('eager') || typeof IntersectionObserver !== 'function') return this.#make();
    this.#nearness = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#make();
    }, { rootMargin: nearBy });
    this.#nearness.observe(this);
  }

  disconnectedCallback() {
    removeEventListener('message', this.#heard);
    this.#nearness?.disconnect();
    this.#attributes?.disconnect();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#frame = undefined;
  }

  // A new frame for each address: changing the address of one would add to the history of the page around it.
  #make() {
    this.#nearness?.disconnect();
    const address = this.#addressNow();
    const frame = document.createElement('iframe');
    frame.title = this.title || 'Storewright';
    frame.allow = 'clipboard-write';
    frame.setAttribute('scrolling', 'no');   // it is as high as its content; a bar that comes and goes would change its width
    const height = this.#frame?.style.height || `${Number(this.getAttribute('height')) || firstHeight}px`;
    Object.assign(frame.style, { display: 'block', width: '100%', height, border: '0', colorScheme: 'normal' });
    frame.src = address;
    this.#root.replaceChildren(frame, this.#root.querySelector('slot') ?? document.createElement('slot'));
    this.#frame = frame;
    this.#address = withoutTheme(address);
    this.#unwatch ??= watchTheme(() => this.#tellTheme());
  }

  #site() {
    const site = this.getAttribute('site');
    const base = new URL(site ?? './', site === null ? import.meta.url : document.baseURI);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return base;
  }

  #addressNow() {
    const written = [...this.attributes].filter(({ name }) => !isOurs(name)).map(({ name, value }) => `${name}=${readable(value)}`);
    const more = this.getAttribute('fields')?.replace(/^[?&]+/, '');
    if (more) written.push(more);
    written.push(`id=${this.#number}`, `theme=${readable(this.#theme())}`);
    return new URL(`embed.html?${written.join('&')}`, this.#site()).href;
  }

  /** What the author fixed, else how the page around is now. */
  #theme() {
    const fixed = this.getAttribute('theme');
    return fixed === null || fixed === 'auto' ? themeOf(this) : fixed;
  }

  /** @param {MutationRecord[]} changes */
  #changed(changes) {
    if (!this.#frame) return;
    if (changes.some(({ attributeName }) => attributeName === 'title')) this.#frame.title = this.title || 'Storewright';
    if (changes.some(({ attributeName }) => attributeName === 'theme')) this.#tellTheme();
    if (withoutTheme(this.#addressNow()) !== this.#address) this.#make();
  }

  #tellTheme() {
    this.#frame?.contentWindow?.postMessage({ type: 'storewright:theme', value: this.#theme() }, this.#site().origin);
  }

  #heard = (/** @type {MessageEvent} */ event) => {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow || event.origin !== this.#site().origin) return;
    const { type, height } = event.data ?? {};
    if (type !== 'storewright:height' || !(height > 0 && height <= tallest)) return;
    frame.style.height = `${Math.ceil(height)}px`;
    const words = this.#root.querySelector('slot');
    if (!words || words.style.display === 'none') return;
    words.style.display = 'none';
    this.#tellTheme();   // the colours may have changed while it loaded
  };
}

/**
 * Encoded where it must be: "hours,rate" and "calculate/tco" stay readable.
 * @param {string} value
 */
const readable = (value) => encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':');

/** @param {string} address */
const withoutTheme = (address) => address.replace(/&theme=[^&]*$/, '');

/**
 * How the page around an element looks: what it says of itself, else what can be seen of it, else what the reader prefers.
 * @param {Element} element
 * @returns {Theme}
 */
function themeOf(element) {
  const said = saidTheme(document.documentElement) ?? saidTheme(document.body);
  if (said) return said;
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme === 'dark' || scheme === 'light') return scheme;
  return seenTheme(element) ?? (/dark/.test(scheme) && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/**
 * Words by which sites say it: VitePress and Tailwind `class="dark"`, Docusaurus and Starlight `data-theme`, Bootstrap
 * `data-bs-theme`, GitHub `data-color-mode`, Material for MkDocs `data-md-color-scheme`.
 * @param {Element} root
 * @returns {Theme | undefined}
 */
function saidTheme(root) {
  for (const name of ['data-theme', 'data-bs-theme', 'data-color-mode', 'data-md-color-scheme', 'data-mode']) {
    const value = root.getAttribute(name) ?? '';
    if (/dark|slate|night/.test(value)) return 'dark';
    if (/light|default|day/.test(value)) return 'light';
  }
  if (root.matches('.dark, .dark-mode, .theme-dark, .dark-theme')) return 'dark';
  if (root.matches('.light, .light-mode, .theme-light, .light-theme')) return 'light';
  return undefined;
}

/**
 * The ground that an element stands on, when it is a plain colour.
 * @param {Element} element
 * @returns {Theme | undefined}
 */
function seenTheme(element) {
  const colour = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(getComputedStyle(element).backgroundColor);
  if (!colour || Number(colour[4] ?? 1) < 0.5) return element.parentElement ? seenTheme(element.parentElement) : undefined;
  const [red, green, blue] = colour.slice(1, 4).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/**
 * Calls when the look of the page may have changed.
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
function watchTheme(changed) {
  let timer = 0;
  const look = () => {
    changed();
    clearTimeout(timer);
    timer = window.setTimeout(changed, settleMs);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributes: true });
  observer.observe(document.body, { attributes: true });
  const preference = matchMedia('(prefers-color-scheme: dark)');
  preference.addEventListener('change', look);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    preference.removeEventListener('change', look);
  };
}

if (globalThis.customElements && !customElements.get('storewright-embed')) customElements.define('storewright-embed', StorewrightEmbed);
