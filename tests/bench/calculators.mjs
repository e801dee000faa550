// What each calculator takes for one answer in core.wasm, with exact numbers and with ranges: a page asks anew with every key
// that is pressed, so an answer should fit a frame of 16 ms. Bounds come from interval arithmetic, so a range is one more
// answer and no sample. Usage: node tests/bench/calculators.mjs
// @ts-check
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from './browser.mjs';

const { load } = await import(pathToFileURL('web/host/core.js').href);
const core = await load(readFileSync('build/web/core.wasm'));
const rounds = 25;

/** Good calls of every calculator, from the shared cases. @type {Map<string, string[]>} */
const calls = new Map();
for (const name of ['cost', 'prices', 'calculators', 'scaling']) {
  for (const { method, params } of JSON.parse(readFileSync(`tests/cases/${name}.json`, 'utf8')).cases) {
    const text = JSON.stringify(params ?? {});
    if (!core.callText(method, text).startsWith('{"error"')) calls.set(method, [...(calls.get(method) ?? []), text]);
  }
}

let slowest = { method: '', time: 0 };
for (const [method, texts] of calls) {
  for (const text of texts) {
    const times = [];
    for (let round = 0; round < rounds; ++round) {
      const started = performance.now();
      core.callText(method, text);
      times.push(performance.now() - started);
    }
    const time = median(times);
    if (time > slowest.time) slowest = { method, time };
  }
}
console.log(`calculators: ${calls.size} methods, ${[...calls.values()].flat().length} answers; the slowest is ${slowest.method} with ${slowest.time.toFixed(1)} ms of 16`);
