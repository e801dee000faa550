// Letters for ImGui from a 2D canvas: the visitor's own fonts, sharp at every device pixel ratio, no font file.

const weights = ['400', '600', '400'];
const digits = /^[0-9]$/;

export class Glyphs {
  #canvas = document.createElement('canvas');
  #context;
  #families;
  #font = '';
  #letter = { text: '', columns: 1, left: 0, top: 0, width: 0, height: 0, shift: 0 };

  /** @param {HTMLCanvasElement} picture whose computed style names the fonts */
  constructor(picture) {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This browser offers no 2D canvas.');
    this.#context = context;
    const style = getComputedStyle(picture);
    const mono = style.getPropertyValue('--font-mono').trim() || 'monospace';
    this.#families = [style.fontFamily, style.fontFamily, mono];
  }

  /**
   * The height of a font above and below the baseline, in whole pixels as browsers use it for lines.
   * @param {number} face 0 regular, 1 bold, 2 mono
   * @param {number} pixels
   */
  font(face, pixels) {
    this.#use(face, pixels);
    const metrics = this.#context.measureText('x');
    return [Math.round(metrics.fontBoundingBoxAscent), Math.round(metrics.fontBoundingBoxDescent)];
  }

  /**
   * Advance and the box of the picture around the pen: [advance, left, top, width, height]; left and width count
   * columns of 1/columns pixel.
   * @param {number} face
   * @param {number} pixels
   * @param {number} code
   * @param {number} columns
   */
  measure(face, pixels, code, columns) {
    this.#use(face, pixels);
    const text = String.fromCodePoint(code);
    const metrics = this.#context.measureText(text);
    let advance = metrics.width;
    let shift = 0;
    if (digits.test(text)) {
      advance = this.#context.measureText('0').width;
      shift = (advance - metrics.width) / 2;
    }
    // One column or row more on each side holds the smoothed edges.
    const left = Math.floor((shift - metrics.actualBoundingBoxLeft) * columns) - columns;
    const right = Math.ceil((shift + metrics.actualBoundingBoxRight) * columns) + columns;
    const top = -Math.ceil(metrics.actualBoundingBoxAscent) - 1;
    const bottom = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
    const empty = metrics.actualBoundingBoxRight + metrics.actualBoundingBoxLeft <= 0;
    const width = empty ? 0 : right - left;
    const height = empty ? 0 : bottom - top;
    this.#letter = { text, columns, left, top, width, height, shift };
    return [advance, left, top, width, height];
  }

  /** The coverage of the letter measured last, row by row. */
  paint() {
    const { text, columns, left, top, width, height, shift } = this.#letter;
    const context = this.#context;
    if (this.#canvas.width < width || this.#canvas.height < height) {
      this.#canvas.width = Math.max(this.#canvas.width, width);
      this.#canvas.height = Math.max(this.#canvas.height, height);
      this.#context.font = this.#font;   // a new size resets the context
      this.#prepare();
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(columns, 0, 0, 1, -left, -top);
    context.fillText(text, shift, 0);
    const pixels = context.getImageData(0, 0, width, height).data;
    return columns === 3 ? meanOfThree(pixels, width, height) : alphaOf(pixels);
  }

  /**
   * @param {number} face
   * @param {number} pixels
   */
  #use(face, pixels) {
    const font = `${weights[face]} ${pixels}px ${this.#families[face]}`;
    if (font === this.#font) return;
    this.#font = font;
    this.#context.font = font;
    this.#prepare();
  }

  // The same choices as the text layer of the mirror (style.css, ".lines").
  #prepare() {
    this.#context.fontKerning = 'none';
    if ('textRendering' in this.#context) this.#context.textRendering = 'geometricPrecision';
    this.#context.textBaseline = 'alphabetic';
    this.#context.fillStyle = '#000';
  }
}

/** @param {Uint8ClampedArray} pixels */
function alphaOf(pixels) {
  const coverage = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < coverage.length; ++i) coverage[i] = pixels[4 * i + 3];
  return coverage;
}

/**
 * Each third of a pixel becomes the mean over the pixel around it: sharp wherever the letter comes to stand.
 * @param {Uint8ClampedArray} pixels
 * @param {number} width
 * @param {number} height
 */
function meanOfThree(pixels, width, height) {
  const coverage = new Uint8Array(width * height);
  for (let y = 0; y < height; ++y) {
    const row = y * width;
    for (let x = 1; x + 1 < width; ++x) {
      const at = 4 * (row + x) + 3;
      coverage[row + x] = (pixels[at - 4] + pixels[at] + pixels[at + 4]) / 3;
    }
  }
  return coverage;
}
