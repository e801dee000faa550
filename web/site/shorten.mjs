// Makes a linked module as short as binaryen can, beyond what Emscripten asks of it.
//
//   node shorten.mjs --wasm-opt PATH FROM TO
// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What our code and Debian's Emscripten use. The modules say nothing of it any more once their names are gone. */
export const features = ['--mvp-features', '--enable-bulk-memory', '--enable-mutable-globals', '--enable-sign-ext', '--enable-nontrapping-float-to-int'];

const shortest = ['-Oz', '--converge', '--low-memory-unused', '--strip-debug', '--strip-producers'];

/** @param {string} tool @param {string[]} words */
export function run(tool, words) {
  const done = spawnSync(tool, words, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${tool} failed: ${done.stderr || done.error}`);
}

/** @param {string} optimizer path of wasm-opt @param {string} from @param {string} to */
export function shorten(optimizer, from, to) {
  run(optimizer, [...features, from, ...shortest, '-o', to]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { 'wasm-opt': { type: 'string' } }, allowPositionals: true });
  const [from, to] = positionals;
  if (!values['wasm-opt'] || !from || !to) {
    console.error('usage: shorten.mjs --wasm-opt PATH FROM TO');
    process.exit(2);
  }
  shorten(values['wasm-opt'], from, to);
}
