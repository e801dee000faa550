// The parts of the reference in a real browser: the index, the forms that fill the profile, rules, comparison, published cases.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

/** @param {Page} page @param {string} part */
const addressHas = (page, part) => until(page, ([wanted]) => location.hash.includes(wanted), [part]);

test('the index of the reference leads to every part, and says which one is open', async (t) => {
  const page = await open(t, '#/reference');
  const index = page.getByRole('navigation', { name: 'Parts of the reference' });
  for (const name of ['Categories at a glance', 'Cheat sheet', 'Checklist', 'Rules', 'Compare', 'How others decided', 'The whole subject', 'Engines']) {
    await index.getByRole('link', { name, exact: true }).click();
    await until(page, ([label]) => document.querySelector('[aria-current]') !== null && [...document.querySelectorAll('[aria-current]')].some((one) => one.textContent?.includes(label)), [name]);
    await settled(page);
  }
});

test('a category is listed for a load or not, and a header sorts by what is meant', async (t) => {
  const page = await open(t, '#/reference/categories');
  await page.getByRole('textbox', { name: 'Writes that one node must take' }).fill('60,000');
  await addressHas(page, 'writes_per_second=60000');
  await settled(page);
  const listed = await page.getByRole('rowheader').allTextContents();
  assert.deepEqual(listed, ['Key-value', 'Relational', 'Time-series and analytics', 'Vector', 'Wide-column']);
  await page.getByRole('columnheader', { name: 'Writes on one node' }).getByRole('button').click({ force: true });
  await settled(page);
  assert.deepEqual(await page.getByRole('rowheader').allTextContents(), ['Relational', 'Wide-column', 'Time-series and analytics', 'Key-value', 'Vector']);
});

test('answers to the cheat sheet travel: into the link, over a reload, to Decide and back', async (t) => {
  const page = await open(t, '#/reference/cheat-sheet');
  const asked = (/** @type {RegExp} */ name) => page.getByRole('radiogroup', { name });
  await asked(/^1\. Must several records/).getByRole('radio', { name: 'Yes' }).click({ force: true });
  await addressHas(page, 'multi_row_transactions=true');
  await asked(/^7\. Do you look for similar/).getByRole('radio', { name: 'No', exact: true }).click({ force: true });
  await addressHas(page, 'no=vectors');
  await page.reload();
  await settled(page);
  await page.getByText('2 of 9 answered').first().waitFor({ state: 'attached' });
  assert.equal(await asked(/^1\. Must several records/).getByRole('radio', { name: 'Yes' }).isChecked(), true);
  await page.getByRole('link', { name: 'Open the whole recommendation' }).click();
  await page.getByRole('heading', { level: 1, name: 'Choose a database' }).waitFor({ state: 'attached' });
  await addressHas(page, 'multi_row_transactions=true');
  await page.goBack();
  await page.getByText('2 of 9 answered').first().waitFor({ state: 'attached' });
});

test('the keyboard answers a question of the cheat sheet', async (t) => {
  const page = await open(t, '#/reference/cheat-sheet');
  const yes = page.getByRole('radiogroup', { name: /^2\. Do you combine/ }).getByRole('radio', { name: 'Yes' });
  await yes.focus();
  await page.keyboard.press('Space');
  await addressHas(page, 'access_patterns=joins');
});

test('the checklist counts what is answered and is complete only with all eight', async (t) => {
  const most = 'v=1&access_patterns=joins&consistency=strong&reads_per_second=1000&writes_per_second=100&growth_percent_per_month=0&experience=postgresql&hosting=managed&extension_tried=enough';
  const page = await open(t, `#/reference/checklist?${most}`);
  await page.getByText('7 of 8 answered. Next: What is the way back').first().waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'The way back' }).fill('Restore the dump.');
  await page.getByText('All 8 questions are answered.').first().waitFor({ state: 'attached' });
  await addressHas(page, 'way_back=Restore');
  await page.reload();
  await settled(page);
  await page.getByText('All 8 questions are answered.').first().waitFor({ state: 'attached' });
});

test('a rule has an address of its own, and leads to the stores that it puts out', async (t) => {
  const page = await open(t, '#/reference/rules');
  await page.getByRole('textbox', { name: 'Filter' }).fill('money transactions');
  await page.getByRole('radio', { name: 'Demands' }).click({ force: true });
  await addressHas(page, 'effect=require');
  await settled(page);
  await page.getByRole('link', { name: 'Money needs transactions' }).click();
  await page.getByRole('heading', { level: 1, name: 'Money needs transactions' }).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => location.hash), '#/reference/rules/money-needs-transactions');
  await page.getByRole('link', { name: 'Redis', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Redis' }).waitFor({ state: 'attached' });
});

test('two stores stand side by side, what differs first and in words', async (t) => {
  const page = await open(t, '#/reference/compare');
  await page.getByRole('checkbox', { name: 'PostgreSQL', exact: true }).click({ force: true });
  await addressHas(page, 'engines=postgresql');
  await page.getByRole('checkbox', { name: 'MySQL', exact: true }).click({ force: true });
  await addressHas(page, 'postgresql,mysql');
  await page.getByRole('columnheader', { name: 'MySQL' }).waitFor({ state: 'attached' });
  await settled(page);
  const words = await page.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.lastElementChild?.textContent));
  assert.equal(words[0], 'Differs');
  assert.equal(words.at(-1), 'Same');
});

test('published cases name their text, and those like the workload come first', async (t) => {
  const page = await open(t, '#/decide?v=1&access_patterns=full_text&data_model=search');
  await page.evaluate(() => { location.hash = '#/reference/published'; });
  await page.getByText('those most like your workload first').first().waitFor({ state: 'attached' });
  await settled(page);
  const heading = page.getByRole('heading', { level: 2 }).first();
  assert.equal(await heading.textContent(), 'Bloomberg, 2014');
  const source = page.getByRole('link', { name: /London Search Meetup/ });
  assert.match((await source.getAttribute('href')) ?? '', /^http/);
});

test('checked figures open with what changes a decision, show their calculation, and filter into the link', async (t) => {
  const page = await open(t, '#/reference/audit');
  await page.getByText('225 figures checked: 33 are wrong').first().waitFor({ state: 'attached' });
  await settled(page);
  assert.equal(await page.getByRole('heading', { level: 2 }).first().textContent(), 'What changes a decision');
  const churn = page.getByRole('listitem').filter({ hasText: 'Churn costs $302,083 a month.' });
  assert.match((await churn.first().textContent()) ?? '', /\$301,041\.67/);
  await churn.getByRole('button', { name: 'Calculation' }).click({ force: true });
  await page.getByText('0.034 x 125,000 x 850 / 12').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Find a figure by words, text or verdict' }).click({ force: true });
  await page.getByRole('radio', { name: 'Outdated' }).click({ force: true });
  await addressHas(page, 'verdict=outdated');
  await page.getByText('Showing 10 of 209 figures.').first().waitFor({ state: 'attached' });
  await page.getByRole('textbox', { name: 'Filter' }).fill('turso');
  await addressHas(page, 'filter=turso');
  await page.getByText('Showing 1 of 209 figures.').first().waitFor({ state: 'attached' });
});

for (const route of ['#/reference/categories', '#/reference/cheat-sheet', '#/reference/checklist', '#/reference/rules', '#/reference/compare?v=1&engines=postgresql,mysql,redis', '#/reference/published', '#/reference/audit', '#/reference/audit?v=1&filter=churn', '#/reference/topics']) {
  test(`on a phone nothing is cut off sideways: ${route}`, async (t) => {
    const page = await open(t, route, phone);
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  });
}

test('without its pack a part says what is missing and tries again', async (t) => {
  let broken = true;
  const page = await open(t, '#/reference/checklist', {
    expectErrors: /Failed to load resource/,
    before: async (fresh) => {
      await fresh.route('**/packs/reference.json', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    },
  });
  await page.getByText('SW-9008').first().waitFor({ state: 'attached' });
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await page.getByRole('heading', { name: 'Eight questions' }).waitFor({ state: 'attached' });
});
