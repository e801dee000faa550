// Runs shared cases through core.wasm and prints the same lines as `storewright cases FILE...`.
import { readFileSync } from 'node:fs';

import { loadCore } from './core.mjs';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} method
 * @property {unknown} [params]
 * @property {string} [text] the parameter text as it stands, for what is no JSON
 */

const storewright = await loadCore();
for (const path of process.argv.slice(2)) {
  /** @type {{ cases: Case[] }} */
  const { cases } = JSON.parse(readFileSync(path, 'utf8'));
  for (const { name, method, params = {}, text } of cases) {
    const reply = storewright.callText(method, text ?? JSON.stringify(params));
    const outcome = reply.startsWith('{"error":') ? 'error' : 'ok';
    process.stdout.write(`${name}\t${outcome}\t${reply}\n`);
  }
}
