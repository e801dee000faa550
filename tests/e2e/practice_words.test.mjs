// The open questions in a real browser: taps, order, board and words; feedback with marked words; by mouse, keyboard, on a phone.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, press, says, settled } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

const whole = 'Or the whole answer in one piece';
const written = 'We keep recipes and likes in PostgreSQL. We also add Elasticsearch for search from the start.';

test('words alone: each criterion in words and with a sign, the words that counted, and nothing of it in the link', async (t) => {
  const page = await open(t, '#/practice/recipe-app');
  await says(page, 'It opens once you have checked an answer of your own.');
  await page.getByRole('textbox', { name: whole }).fill(written);
  await press(page, 'Check answers');
  await says(page, 'Only your words count: nothing was tapped.');
  const criterion = page.getByRole('group', { name: 'One general relational database holds the recipes and the likes.' });
  assert.match((await criterion.textContent()) ?? '', /✓ Met.*Your words: “PostgreSQL”/s);
  await says(page, '× Contradicted');
  await says(page, '– Not found');
  const link = await page.evaluate(() => location.href);
  assert.ok(!link.includes('PostgreSQL') && !link.includes('Elasticsearch'));
});

test('what was tapped, written and checked survives a reload', async (t) => {
  const page = await open(t, '#/practice/recipe-app');
  await page.getByRole('textbox', { name: whole }).fill(written);
  await page.getByRole('radio', { name: 'MySQL' }).click({ force: true });
  await press(page, 'Check answers');
  await says(page, 'What you chose');
  await page.reload();
  await settled(page);
  await says(page, 'What you chose');
  await says(page, 'Your words: “PostgreSQL”');
  assert.equal(await page.getByRole('textbox', { name: whole }).inputValue(), written);
  assert.equal(await page.getByRole('radio', { name: 'MySQL' }).isChecked(), true);
});

test('what was written stays in sight when the field is left, line by line', async (t) => {
  const page = await open(t, '#/practice/recipe-app');
  const field = page.getByRole('textbox', { name: whole });
  await field.fill('One line.\nAnother line.\nA third one.');
  await field.blur();
  await settled(page);
  const box = await field.boundingBox();
  assert.ok(box);
  const line = (/** @type {number} */ n) => page.screenshot({ clip: { x: Math.round(box.x) + 10, y: Math.round(box.y) + 10 + 22 * n, width: 200, height: 18 } });
  const empty = await line(5);
  for (const n of [0, 1, 2]) assert.notDeepEqual(await line(n), empty, `line ${n + 1} is not drawn`);
  assert.deepEqual(await line(4), empty);
});

test('by keyboard: a phase moves and keeps the focus', async (t) => {
  const page = await open(t, '#/practice/mongodb-to-cassandra');
  const phase = page.getByRole('group', { name: 'Send every change to both' });
  await phase.getByRole('button', { name: 'Up' }).focus();
  for (const place of ['3. Send', '2. Send', '1. Send', '1. Send']) {
    await page.keyboard.press('Enter');
    await says(page, `${place} every change to both`);
  }
  assert.match((await page.evaluate(() => document.activeElement?.getAttribute('data-id'))) ?? '', /write_both\/up$/);
});

test('on a phone: a board is filled by selects, checked, and nothing is wider than the screen', async (t) => {
  const page = await open(t, '#/practice/ecommerce-polyglot', phone);
  const row = page.getByRole('group', { name: '(b) Visitors' });
  const store = row.getByRole('combobox', { name: 'Store' });
  await store.scrollIntoViewIfNeeded();
  await settled(page);
  await store.selectOption({ label: 'Redis or Valkey' });
  await settled(page);
  await press(page, 'Check answers');
  await says(page, '(b) Visitors, Store: Redis or Valkey');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('feedback, hints and solution come in this order, and the solution has its figures', async (t) => {
  const page = await open(t, '#/practice/mongodb-to-cassandra');
  await page.getByRole('textbox', { name: whole }).fill('Every change goes to both databases before the copy starts.');
  await press(page, 'Check answers');
  await press(page, 'Hint 1 of 3');
  await says(page, 'Hint 1: ');
  await press(page, 'Show the solution');
  await says(page, 'Moment 1 of ');
  const next = page.getByRole('group', { name: 'The copy is overtaken' }).getByRole('button', { name: 'Next' });
  await next.focus();
  await page.keyboard.press('Enter');
  await says(page, 'Moment 2 of ');
  const at = await page.evaluate(() => ['Feedback', 'Hints', 'The solution', 'Once more'].map((name) => {
    const heading = [...document.querySelectorAll('h2')].find((element) => element.textContent === name);
    return heading ? heading.getBoundingClientRect().top : NaN;
  }));
  assert.deepEqual(at, [...at].sort((a, b) => a - b));
});
