// The core as an ES module: every method of `storewright call`, in browsers, Node and bundlers, without dependencies.
//
//   import { load } from './core.js';
//   const storewright = await load();
//   const answer = storewright.call('recommend', { money: true });
// @ts-check

/**
 * One thing that is wrong with an input.
 * @typedef {object} Problem
 * @property {string} code stable, such as "SW-1102"
 * @property {string} message one sentence
 * @property {string} where JSON Pointer into the parameters, "" for the whole
 */

/**
 * A loaded core. It keeps no state between calls.
 * @typedef {object} Storewright
 * @property {(method: string, params?: unknown) => any} call the result as an object; throws StorewrightError
 * @property {(method: string, params: string) => string} callText JSON text in, JSON text out, errors included
 */

/**
 * What core.wasm exports.
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {(size: number) => number} sw_alloc
 * @property {(text: number) => void} sw_free
 * @property {(method: number, methodSize: number, params: number, paramsSize: number) => number} sw_call
 * @property {() => number} sw_result_size
 * @property {() => void} [_initialize]
 */

/** A call that the core answered with problems, or a core that could not be loaded. */
export class StorewrightError extends Error {
  /**
   * @param {Problem} first
   * @param {Problem[]} [problems]
   */
  constructor(first, problems = [first]) {
    super(first.where ? `${first.message} (${first.code} at ${first.where})` : `${first.message} (${first.code})`);
    this.name = 'StorewrightError';
    this.code = first.code;
    this.where = first.where;
    this.problems = problems;
  }
}

/**
 * Loads core.wasm: from beside this file, from an address, a response, its bytes, or a compiled module.
 * @param {URL | string | Response | PromiseLike<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module} [source]
 * @returns {Promise<Storewright>}
 */
export async function load(source = new URL('./core.wasm', import.meta.url)) {
  const module = await compiled(await source);
  let core = await started(module);

  /** @type {Storewright['callText']} */
  const callText = (method, params) => {
    try {
      return transact(core, method, params);
    } catch (trap) {
      // A core out of memory stops in the middle. It has no state to lose, so a fresh one takes its place.
      core = exportsOf(new WebAssembly.Instance(module, imports));
      const problem = { code: 'SW-9009', message: `The core stopped during this call (${trap}); it was started afresh.`, where: '' };
      return JSON.stringify({ error: { ...problem, problems: [problem] } });
    }
  };

  return {
    callText,
    call(method, params = {}) {
      const reply = JSON.parse(callText(method, JSON.stringify(params)));
      if (reply.error) throw new StorewrightError(reply.error, reply.error.problems);
      return reply;
    },
  };
}

/**
 * What core.wasm asks of its host. Memory that grows says so, but we look at it afresh in every call; a core that gives
 * up asks to end the program, which here ends the call.
 * @type {WebAssembly.Imports}
 */
const imports = {
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit() {
      throw new Error('the core gave up');
    },
  },
};

/**
 * @param {URL | string | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  try {
    return await WebAssembly.compile(await bytesOf(source));
  } catch (reason) {
    if (reason instanceof StorewrightError) throw reason;
    throw unloadable(`core.wasm could not be loaded: ${reason instanceof Error ? reason.message : reason}`);
  }
}

/**
 * @param {URL | string | Response | ArrayBuffer | ArrayBufferView} source
 * @returns {Promise<BufferSource>}
 */
async function bytesOf(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return /** @type {BufferSource} */ (source);
  if (typeof source === 'string' || source instanceof URL) {
    const address = new URL(source, import.meta.url);
    if (address.protocol === 'file:') return fileBytes(address);
    source = await fetch(address);
  }
  if (!source.ok) throw unloadable(`core.wasm could not be fetched: the server answered ${source.status}.`);
  return source.arrayBuffer();
}

/**
 * Node's fetch does not open files.
 * @param {URL} address
 * @returns {Promise<BufferSource>}
 */
async function fileBytes(address) {
  // A name in a variable keeps bundlers for browsers from looking for this module.
  const name = 'node:fs/promises';
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
  return readFile(address);
}

/** @param {string} message */
function unloadable(message) {
  return new StorewrightError({ code: 'SW-9002', message, where: '' });
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Promise<Exports>}
 */
async function started(module) {
  try {
    return exportsOf(await WebAssembly.instantiate(module, imports));
  } catch (reason) {
    if (reason instanceof StorewrightError) throw reason;
    throw unloadable(`core.wasm does not fit this core.js: ${reason instanceof Error ? reason.message : reason}`);
  }
}

/**
 * @param {WebAssembly.Instance} instance
 * @returns {Exports}
 */
function exportsOf(instance) {
  const core = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  if (typeof core.sw_call !== 'function') throw unloadable('core.wasm does not fit this core.js: it has no sw_call.');
  core._initialize?.();
  return core;
}

/**
 * One call: both texts into the core's memory, the reply out of it.
 * @param {Exports} core
 * @param {string} method
 * @param {string} params
 */
function transact(core, method, params) {
  const name = placed(core, method);
  const input = placed(core, params);
  const reply = core.sw_call(name.at, name.size, input.at, input.size);
  const text = new TextDecoder().decode(new Uint8Array(core.memory.buffer, reply, core.sw_result_size()));
  core.sw_free(name.at);
  core.sw_free(input.at);
  return text;
}

/**
 * @param {Exports} core
 * @param {string} text
 */
function placed(core, text) {
  const bytes = new TextEncoder().encode(text);
  const at = core.sw_alloc(bytes.length);
  if (!at) throw new RangeError('no memory');
  new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
  return { at, size: bytes.length };
}
