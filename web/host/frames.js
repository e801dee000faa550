// When the app draws: one animation frame at a time, and none while nothing happens.

export class Frames {
  #request = 0;
  #timer = 0;
  #wait = -1;
  #drawing = false;
  #wakened = false;
  #draw;
  #stopped = false;

  /** How many frames were drawn. */
  count = 0;

  /** @param {(now: number) => number} draw returns milliseconds until the next frame: 0 at once, negative never */
  constructor(draw) {
    this.#draw = draw;
  }

  /** True while no frame is requested and none is due soon: a clock of minutes leaves the page idle. */
  get idle() {
    return this.#request === 0 && (this.#timer === 0 || this.#wait >= 1000);
  }

  /** Asks for a frame; called by everything that happens. */
  wake() {
    if (this.#stopped) return;
    if (this.#drawing) this.#wakened = true;
    else if (this.#request === 0) this.#request = requestAnimationFrame((now) => this.#run(now));
  }

  /** Draws at once, for a canvas that has just changed its size and would flash otherwise. */
  now() {
    if (this.#stopped || this.#drawing) return;
    cancelAnimationFrame(this.#request);
    this.#run(performance.now());
  }

  /** After a failure: no frame any more. */
  stop() {
    this.#stopped = true;
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#timer);
    this.#request = this.#timer = 0;
  }

  /** @param {number} now */
  #run(now) {
    this.#request = 0;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#drawing = true;
    this.#wakened = false;
    ++this.count;
    let wait = -1;
    try {
      wait = this.#draw(now);
    } finally {
      this.#drawing = false;
    }
    if (wait === 0 || this.#wakened) this.wake();
    else if (wait > 0 && !this.#stopped) {
      this.#wait = wait;
      this.#timer = window.setTimeout(() => {
        this.#timer = 0;
        this.wake();
      }, wait);
    }
  }
}
