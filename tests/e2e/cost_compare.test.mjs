// The comparison of costs in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

const route = '#/calculate/compare';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('main [role=status]')?.textContent ?? ''), [expected.source]);
}

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function shows(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('main')?.textContent ?? ''), [expected.source]);
}

test('by mouse: a bill is opened, a price replaced, and taken back', async (t) => {
  const page = await open(t, route);
  await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$2,001 to \$2,801 a month with people\.$/);
  await page.getByRole('button', { name: /^Amazon RDS for PostgreSQL: / }).click({ force: true });
  await shows(page, /730 x 1 x 0\.9 = \$657/);
  await page.getByRole('button', { name: 'Put in your own prices' }).click({ force: true });
  await page.getByRole('textbox', { name: 'rds-postgresql, db.r6g.2xlarge' }).fill('0.5');
  await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$1,417/);
  await until(page, () => location.hash.includes('prices='));
  await page.reload();
  await settled(page);
  await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$1,417/);
});

test('by keyboard: a number is typed, Ctrl+Z takes it back', async (t) => {
  const page = await open(t, route);
  const writes = page.getByRole('textbox', { name: 'Writes' });
  await writes.focus();
  await writes.fill('20000');
  await says(page, /^Cheapest: /);
  await shows(page, /the largest is 8/);
  await page.getByRole('heading', { level: 1 }).click({ force: true });
  await page.keyboard.press('Control+Z');
  await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$2,001/);
});

test('what cannot be read and a bad price file keep the last answer', async (t) => {
  const page = await open(t, route);
  const data = page.getByRole('textbox', { name: 'Data', exact: true });
  for (const bad of ['much', '-5', '1e300', '1 TB']) {
    await data.fill(bad);
    await until(page, () => document.querySelector('[aria-invalid=true]') !== null);
    await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$2,001/);
  }
  await data.fill('1000');
  await until(page, () => document.querySelector('[aria-invalid=true]') === null);
  await settled(page);
  await page.getByRole('button', { name: 'Load a price file of your own' }).click({ force: true });
  const file = page.getByRole('textbox', { name: 'Your price file' });
  const row = { provider: 'aws', service: 'ec2', item: 'r6g.2xlarge', region: 'us-east-1', currency: 'USD', unit: 'hour', amount: 0.1 };
  await file.fill(JSON.stringify({ prices: [row, row] }));
  await shows(page, /Rows 1 and 2 have the same key/);
  await says(page, /^Cheapest: Amazon RDS for PostgreSQL, \$2,001/);
  await file.fill(JSON.stringify({ prices: [row] }));
  await until(page, () => !/Rows 1 and 2 have/.test(document.querySelector('main')?.textContent ?? ''));
  await shows(page, /PostgreSQL on your machines: \$1,586/);
  assert.equal(await page.evaluate(() => location.hash.includes('price_file')), false);
});

test('on a phone: the picture is read as a table, nothing is wider than the screen', async (t) => {
  const page = await open(t, route, phone);
  await says(page, /^Cheapest: /);
  const figure = page.getByRole('figure', { name: /Cost a month of each option/ });
  await figure.getByRole('button', { name: 'The numbers as a table' }).tap({ force: true });
  await figure.getByRole('table').waitFor({ state: 'attached' });
  assert.match((await figure.getByRole('table').textContent()) ?? '', /Neon, plan Scale/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});
