// The migrations page in a real browser, and what Decide says of the store that runs.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('[role=status]')?.textContent ?? ''), [expected.source]);
}

/** @param {import('./harness.mjs').Page} page @param {string} part */
async function addressHas(page, part) {
  await until(page, ([wanted]) => location.hash.includes(wanted), [part]);
}

test('a store picked on the canvas gives its next step, a reason the way, and the link brings both back', async (t) => {
  const page = await open(t, '#/reference/migrations');
  await says(page, /Say which store you run, or what hurts\./);
  await page.getByRole('radio', { name: 'MySQL', exact: true }).click({ force: true });
  await says(page, /Next on MySQL: Index the slow queries\./);
  await page.getByRole('checkbox', { name: /PostGIS/ }).click({ force: true });
  await page.getByRole('heading', { name: 'MySQL to PostgreSQL', exact: true }).waitFor({ state: 'attached' });
  await page.getByText(/^Not pglogical: It replicates from PostgreSQL to PostgreSQL/).first().waitFor({ state: 'attached' });
  await addressHas(page, 'from=mysql');
  await addressHas(page, 'why=missing-types');

  const again = await open(t, await page.evaluate(() => location.hash));
  await says(again, /Next on MySQL: Index the slow queries\./);
  assert.equal(await again.getByRole('checkbox', { name: /PostGIS/ }).isChecked(), true);
});

test('by keyboard: a wrong reason alone stops, Ctrl+Z takes it back, a header sorts the matrix', async (t) => {
  const page = await open(t, '#/reference/migrations');
  const reason = page.getByRole('checkbox', { name: 'Everyone uses Cassandra', exact: true });
  await reason.waitFor({ state: 'attached' });
  await reason.focus();
  await page.keyboard.press('Space');
  await says(page, /Stop: this reason is not enough for a change\./);
  await page.keyboard.press('Control+Z');
  await says(page, /Say which store you run/);
  const header = page.getByRole('columnheader', { name: 'From' }).getByRole('button');
  await header.focus();
  await page.keyboard.press('Enter');
  await addressHas(page, 'descending=true');
  const first = page.getByRole('table', { name: 'From one store to another' }).getByRole('rowheader').first();
  assert.equal(((await first.textContent()) ?? '').trim(), 'Run by yourselves');
});

test('copy time and the switch: the numbers follow what is typed', async (t) => {
  const page = await open(t, '#/reference/migrations?v=1&from=postgresql&to=clickhouse');
  await page.getByRole('textbox', { name: 'Data to move' }).fill('10');
  await page.getByRole('textbox', { name: 'Rate of the copy' }).fill('100');
  await page.getByText('10 x 1,000,000 / 100 / 3,600 = 27.8 hours', { exact: true }).first().waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'Lag of the copy now' }).fill('1.1');
  await page.getByText(/Do not switch yet: the lag of 1\.1 s is not under 1 s\./).first().waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'Lag of the copy now' }).fill('0.9');
  await page.getByText(/You may switch now: the lag of 0\.9 s is under 1 s\./).first().waitFor({ state: 'attached' });
});

test('Decide shows the next step on the store that runs before another one', async (t) => {
  const page = await open(t, '#/decide?v=1&data_model=relational&writes_per_second=900&existing.store=mysql&existing.metrics.cpu_percent=92');
  const section = page.getByRole('region', { name: 'The store you run' });
  await section.getByText(/Next on MySQL \(The processor is busy\): Index the slow queries\./).first().waitFor({ state: 'attached' });
  await section.getByRole('button', { name: 'Steps on the store you run' }).click({ force: true });
  await section.getByText(/2\. Take a larger machine/).first().waitFor({ state: 'attached' });
  await settled(page);
});

test('on a phone nothing is wider than the screen', async (t) => {
  const page = await open(t, '#/reference/migrations?v=1&from=mongodb&why=joins', phone);
  await says(page, /Next on MongoDB/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});
