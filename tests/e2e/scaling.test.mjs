// The scaling calculator in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

const link = '#/calculate/scaling?v=1&data_size_gb=600&growth_percent_per_month=5&performance=10&cost=5&scalability=5&business=2';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('main [role=status]')?.textContent ?? ''), [expected.source]);
}

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function shows(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('main')?.textContent ?? ''), [expected.source]);
}

test('a link says stage, urgency and the month of the next mark', async (t) => {
  const page = await open(t, link);
  await says(page, /^Stage: read replicas; urgency 6\.30, high: plan the migration within 6 months\.$/);
  await shows(page, /in month 25 your data reach 2 TB: sharding/);
  await shows(page, /600 x 1\.05 \^ 12 = 1,078/);
});

test('by mouse: an example is chosen, a number typed, other sources opened', async (t) => {
  const page = await open(t, '#/calculate/scaling');
  await says(page, /^Stage: one database; urgency/);
  await shows(page, /an example of ours/);
  await page.getByRole('radio', { name: 'At its limits' }).click({ force: true });
  await says(page, /^Stage: sharding; urgency 10\.00, critical: redesign at once within 3 months/);
  await until(page, () => location.hash.includes('running=single'));
  await page.getByRole('textbox', { name: 'Data today' }).click({ force: true });
  await page.keyboard.press('Control+A');
  await page.keyboard.type('64000');
  await says(page, /^Stage: a distributed store;/);
  await page.getByRole('button', { name: 'Other sources say' }).click({ force: true });
  await shows(page, /a distributed store \(it claims success for 23 %\)/);
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => !location.hash.includes('64000'));
});

test('by keyboard: growth is typed, Ctrl+Z takes it back, a reload keeps the input', async (t) => {
  const page = await open(t, '#/calculate/scaling?v=1&data_size_gb=100');
  await says(page, /^Stage: one database\.$/);
  const growth = page.getByRole('textbox', { name: 'Load growth' });
  await growth.focus();
  await growth.fill('50');
  await shows(page, /In month 4 your data reach 500 GB: read replicas/);
  await until(page, () => location.hash.includes('growth_percent_per_month=50'));
  await page.reload();
  await settled(page);
  await shows(page, /In month 4 your data reach 500 GB/);
  await growth.fill('10');
  await shows(page, /in month 17 your data reach 500 GB/);
  await page.getByRole('heading', { level: 1 }).click({ force: true });
  await page.keyboard.press('Control+Z');
  await shows(page, /In month 4 your data reach 500 GB/);
});

test('what cannot be read keeps the last answer, and says that it is old', async (t) => {
  const page = await open(t, link);
  const data = page.getByRole('textbox', { name: 'Data today' });
  for (const bad of ['much', '-5', '1e300', '1 TB', 'NaN']) {
    await data.fill(bad);
    await until(page, () => document.querySelector('[aria-invalid=true]') !== null);
    await says(page, /^Stage: read replicas; urgency 6\.30/);
    await shows(page, /One entry cannot be read/);
    assert.equal(await page.evaluate(() => location.hash.includes('data_size_gb=600')), true, bad);
  }
  await data.fill('0');
  await says(page, /^Stage: one database;/);
  await data.fill('');
  await says(page, /^Urgency 6\.30/);
  await until(page, () => document.querySelector('[aria-invalid=true]') === null);
});

test('half a point is refused below the answer that stays', async (t) => {
  const page = await open(t, link);
  await page.getByRole('button', { name: 'Judge the four parts yourself' }).click({ force: true });
  await page.getByRole('textbox', { name: 'Performance' }).fill('9.5');
  await shows(page, /Performance takes whole points from 0 to 10/);
  await says(page, /^Stage: read replicas; urgency 6\.30/);
});

test('an emptied form stays empty, also from its link', async (t) => {
  const page = await open(t, '#/calculate/scaling?v=1&data_size_gb=100');
  await page.getByRole('textbox', { name: 'Data today' }).fill('');
  await says(page, /^Enter the volume of your data or a rate/);
  await until(page, () => /data_size_gb=(&|$)/.test(location.hash));
  await page.reload();
  await settled(page);
  await says(page, /^Enter the volume of your data or a rate/);
});

test('on a phone: tap an example, read the picture as a table', async (t) => {
  const page = await open(t, '#/calculate/scaling', phone);
  await page.getByRole('radio', { name: 'Small and calm' }).tap({ force: true });
  await says(page, /^Stage: one database; urgency 0\.35, low: monitor and plan within 18 months/);
  const figure = page.getByRole('figure', { name: /The way to the next mark/ });
  await figure.getByRole('button', { name: 'The numbers as a table' }).tap({ force: true });
  await figure.getByRole('table').waitFor({ state: 'attached' });
  assert.match((await figure.getByRole('table').textContent()) ?? '', /one database/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('a profile fills in the load, says so, and can be left out', async (t) => {
  const page = await open(t, '#/decide?v=1&data_size_gb=700&growth_percent_per_month=5');
  await page.evaluate(() => { location.hash = '#/calculate/scaling'; });
  await says(page, /^Stage: read replicas;?/);
  await page.getByText('Data today: 700 GB.').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Leave my profile out' }).click({ force: true });
  await says(page, /^Enter the volume of your data or a rate/);
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await says(page, /^Stage: read replicas/);
});
