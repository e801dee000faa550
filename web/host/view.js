// What the app must know of its window: size, scroll, pixel ratio, colours, motion, pointer.

/** @typedef {import('./types.d.ts').Message} Message */

const queries = {
  dark: '(prefers-color-scheme: dark)',
  forced_colors: '(forced-colors: active)',
  reduced_motion: '(prefers-reduced-motion: reduce)',
  coarse_pointer: '(pointer: coarse)',
};

// A frame of another page is as high as its content; browsers refuse canvases that are much higher than this.
const highestCanvas = 8192;

/** @param {number} height in CSS pixels */
const ratioAt = (height) => Math.min(devicePixelRatio, highestCanvas / Math.max(1, height));

export class View {
  #canvas;
  #onChange;
  #width = 0;
  #height = 0;
  #deviceWidth = 0;
  #deviceHeight = 0;
  #theme = 'system';
  #lists = Object.entries(queries).map(([name, query]) => ({ name, list: matchMedia(query) }));

  /** Whether the mirror is shown instead of the picture. */
  textView = false;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(resized: boolean) => void} onChange `resized`: the canvas is empty now
   */
  constructor(canvas, onChange) {
    this.#canvas = canvas;
    this.#onChange = onChange;
  }

  /** Measures once, so that the first frame has its size. */
  measure() {
    const box = this.#canvas.getBoundingClientRect();
    const ratio = ratioAt(box.height);
    this.#resize(box.width, box.height, box.width * ratio, box.height * ratio);
  }

  /** Measures from now on whenever something changes. */
  observe() {
    const observer = new ResizeObserver(([entry]) => this.#observed(entry));
    try {
      observer.observe(this.#canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(this.#canvas);   // Safari does not know device pixels
    }
    addEventListener('scroll', () => this.#onChange(false), { passive: true });
    addEventListener('resize', () => {
      if (this.textView) this.#onChange(false);
    });
    for (const { list } of this.#lists) list.addEventListener('change', () => this.#onChange(false));
    this.#watchPixelRatio();
  }

  /** @param {string} theme "system", "light" or "dark" */
  setTheme(theme) {
    this.#theme = theme === 'light' || theme === 'dark' ? theme : 'system';
    if (this.#theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.#theme;
    this.#onChange(false);
  }

  /** @returns {Message} */
  message() {
    const media = Object.fromEntries(this.#lists.map(({ name, list }) => [name, list.matches]));
    const shown = !this.textView && this.#width > 0;
    const width = shown ? this.#width : document.documentElement.clientWidth;
    const height = shown ? this.#height : innerHeight;
    const ratio = ratioAt(height);
    return {
      type: 'view',   // first: the platform knows the message by it
      width,
      height,
      scroll_y: Math.max(0, Math.round(scrollY)),
      pixel_ratio: ratio,
      device_width: shown ? this.#deviceWidth : Math.round(width * ratio),
      device_height: shown ? this.#deviceHeight : Math.round(height * ratio),
      ...media,
      dark: this.#theme === 'system' ? media.dark : this.#theme === 'dark',
      text_view: this.textView,
    };
  }

  /** @param {ResizeObserverEntry} entry */
  #observed(entry) {
    const css = entry.contentRect;
    if (css.width === 0) return;   // not shown: the text view
    const device = entry.devicePixelContentBoxSize?.[0];
    const ratio = ratioAt(css.height);
    const changed = this.#resize(
      css.width, css.height, near(device?.inlineSize, css.width * ratio), near(device?.blockSize, css.height * ratio));
    if (changed) this.#onChange(true);
  }

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} deviceWidth
   * @param {number} deviceHeight
   */
  #resize(width, height, deviceWidth, deviceHeight) {
    const columns = Math.max(1, Math.round(deviceWidth));
    const rows = Math.max(1, Math.round(deviceHeight));
    const same = width === this.#width && height === this.#height && columns === this.#deviceWidth && rows === this.#deviceHeight;
    if (same) return false;
    [this.#width, this.#height, this.#deviceWidth, this.#deviceHeight] = [width, height, columns, rows];
    if (this.#canvas.width !== columns) this.#canvas.width = columns;
    if (this.#canvas.height !== rows) this.#canvas.height = rows;
    return true;
  }

  // A window moved to another screen changes its ratio without changing its size; such a query holds for one ratio.
  #watchPixelRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.measure();
      this.#onChange(true);
      this.#watchPixelRatio();
    }, { once: true });
  }
}

// The observed count of device pixels settles how a fraction was rounded. A browser that pretends another pixel ratio
// (device emulation) counts the real ones, and is not believed.
/**
 * @param {number | undefined} observed
 * @param {number} computed
 */
function near(observed, computed) {
  return observed !== undefined && Math.abs(observed - computed) < 1.5 ? observed : computed;
}
