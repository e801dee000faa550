// Where the tests under Node find core.wasm: in the variable STOREWRIGHT_CORE, else where the build puts it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { load } from '../../web/host/core.js';

export const corePath = process.env.STOREWRIGHT_CORE ?? fileURLToPath(new URL('../../build/web/core.wasm', import.meta.url));

/** @returns {Promise<import('../../web/host/core.js').Storewright>} */
export async function loadCore() {
  return load(await readFile(corePath));
}
