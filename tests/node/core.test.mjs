// core.js and core.wasm under Node: loading, calling, and what happens when either goes wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { StorewrightError, load } from '../../web/host/core.js';
import { corePath, loadCore } from './core.mjs';

/**
 * @param {() => unknown} action
 * @returns {StorewrightError}
 */
function errorOf(action) {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof StorewrightError);
    return error;
  }
  throw new assert.AssertionError({ message: 'no error was thrown' });
}

test('loads from an address, bytes, a response and a compiled module', async () => {
  const bytes = await readFile(corePath);
  const response = () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
  const sources = [pathToFileURL(corePath), pathToFileURL(corePath).href, bytes, new Uint8Array(bytes).buffer,
    response(), Promise.resolve(response()), new WebAssembly.Module(bytes)];
  for (const source of sources) {
    const storewright = await load(source);
    assert.deepEqual(storewright.call('sharding.plan', { companies: ['42'] }).shards, [4]);
  }
});

// Node 18 and the first of 20 do not look into a file to see what it is; a newer one is asked to do the same.
test('core.js is a module to every Node, where it is written and in the site', () => {
  const guessing = '--experimental-detect-module';
  const flags = process.allowedNodeEnvironmentFlags.has(guessing) ? [guessing.replace('--', '--no-')] : [];
  const site = new URL('../../dist/', import.meta.url);
  const [folder] = readdirSync(site).filter((name) => /^[0-9a-f]{12}$/.test(name));
  for (const place of [new URL('../../web/host/core.js', import.meta.url), new URL(`${folder}/core.js`, site)]) {
    const words = [...flags, '--input-type=module', '--eval', `import { load } from '${place}'; if (!load) process.exit(4);`];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.equal(status, 0, `${place}: ${stderr}`);
  }
});

test('a method without parameters takes its defaults', async () => {
  const storewright = await loadCore();
  assert.equal(storewright.call('sharding.ring').points, 2400);
});

test('a refused call throws every problem with code and place', async () => {
  const storewright = await loadCore();
  const error = errorOf(() => storewright.call('sharding.ring', { shards: 0, vnodes: 'x' }));
  assert.equal(error.code, 'SW-1103');
  assert.equal(error.where, '/shards');
  assert.deepEqual(error.problems.map(({ code }) => code), ['SW-1103', 'SW-1102']);
  assert.match(error.message, /SW-1103 at \/shards/);
});

test('an unknown method names the nearest', async () => {
  const storewright = await loadCore();
  assert.match(errorOf(() => storewright.call('sharding.rign')).message, /sharding\.ring/);
});

test('10 MB of parameters are refused, and the next call works', async () => {
  const storewright = await loadCore();
  const error = errorOf(() => storewright.call('sharding.ring', { keys: ['x'.repeat(10_000_000)] }));
  assert.equal(error.code, 'SW-1001');
  assert.equal(storewright.call('sharding.ring').points, 2400);
});

test('many calls give the same bytes and keep no memory', async () => {
  const storewright = await loadCore();
  const first = storewright.callText('sharding.ring', '{"companies":100}');
  for (let i = 0; i < 200; ++i) assert.equal(storewright.callText('sharding.ring', '{"companies":100}'), first);
});

test('texts beyond ASCII come back whole', async () => {
  const storewright = await loadCore();
  const { fragment } = storewright.call('link.encode', { route: 'decide', fields: ['application=Über 漢字 🙂'] });
  assert.deepEqual(storewright.call('link.decode', { fragment }).fields, ['application=Über 漢字 🙂']);
});

test('a core that cannot be loaded says so with a code', async () => {
  for (const source of [new Uint8Array([1, 2, 3]), new Response('', { status: 404 }), pathToFileURL(`${corePath}.missing`)]) {
    await assert.rejects(load(source), (error) => error instanceof StorewrightError && error.code === 'SW-9002');
  }
  const empty = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  await assert.rejects(load(empty), { code: 'SW-9002' });
});
