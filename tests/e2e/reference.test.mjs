// The reference in a real browser: sorting, filtering, cards, a pack that does not come.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

/** @param {Page} page */
const names = (page) => page.getByRole('rowheader').allTextContents();

/** @param {Page} page @param {string} part */
const addressHas = (page, part) => until(page, ([wanted]) => location.hash.includes(wanted), [part]);

test('pressing a header on the canvas sorts, pressing it again turns the order round', async (t) => {
  const page = await open(t, '#/reference');
  const header = page.getByRole('columnheader', { name: 'Joins' });
  assert.equal(await header.getAttribute('aria-sort'), 'none');
  assert.equal(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort'), 'ascending');
  await header.getByRole('button').click({ force: true });
  await addressHas(page, 'sort=joins');
  await settled(page);
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  assert.equal((await names(page))[0], 'Amazon DynamoDB');
  await header.getByRole('button').click({ force: true });
  await addressHas(page, 'descending=true');
  await settled(page);
  assert.equal(await header.getAttribute('aria-sort'), 'descending');
  assert.equal((await names(page))[0], 'Amazon Aurora Serverless v2');
  await page.goBack();
  await until(page, () => location.hash.includes('sort=joins') && !location.hash.includes('descending'));
  await settled(page);
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
});

test('a header sorts by keyboard and keeps the focus', async (t) => {
  const page = await open(t, '#/reference');
  const button = page.getByRole('columnheader', { name: 'Licence' }).getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await addressHas(page, 'sort=licence');
  await page.keyboard.press('Space');
  await addressHas(page, 'descending=true');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Licence');
});

test('words and a category narrow the table, the link restores both, and Clear takes them back', async (t) => {
  const page = await open(t, '#/reference');
  await page.getByRole('textbox', { name: 'Filter' }).fill('aws permissive');
  await addressHas(page, 'filter=aws');
  await page.getByRole('radio', { name: 'Relational' }).click({ force: true });
  await addressHas(page, 'category=relational');
  await settled(page);
  const narrowed = await names(page);
  assert.ok(narrowed.length >= 2 && narrowed.includes('PostgreSQL'), String(narrowed));
  const hash = await page.evaluate(() => location.hash);
  const again = await open(t, hash);
  assert.deepEqual(await names(again), narrowed);
  await page.getByRole('button', { name: 'Clear' }).click({ force: true });
  await until(page, () => !location.hash.includes('filter'));
  await settled(page);
  assert.ok((await names(page)).length > narrowed.length);
});

test('a name leads to its card, with sources that can be followed, and back to the table as it was', async (t) => {
  const page = await open(t, '#/reference?v=1&sort=joins&descending=true');
  await page.getByRole('link', { name: 'PostgreSQL', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'PostgreSQL' }).waitFor({ state: 'attached' });
  await page.getByRole('columnheader', { name: 'How sure' }).waitFor({ state: 'attached' });
  await settled(page);
  const source = page.getByRole('row', { name: /^Joins/ }).getByRole('link');
  assert.match((await source.getAttribute('href')) ?? '', /^https:/);
  assert.equal(await source.getAttribute('rel'), 'noopener');
  await page.getByRole('link', { name: 'All records' }).click();
  await addressHas(page, 'sort=joins');
  await addressHas(page, 'descending=true');
});

test('a fact that nobody verified says so', async (t) => {
  const page = await open(t, '#/reference/weaviate');
  await page.getByText('Unverified: nobody has opened a source for this').first().waitFor({ state: 'attached' });
});

test('what Decide recommends leads to its card, and the card says what the workload makes of it', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&writes_per_second=900');
  await page.getByRole('link', { name: 'All facts about PostgreSQL' }).click();
  await page.getByText(/PostgreSQL stays in/).first().waitFor({ state: 'attached' });
  await page.evaluate(() => { location.hash = '#/reference/redis'; });
  await page.getByRole('heading', { name: 'Rules that reject it' }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'See the whole recommendation' }).click();
  await addressHas(page, 'money=true');
});

test('without the pack a card keeps what is known, says what is missing, and tries again', async (t) => {
  let broken = true;
  const page = await open(t, '#/reference/redis', {
    expectErrors: /Failed to load resource/,
    before: async (fresh) => {
      await fresh.route('**/packs/evidence.json', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    },
  });
  await page.getByText('SW-9008').first().waitFor({ state: 'attached' });
  assert.ok(await page.getByRole('row', { name: /^Joins/ }).count() === 1);
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await page.getByRole('columnheader', { name: 'How sure' }).waitFor({ state: 'attached' });
});

test('on a phone a header is tapped, a row stacks, and nothing is cut off sideways', async (t) => {
  const page = await open(t, '#/reference', phone);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  const box = await page.getByRole('columnheader', { name: 'Work to operate' }).boundingBox();
  assert.ok(box && box.height >= 44);
  await page.evaluate(([y]) => scrollTo(0, y - 200), [box.y]);
  await settled(page);
  const now = await page.getByRole('columnheader', { name: 'Work to operate' }).boundingBox();
  assert.ok(now);
  await page.touchscreen.tap(now.x + now.width / 2, now.y + now.height / 2);
  await addressHas(page, 'sort=operations_burden');
  await page.getByRole('link', { name: 'PostgreSQL', exact: true }).tap();
  await page.getByRole('heading', { level: 1, name: 'PostgreSQL' }).waitFor({ state: 'attached' });
});

test('the text view sorts with real buttons', async (t) => {
  const page = await open(t, '#/reference?v=1&mode=text');
  await page.getByRole('columnheader', { name: 'Licence' }).getByRole('button').click();
  await addressHas(page, 'sort=licence');
});
