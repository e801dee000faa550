// pages.wasm: the pages that are not in app.wasm, loaded when the first of them is opened. It is the other part of one program:
// it works on the memory and the table of app.wasm and puts its functions into the empty places of the table.

// What needs no pages.wasm, as in web/app/routes.cpp. Where this is wrong, the file is loaded a little later or for nothing.
const firstPages = ['', 'decide'];

/** Whether the address asks for a page that is not in app.wasm. @returns {boolean} */
function opensLaterPage() {
  const embed = document.documentElement.classList.contains('embed');
  const route = embed ? new URLSearchParams(location.search).get('view') ?? '' : location.hash.replace(/^#\/?/, '').split('?')[0];
  return !firstPages.includes(route);
}

/** What app.wasm gets for the functions of pages.wasm. That one of them is called too early is a fault of ours. */
const notYetThere = new Proxy({}, {
  get: (_, slot) => () => {
    throw new Error(`A function of pages.wasm was called before it was there (${String(slot)}).`);
  },
});

export class Pages {
  /** @type {WebAssembly.Exports | undefined} */
  #app;
  /** @type {Promise<Response> | undefined} */
  #file;

  /** All pages can be opened. A build without wasm-split has them in app.wasm. */
  here = !document.documentElement.dataset.pagesBytes;

  constructor() {
    if (!this.here && opensLaterPage()) this.#fetch();
  }

  /**
   * The imports of app.wasm, with what stands in for pages.wasm. The names are those of web/site/split.mjs.
   * @param {WebAssembly.Imports} imports
   */
  withPlaceholders(imports) {
    return { ...imports, b: notYetThere };
  }

  /**
   * What pages.wasm needs of app.wasm.
   * @param {WebAssembly.Exports} app
   */
  attach(app) {
    this.#app = app;
  }

  /** Resolves when they are here. May be called again after a failure. */
  async load() {
    if (this.here) return;
    const file = this.#fetch();
    try {
      await WebAssembly.instantiateStreaming(file, { a: /** @type {WebAssembly.ModuleImports} */ (this.#app) });
      this.here = true;
    } finally {
      this.#file = undefined;
    }
  }

  /** Whether it is on its way already. */
  get wanted() {
    return this.#file !== undefined;
  }

  #fetch() {
    this.#file ??= fetch(new URL('pages.wasm', import.meta.url));
    this.#file.catch(() => {});   // whoever waits for it hears of it
    return this.#file;
  }
}
