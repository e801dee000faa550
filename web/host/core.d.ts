// Types of core.js.

/** One thing that is wrong with an input. */
export interface Problem {
  /** Stable, such as "SW-1102"; content/errors.json has its cause and cure. */
  code: string;
  /** One sentence. */
  message: string;
  /** JSON Pointer into the parameters, "" for the whole. */
  where: string;
}

/** A call that the core answered with problems, or a core that could not be loaded. */
export declare class StorewrightError extends Error {
  constructor(first: Problem, problems?: Problem[]);
  code: string;
  where: string;
  problems: Problem[];
}

/** A loaded core. It keeps no state between calls. */
export interface Storewright {
  /** Runs a method and returns its result; throws a StorewrightError that names every problem. */
  call(method: string, params?: unknown): any;
  /** JSON text in, JSON text out, byte for byte as the command prints it; errors are part of the text. */
  callText(method: string, params: string): string;
}

/** Loads core.wasm: from beside this module, from an address, a response, its bytes, or a compiled module. */
export declare function load(
  source?: URL | string | Response | PromiseLike<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module,
): Promise<Storewright>;
