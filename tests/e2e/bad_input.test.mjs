// What readers see when something is wrong with the link, the browser or the server, and that nothing of theirs is lost.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, settled, until } from './harness.mjs';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function shows(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.body.innerText + document.body.textContent), [expected.source]);
}

test('a broken link opens the page and says what could not be read', async (t) => {
  const page = await open(t, '#/decide?v=1&writes_per_second=lots&money=true');
  await shows(page, /SW-11\d\d/);
  assert.ok(await page.getByRole('radiogroup', { name: 'Does a wrong value cost somebody money?' }).getByRole('radio', { name: 'Yes' }).isChecked());
});

test('a link from a newer version opens what is known and says so', async (t) => {
  const page = await open(t, '#/decide?v=99&money=true&brand_new=1');
  await shows(page, /SW-1302/);
  assert.match(page.url(), /brand_new=1/);
});

test('a link to nowhere offers the way home', async (t) => {
  const page = await open(t, '#/no/such/page');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await page.getByRole('heading', { name: 'What are you building?' }).waitFor({ state: 'attached' });
});

test('without JavaScript the page reads as a page', async (t) => {
  const page = await open(t, '', { javaScriptEnabled: false, ready: false });
  const text = await page.locator('body').innerText();
  assert.match(text, /Storewright/);
  assert.match(text, /SW-9006/);
});

test('without WebAssembly it says what to do', async (t) => {
  const page = await open(t, '#/decide', {
    ready: false,
    before: async (fresh) => { await fresh.addInitScript(() => { Reflect.deleteProperty(globalThis, 'WebAssembly'); }); },
  });
  await shows(page, /SW-9001/);
});

test('without WebGL the text view takes over', async (t) => {
  const page = await open(t, '#/decide', {
    before: async (fresh) => {
      await fresh.addInitScript(() => { HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (target, self, args) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(target, self, args)) }); });
    },
  });
  await until(page, () => document.querySelector('.text-view') !== null);
  await page.getByRole('radio', { name: 'Recipe app' }).check();
  await shows(page, /Use PostgreSQL/);
});

test('a lost graphics context heals to the same picture', async (t) => {
  const page = await open(t, '#/decide');
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('no way to lose the context');
    const restored = new Promise((resolve) => { canvas.addEventListener('webglcontextrestored', resolve, { once: true }); });
    canvas.addEventListener('webglcontextlost', () => setTimeout(() => extension.restoreContext(), 50), { once: true });
    extension.loseContext();
    await restored;
  });
  await settled(page);
  assert.ok(before.equals(await page.screenshot()), 'the picture differs after the context came back');
});

test('a file that is missing on the server is named, with what to do', async (t) => {
  const page = await open(t, '#/decide', {
    ready: false, expectErrors: /404|Failed to load resource/,
    before: async (fresh) => { await fresh.route(/app\.wasm$/, (route) => route.fulfill({ status: 404, body: '' })); },
  });
  await shows(page, /SW-9002/);
  await page.getByRole('button', { name: /again|retry/i }).waitFor();
});

test('a missing evidence pack leaves the answer, says so, and can be tried again', async (t) => {
  let broken = true;
  const page = await open(t, '#/decide?v=1&money=true', {
    expectErrors: /404|Failed to load resource/,
    before: async (fresh) => { await fresh.route(/evidence\.json$/, (route) => (broken ? route.fulfill({ status: 404, body: '' }) : route.continue())); },
  });
  await page.getByRole('button', { name: 'Show addresses and dates' }).click({ force: true });
  await shows(page, /SW-9008/);
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await until(page, () => document.querySelectorAll('#mirror a[href^="https://"]').length > 0);
});

test('a storage that is full or forbidden costs a notice and nothing else', async (t) => {
  const page = await open(t, '#/decide', {
    before: async (fresh) => {
      await fresh.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
    },
  });
  await page.getByRole('button', { name: 'View' }).click({ force: true });
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await shows(page, /SW-9005/);
  await until(page, () => getComputedStyle(document.documentElement).colorScheme.includes('dark'));
});
