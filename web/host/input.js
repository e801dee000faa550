// Pointer and keys for the app. The wheel and the scrolling finger stay the browser's; so do links, fields and labels.

/** @typedef {import('./bridge.js').App['pointer']} Point tells the app where the pointer is and what it does */

export class Input {
  #point;
  #canvas;
  #pressed = false;

  /**
   * @param {HTMLElement} container holds the canvas and, above it, the mirror
   * @param {HTMLCanvasElement} canvas
   * @param {Point} point
   */
  constructor(container, canvas, point) {
    this.#canvas = canvas;
    this.#point = point;
    container.addEventListener('pointermove', (event) => this.#move(event));
    container.addEventListener('pointerdown', (event) => this.#press(event, container));
    container.addEventListener('pointerup', (event) => this.#release(event, 'up'));
    container.addEventListener('pointercancel', (event) => this.#release(event, 'cancel'));
    container.addEventListener('pointerleave', (event) => {
      if (!this.#pressed) this.#tell('leave', event);
    });
    addEventListener('blur', () => {
      if (this.#pressed) this.#end('cancel');
    });
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.isPrimary) this.#tell('move', event);
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} container
   */
  #press(event, container) {
    if (!event.isPrimary || event.button !== 0 || ownedByBrowser(event.target)) return;
    this.#pressed = true;
    // A drag goes on outside of the window, except one that selects text.
    if (!isText(event.target)) container.setPointerCapture(event.pointerId);
    this.#tell('down', event);
  }

  /**
   * @param {PointerEvent} event
   * @param {'up' | 'cancel'} kind
   */
  #release(event, kind) {
    if (!event.isPrimary || !this.#pressed) return;
    this.#pressed = false;
    this.#tell(kind, event);
  }

  /** @param {'cancel'} kind */
  #end(kind) {
    this.#pressed = false;
    this.#point(kind, 0, 0, 0, false);
  }

  /**
   * @param {'move' | 'down' | 'up' | 'cancel' | 'leave'} kind
   * @param {PointerEvent} event
   */
  #tell(kind, event) {
    const box = this.#canvas.getBoundingClientRect();
    this.#point(kind, event.clientX - box.left, event.clientY - box.top, event.buttons, event.pointerType === 'touch');
  }
}

/** @param {EventTarget | null} target */
function ownedByBrowser(target) {
  return target instanceof Element && target.closest('a, input, textarea, label, .prose, #notice') !== null;
}

/** @param {EventTarget | null} target */
function isText(target) {
  return target instanceof Element && target.closest('.lines') !== null;
}

/**
 * Ctrl+Z outside of a text field undoes the last step of the page.
 * @param {() => void} undo
 */
export function listenForUndo(undo) {
  addEventListener('keydown', (event) => {
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!command || event.key.toLowerCase() !== 'z' || isTextField(event.target)) return;
    event.preventDefault();
    undo();
  });
}

/** @param {EventTarget | null} target */
function isTextField(target) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
}
