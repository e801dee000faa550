// app.wasm as an object: its functions with strings instead of pointers.

/** @typedef {import('./types.d.ts').AppModule} AppModule */
/** @typedef {import('./types.d.ts').Message} Message */

export const pointerKinds = /** @type {const} */ ({ move: 0, down: 1, up: 2, cancel: 3, leave: 4 });

export class App {
  #encoder = new TextEncoder();

  /**
   * @param {AppModule} module
   * @param {WebAssembly.Memory} memory the module's own; its buffer is another one after it has grown
   */
  constructor(module, memory) {
    this.module = module;
    this.memory = memory;
  }

  /** @param {Message} view */
  start(view) {
    this.#pass(view, (at, size) => this.module._sw_app_start(at, size));
  }

  /** @param {Message} message */
  send(message) {
    this.#pass(message, (at, size) => this.module._sw_app_send(at, size));
  }

  /**
   * @param {keyof typeof pointerKinds} kind
   * @param {number} x of the canvas, in CSS pixels
   * @param {number} y
   * @param {number} buttons
   * @param {boolean} touch
   */
  pointer(kind, x, y, buttons, touch) {
    this.module._sw_app_pointer(pointerKinds[kind], x, y, buttons, touch ? 1 : 0);
  }

  /**
   * Runs one frame.
   * @param {number} now in milliseconds
   * @returns {number} milliseconds until the next one is wanted: 0 at once, negative: when something happens
   */
  frame(now) {
    return this.module._sw_app_frame(now);
  }

  /** @returns {boolean} whether there is WebGL 2 to draw with */
  createGraphics() {
    return this.module._sw_app_graphics(1) !== 0;
  }

  loseGraphics() {
    this.module._sw_app_graphics(0);
  }

  /**
   * @param {Message} message
   * @param {(at: number, size: number) => void} take
   */
  #pass(message, take) {
    const bytes = this.#encoder.encode(JSON.stringify(message));
    const at = this.module._malloc(bytes.length);
    if (at === 0) throw new RangeError('The page has no memory left for a message.');
    new Uint8Array(this.memory.buffer, at, bytes.length).set(bytes);
    take(at, bytes.length);
    this.module._free(at);
  }
}
