// The second module, pages.wasm: who loads it, when, and what happens when it does not come.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, open, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */
/** @typedef {import('playwright-core').Route} Route */

const folder = readdirSync(dist).find((name) => /^[0-9a-f]{12}$/.test(name)) ?? '';
// Where Emscripten came without wasm-split, the build has said so, and all pages are in app.wasm.
const options = { skip: !existsSync(join(dist, folder, 'pages.wasm')) && 'this site was built as one module' };
const file = '**/pages.wasm';
const failedLoad = { expectErrors: /Failed to load resource|pages\.wasm/ };

/** How often the page asks for pages.wasm. @param {Page} page */
function requests(page) {
  const seen = { count: 0 };
  page.on('request', (request) => { if (request.url().endsWith('/pages.wasm')) ++seen.count; });
  return seen;
}

/** @param {Page} page @param {string} name */
const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ state: 'attached' });

test('the first pages ask for the second module only to explain an answer, and once', options, async (t) => {
  /** @type {{count: number} | undefined} */
  let seen;
  const page = await open(t, '#/', { before: async (fresh) => { seen = requests(fresh); } });
  assert.ok(seen);
  await page.getByRole('radio', { name: 'Recipe app' }).click({ force: true });
  await page.getByRole('link', { name: 'Choose a database' }).click();
  await heading(page, 'Choose a database');
  await settled(page);
  assert.equal(seen.count, 0);
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('link', { name: 'See why, and change the assumptions' }).click();
  await page.getByRole('region', { name: 'The explanation' }).waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'Writes' }).fill('900');
  await until(page, () => location.hash.includes('writes_per_second=900'));
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await settled(page);
  assert.equal(seen.count, 1);

  await page.getByRole('link', { name: 'Lab: shard ring' }).click();
  await heading(page, 'Shard ring');
  await page.getByRole('button', { name: 'Add a shard' }).click({ force: true });
  await until(page, () => location.hash.includes('add=16'));
  for (const [link, title] of [['Calculate: total cost', 'Total cost'], ['Reference', 'Reference'], ['For your own tools', 'For your own tools']]) {
    await page.getByRole('link', { name: link, exact: true }).click();
    await heading(page, title);
  }
  assert.equal(seen.count, 1);
});

test('an address of another page loads both modules at the same time', options, async (t) => {
  // The first one is held back until the second one has been asked for.
  /** @type {() => void} */
  let go = () => {};
  const asked = new Promise((done) => { go = () => done(undefined); });
  const page = await open(t, '#/labs/ring?v=1&add=16', {
    before: async (fresh) => {
      await fresh.route('**/app.wasm', async (route) => { await asked; await route.continue(); });
      await fresh.route(file, async (route) => { go(); await route.continue(); });
    },
  });
  await heading(page, 'Shard ring');
  assert.match((await page.locator('main').textContent()) ?? '', /1,383 of 25,000 keys move/);
});

test('a second module that does not come is told, leaves the first pages alone, and can be tried again', options, async (t) => {
  let broken = true;
  let refused = 0;
  const page = await open(t, '#/decide?v=1&money=true', {
    ...failedLoad, before: async (fresh) => {
      await fresh.route(file, (route) => {
        refused += Number(broken);
        return broken ? route.abort() : route.continue();
      });
    },
  });
  await page.getByText('SW-9010').waitFor({ state: 'attached' });
  assert.match((await page.getByRole('region', { name: 'Recommendation' }).getByRole('status').textContent()) ?? '', /PostgreSQL|winner/);
  await page.getByRole('link', { name: 'Lab: shard ring' }).click();
  await page.getByText('SW-9010').waitFor({ state: 'attached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: 'Choose a database' }).click();
  await heading(page, 'Choose a database');
  await until(page, () => location.hash.includes('money=true'));
  await page.getByRole('link', { name: 'Lab: shard ring' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  assert.equal(refused, 1);   // coming back does not ask by itself
  const secondTry = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/pages.wasm'));
  await again.click({ force: true });
  await secondTry;
  await page.getByText('SW-9010').waitFor({ state: 'attached' });
  assert.equal(refused, 2);
  broken = false;
  await again.click({ force: true });
  await heading(page, 'Shard ring');
  await page.getByRole('button', { name: 'Add a shard' }).click({ force: true });
  await until(page, () => location.hash.includes('add=16'));
});

for (const [what, answer] of /** @type {[string, (route: Route) => Promise<void>][]} */ ([
  ['a server error', (route) => route.fulfill({ status: 503 })],
  ['a page in its place', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })],
  ['a cut file', (route) => route.fulfill({ contentType: 'application/wasm', body: readFileSync(join(dist, folder, 'pages.wasm')).subarray(0, 20_000) })],
])) {
  test(`a deep link with ${what} for the second module keeps its address and opens after another try`, options, async (t) => {
    let broken = true;
    const href = '#/labs/ring?v=1&add=16';
    const page = await open(t, href, {
      ...failedLoad, before: async (fresh) => { await fresh.route(file, (route) => (broken ? answer(route) : route.continue())); },
    });
    await page.getByText('SW-9010').waitFor({ state: 'attached' });
    assert.equal(await page.evaluate(() => location.hash), href);
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click({ force: true });
    await until(page, () => /1,383 of 25,000 keys move/.test(document.querySelector('main')?.textContent ?? ''));
  });
}

test('no page calls code that is not there, in whatever way it is opened', options, async (t) => {
  const page = await open(t, '#/', { ...failedLoad, before: async (fresh) => { await fresh.route(file, (route) => route.abort()); } });
  const later = await page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const routes = later.filter((href) => !['#/', '#/decide'].includes(href));
  assert.ok(routes.length >= 4);
  for (const href of [...routes, '#/reference/redis', '#/labs/ring?v=1&shards=8&lock=1', '#/calculate/tco?v=1&hours=2~4~8&mode=text']) {
    await page.evaluate((to) => { location.hash = to; }, href);
    await page.getByText(/SW-9010|Loading the page/).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await settled(page);
    assert.equal(await page.locator('#notice').isVisible(), false, href);
  }
});

test('what the browser kept for another page waits for its code', options, async (t) => {
  const question = '#/practice/cassandra-tco';
  const page = await open(t, question);
  const field = page.getByRole('textbox', { name: /What does running it yourself cost in all/ });
  await field.fill('3,000 USD');
  await page.getByRole('group', { name: 'Step 2' }).getByRole('button', { name: 'Check' }).click({ force: true });
  await until(page, () => document.body.textContent?.includes('✓ Right'));
  await page.evaluate(() => { location.hash = '#/'; });
  await settled(page);
  const seen = requests(page);
  await page.reload();
  await settled(page);
  assert.equal(seen.count, 0);
  await page.evaluate((to) => { location.hash = to; }, question);
  await until(page, () => document.body.textContent?.includes('✓ Right'));
  assert.equal(await field.inputValue(), '3,000 USD');
  assert.equal(seen.count, 1);
});

test('an embed of another page waits in its frame and opens with its locks', options, async (t) => {
  let broken = true;
  const page = await open(t, 'embed.html?view=labs/ring&shards=8&lock=vnodes&show=shards,vnodes', {
    ...failedLoad, before: async (fresh) => { await fresh.route(file, (route) => (broken ? route.abort() : route.continue())); },
  });
  await page.getByText('SW-9010').waitFor({ state: 'attached' });
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await heading(page, 'Shard ring');
  assert.equal(await page.getByRole('slider', { name: 'Shards to start with' }).inputValue(), '8');
  assert.equal(await page.getByRole('radio', { name: '150' }).isDisabled(), true);
});

test('an embed of the first pages does not ask for the second module', options, async (t) => {
  /** @type {{count: number} | undefined} */
  let seen;
  await open(t, 'embed.html?view=decide', { before: async (fresh) => { seen = requests(fresh); } });
  assert.equal(seen?.count, 0);
});

test('a graphics context that is lost and comes back draws a later page as before', options, async (t) => {
  const page = await open(t, '#/decide');
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('picture'));
    const lose = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!lose) throw new Error('no way to lose the context');
    Object.assign(window, { lose });
    lose.loseContext();
  });
  await page.getByRole('link', { name: 'Lab: shard ring' }).click();
  await heading(page, 'Shard ring');
  await page.evaluate(() => /** @type {any} */ (window).lose.restoreContext());
  await page.getByRole('button', { name: 'Add a shard' }).click({ force: true });
  await until(page, () => location.hash.includes('add=16'));
  await settled(page);
  assert.equal(await page.getByText('SW-9004').count(), 0);
});
