// What split.mjs wants to know of a WebAssembly module: imports, exports, the table of functions, who calls whom, names.
// @ts-check

/**
 * @typedef {object} Module functions are numbered with the imported ones first
 * @property {{module: string, name: string}[]} imports functions only
 * @property {number[]} exported functions
 * @property {number[]} table function of each slot; slots that are not filled are left out
 * @property {Map<number, string>} names of functions, where the module keeps them
 * @property {Map<number, Set<number>>} calls from each function to those that its code names
 */

const section = /** @type {const} */ ({ custom: 0, imports: 2, exports: 7, start: 8, elements: 9, code: 10 });
const kind = /** @type {const} */ ({ function: 0, table: 1, memory: 2, global: 3 });

/** Walks over the bytes of a module. */
class Reader {
  at = 8;

  /** @param {Buffer} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A LEB128 number, taken as unsigned. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  text() {
    const size = this.number();
    this.at += size;
    return this.bytes.toString('utf8', this.at - size, this.at);
  }

  /** @param {() => void} read */
  each(read) {
    for (let left = this.number(); left > 0; --left) read();
  }

  limits() {
    const flags = this.number();
    this.number();
    if (flags & 1) this.number();
  }
}

/** @param {Reader} reader @param {Module} module */
function readImport(reader, module) {
  const from = { module: reader.text(), name: reader.text() };
  const what = reader.byte();
  if (what === kind.function) {
    reader.number();
    module.imports.push(from);
  } else if (what === kind.table) {
    reader.byte();
    reader.limits();
  } else if (what === kind.memory) {
    reader.limits();
  } else {
    reader.at += 2;
  }
}

/** Only the oldest form, a list of functions from a fixed slot on, is written for our pages. @param {Reader} reader @param {Module} module */
function readElements(reader, module) {
  const isConstant = reader.number() === 0 && reader.byte() === 0x41;
  if (!isConstant) throw new Error('its table is filled in a way that this script does not know');
  let slot = reader.number();
  reader.byte();
  reader.each(() => { module.table[slot++] = reader.number(); });
}

// Instructions by what follows them. All others stand alone.
const withNumber = new Set([0x0c, 0x0d, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0]);
const blocks = new Set([0x02, 0x03, 0x04]);
const branchTable = 0x0e;
const callIndirect = new Set([0x11, 0x13]);
const call = new Set([0x10, 0x12, 0xd2]);   // with the tail call and ref.func
const typedSelect = 0x1c;
const float32 = 0x43;
const float64 = 0x44;
const extended = 0xfc;
const numbersAfterExtended = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
const isMemory = (/** @type {number} */ code) => code >= 0x28 && code <= 0x3e;
const isPlain = (/** @type {number} */ code) => code <= 0x1b || code === 0xd1 || (code >= 0x45 && code <= 0xc4);

/** @param {Reader} reader @param {number} end @param {Set<number>} callees */
function readBody(reader, end, callees) {
  reader.each(() => { reader.number(); reader.byte(); });   // locals
  while (reader.at < end) {
    const code = reader.byte();
    if (call.has(code)) callees.add(reader.number());
    else if (blocks.has(code) || withNumber.has(code)) reader.number();
    else if (isMemory(code) || callIndirect.has(code)) { reader.number(); reader.number(); }
    else if (code === float32) reader.at += 4;
    else if (code === float64) reader.at += 8;
    else if (code === branchTable) { reader.each(() => { reader.number(); }); reader.number(); }
    else if (code === typedSelect) reader.each(() => { reader.byte(); });
    else if (code === extended) {
      const count = numbersAfterExtended[reader.number()];
      for (let left = count; left > 0; --left) reader.number();
    } else if (!isPlain(code)) throw new Error(`its code has an instruction 0x${code.toString(16)} that this script does not know`);
  }
  if (reader.at !== end) throw new Error('its code is longer or shorter than it says');
}

/** @param {Reader} reader @param {Module} module */
function readCode(reader, module) {
  let index = module.imports.length;
  reader.each(() => {
    const callees = new Set();
    const size = reader.number();
    readBody(reader, reader.at + size, callees);
    module.calls.set(index++, callees);
  });
}

/** @param {Reader} reader @param {number} end @param {Module} module */
function readNames(reader, end, module) {
  while (reader.at < end) {
    const functions = reader.byte() === 1;
    const stop = reader.number() + reader.at;
    if (functions) reader.each(() => { module.names.set(reader.number(), reader.text()); });
    reader.at = stop;
  }
}

/**
 * @param {Buffer} bytes
 * @param {{code?: boolean}} [options] without the code where nobody asks who calls whom
 * @returns {Module}
 */
export function readModule(bytes, { code = true } = {}) {
  /** @type {Module} */
  const module = { imports: [], exported: [], table: [], names: new Map(), calls: new Map() };
  const reader = new Reader(bytes);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const end = reader.number() + reader.at;
    if (id === section.imports) reader.each(() => readImport(reader, module));
    if (id === section.exports) {
      reader.each(() => {
        reader.text();
        const what = reader.byte();
        const index = reader.number();
        if (what === kind.function) module.exported.push(index);
      });
    }
    if (id === section.start) module.exported.push(reader.number());
    if (id === section.elements) reader.each(() => readElements(reader, module));
    if (id === section.code && code) readCode(reader, module);
    if (id === section.custom && reader.text() === 'name') readNames(reader, end, module);
    reader.at = end;
  }
  return module;
}
