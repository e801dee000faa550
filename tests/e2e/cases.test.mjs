// The case studies in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.body.textContent ?? ''), [expected.source]);
}

test('the list fetches its pack when first shown and leads to a phase', async (t) => {
  /** @type {string[]} */
  const packs = [];
  const page = await open(t, '#/', { before: async (page) => { page.on('request', (request) => { if (request.url().includes('/packs/')) packs.push(request.url()); }); } });
  assert.equal(packs.length, 0);
  await page.getByRole('link', { name: 'Case studies' }).click();
  await says(page, /Technologies: MVP 1, Growth 3, Scale 4\./);
  assert.deepEqual(packs.map((url) => url.split('/').pop()), ['cases.json']);
  await page.getByRole('link', { name: 'Growth', exact: true }).click();
  await says(page, /Growth, 10,000 to 499,999 users: 3 technologies/);
});

test('phases are stepped by the mouse on the canvas, each with an address of its own', async (t) => {
  const page = await open(t, '#/cases/eventflow/mvp');
  await says(page, /0\.065 x 730 = 47\.45/);
  await page.getByRole('radio', { name: 'Scale' }).click({ force: true });
  await until(page, () => location.hash.startsWith('#/cases/eventflow/scale'));
  await says(page, /123 mod 8 = 3/);
  await says(page, /10,000 a second on one shard, 0 on the other 7/);
  await page.goBack();
  await says(page, /MVP, 0 to 9,999 users: 1 technology/);
});

test('phases are stepped by arrow keys', async (t) => {
  const page = await open(t, '#/cases/dataflow/optimise');
  await says(page, /Optimise, months 1 to 6/);
  await page.getByRole('radio', { name: 'Optimise' }).focus();
  await page.keyboard.press('ArrowRight');
  await until(page, () => location.hash.startsWith('#/cases/dataflow/replicas'));
  await says(page, /\$102,000 a month, \$612,000 over its 6 months/);
});

test('the month slider moves from stage to stage, and undo goes back', async (t) => {
  const page = await open(t, '#/cases/dataflow/replicas?v=1&month=12');
  await says(page, /Month 12 is December 2020/);
  await page.getByRole('slider', { name: 'Month of the plan' }).focus();
  await page.keyboard.press('ArrowRight');
  await until(page, () => location.hash.startsWith('#/cases/dataflow/sharding') && location.hash.includes('month=13'));
  await says(page, /Another main store, CockroachDB instead of PostgreSQL/);
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => location.hash.includes('month=12'));
});

test('a link keeps the exact number of users', async (t) => {
  const page = await open(t, '#/cases/eventflow?v=1&users=9999');
  await says(page, /MVP, 0 to 9,999 users/);
  await page.goto(page.url().replace('users=9999', 'users=10000'));
  await says(page, /Growth, 10,000 to 499,999 users/);
});

test('the profile of a phase opens in Decide, and a profile from Decide finds its phase', async (t) => {
  const page = await open(t, '#/cases/eventflow/growth');
  await page.getByRole('link', { name: 'Open this profile in Decide' }).click();
  await until(page, () => location.hash.startsWith('#/decide') && location.hash.includes('writes_per_second=500'));
  await settled(page);
  await page.getByRole('link', { name: 'Case studies' }).click();
  await page.getByRole('link', { name: 'MVP', exact: true }).click();
  await says(page, /Your 500 writes a second \(from your profile\) are nearest to Growth/);
  await page.getByRole('link', { name: 'Go to Growth' }).click();
  await says(page, /It is the one you are looking at/);
});

test('on a phone a tap steps the phase, and the picture and its table are there', async (t) => {
  const page = await open(t, '#/cases/eventflow/mvp', phone);
  await says(page, /MVP, 0 to 9,999 users/);
  const box = await page.getByRole('radio', { name: 'Growth' }).boundingBox();
  assert.ok(box);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await until(page, () => location.hash.startsWith('#/cases/eventflow/growth'));
  const figure = page.getByRole('figure').first();
  await figure.getByRole('button', { name: 'The numbers as a table' }).click({ force: true });
  await figure.getByRole('table').waitFor({ state: 'attached' });
  assert.match((await figure.getByRole('table').textContent()) ?? '', /Elasticsearch/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('a pack that does not come is said, and can be tried again', async (t) => {
  const page = await open(t, '#/', { expectErrors: /Failed to load resource/ });
  await page.route('**/packs/cases.json', (route) => route.abort());
  await page.getByRole('link', { name: 'Case studies' }).click();
  await says(page, /SW-9008/);
  await page.unroute('**/packs/cases.json');
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await says(page, /Technologies: MVP 1/);
});
