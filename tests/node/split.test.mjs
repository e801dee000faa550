// The two modules that the build makes of one program: what may call what, and what happens when they cannot be told apart.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { readModule } from '../../web/site/wasm.mjs';

const build = 'build/web';
const options = { skip: !existsSync(`${build}/modules/pages.wasm`) && 'this build made one module' };
const bytesOf = (/** @type {string} */ name) => readFileSync(join(build, name));

/** @param {string} name of a setting of the web build */
function setting(name) {
  const value = new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(bytesOf('CMakeCache.txt').toString())?.[1];
  assert.ok(value, name);
  return value;
}

test('the reader sees what the engine sees', () => {
  for (const name of ['app.wasm', 'core.wasm', 'minimal.wasm']) {
    const seen = readModule(bytesOf(name));
    const compiled = new WebAssembly.Module(bytesOf(name));
    const functions = WebAssembly.Module.imports(compiled).filter((each) => each.kind === 'function');
    assert.deepEqual(seen.imports, functions.map(({ module, name: own }) => ({ module, name: own })), name);
    assert.equal(seen.exported.length, WebAssembly.Module.exports(compiled).filter((each) => each.kind === 'function').length, name);
    const last = seen.imports.length + seen.calls.size;
    for (const callees of seen.calls.values()) for (const index of callees) assert.ok(index < last, name);
    for (const index of seen.table) assert.ok(index === undefined || index < last, name);
  }
});

test('app.wasm calls nothing of pages.wasm by name, and pages.wasm fills every place that is left empty', options, () => {
  const app = readModule(bytesOf('modules/app.wasm'));
  const pages = readModule(bytesOf('modules/pages.wasm'));
  const missing = new Set(app.imports.flatMap(({ module }, index) => (module === 'b' ? [index] : [])));
  assert.ok(missing.size > 20);
  for (const callees of app.calls.values()) for (const index of callees) assert.equal(missing.has(index), false);
  const empty = [...app.table.entries()].filter(([, index]) => missing.has(index)).map(([slot]) => slot);
  assert.deepEqual(empty, Object.keys(pages.table).map(Number));
});

test('pages.wasm takes from app.wasm only what that gives', options, () => {
  const given = new Set(WebAssembly.Module.exports(new WebAssembly.Module(bytesOf('modules/app.wasm'))).map(({ name, kind }) => `${kind} ${name}`));
  const taken = WebAssembly.Module.imports(new WebAssembly.Module(bytesOf('modules/pages.wasm')));
  assert.ok(taken.length > 20);
  for (const { module, name, kind } of taken) {
    assert.equal(module, 'a');
    assert.ok(given.has(`${kind} ${name}`), name);
  }
});

test('links that do not belong together leave one module, and the build says why', options, (t) => {
  const out = mkdtempSync(join(tmpdir(), 'storewright-split-'));
  t.after(() => rmSync(out, { recursive: true }));
  const done = spawnSync(process.execPath, ['web/site/split.mjs', '--whole', `${build}/minimal.wasm`, '--named', `${build}/app_first.wasm`,
    '--first', `${build}/app_first.wasm`, '--wasm-split', setting('WASM_SPLIT'), '--wasm-opt', setting('WASM_OPT'), '--out', out], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stderr, /the page stays one module: the two links have tables of different sizes/);
  assert.equal(existsSync(join(out, 'pages.wasm')), false);
  assert.deepEqual(readModule(readFileSync(join(out, 'app.wasm'))).imports, readModule(bytesOf('minimal.wasm')).imports);
});
