// A page in a frame of another site: its address is left alone, its height is told, its colours follow the page around it.

/** Whether this page was made to stand in a frame. */
export const embedded = document.documentElement.classList.contains('embed');

/**
 * A fragment as an address of the whole site; any other address as it is.
 * @param {string} href
 */
export const outward = (href) => (href.startsWith('#') ? `./${href}` : href);

/** Stands where the router stands on the whole site. Nothing here touches the history. */
export class Embedding {
  #onQuery;
  #onTheme;
  #id = '';
  #told = 0;

  /**
   * @param {(query: string) => void} onQuery takes what the frame was asked to show
   * @param {(theme: string) => void} onTheme takes "light", "dark" or "system"
   */
  constructor(onQuery, onTheme) {
    this.#onQuery = onQuery;
    this.#onTheme = onTheme;
  }

  start() {
    const asked = new URLSearchParams(location.search);
    this.#id = asked.get('id') ?? '';
    this.#theme(asked.get('theme'));
    addEventListener('message', ({ source, data }) => {
      if (source === parent && source !== window && data?.type === 'storewright:theme') this.#theme(data.value);
    });
    new ResizeObserver(() => this.settle()).observe(document.body);
    this.#onQuery(location.search);
  }

  /** The address of a frame stays what its author wrote. */
  show() {}

  /**
   * Another page is shown by the whole site, in a tab of its own.
   * @param {string} href
   */
  navigate(href) {
    open(outward(href), '_blank', 'noopener');
  }

  /** Called after each frame and when something else changed the height: tells it to the page around. */
  settle() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (parent === window || height === this.#told) return;
    this.#told = height;
    parent.postMessage({ type: 'storewright:height', height, id: this.#id }, hostOrigin());
  }

  /** @param {unknown} value */
  #theme(value) {
    if (value === 'light' || value === 'dark') this.#onTheme(value);
    else if (value === 'auto') this.#onTheme('system');
  }
}

// A height is nothing private: where the browser does not say who is around, anybody may know it.
function hostOrigin() {
  try {
    const { origin } = new URL(document.referrer);
    return origin === 'null' ? '*' : origin;
  } catch {
    return '*';
  }
}
