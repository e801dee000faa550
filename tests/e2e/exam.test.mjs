// Exams in a real browser: begun, gone through, handed in, reported, printed; kept over a reload and without storage; readings contested.
// @ts-check
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, press, says, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

const twoOnCaches = '#/practice/exam?v=1&n=2&minutes=4&topics=cache';

/** @param {Page} page @param {string} number @param {string} text */
const type = async (page, number, text) => {
  await page.getByRole('textbox', { name: new RegExp(`^${number}\\. `) }).fill(text);
  await settled(page);
};

test('an exam by keyboard alone: start, numbers, next question, hand-in, report', async (t) => {
  const page = await open(t, twoOnCaches);
  await says(page, '2 questions, about 3 minutes.');
  await page.getByRole('button', { name: 'Start' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'Question 1 of 2');
  await until(page, () => document.activeElement?.tagName === 'H1');   // what was pressed is gone: the new title has the focus
  await page.getByRole('textbox', { name: /^1\. / }).focus();
  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  await until(page, () => document.activeElement?.closest('[data-id*="misses_now"]') || /misses_now/.test(document.activeElement?.getAttribute('data-id') ?? ''));
  assert.equal(await page.getByRole('button', { name: /^Hint/ }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Check', exact: true }).count(), 0);
  assert.ok(!(await page.locator('main').textContent())?.includes('Not right'));
  await page.getByRole('button', { name: 'Next question' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'Question 2 of 2');
  await page.goBack();
  await says(page, 'Question 1 of 2');
  assert.equal(await page.getByRole('textbox', { name: /^1\. / }).inputValue(), '17');
  await page.getByRole('button', { name: 'To the hand-in' }).focus();
  await page.keyboard.press('Enter');
  await says(page, '1 of 2 questions are empty.');
  await page.getByRole('button', { name: 'Hand in' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'Exam report');
  await says(page, 'What to look at next');
  await says(page, '1 of 2 questions answered, in less than a minute');
  await until(page, () => document.activeElement?.tagName === 'H1');
});

test('an exam survives a reload with its answers, and so does its report', async (t) => {
  const page = await open(t, twoOnCaches);
  await press(page, 'Start');
  await type(page, '1', '17');
  await page.reload();
  await settled(page);
  await says(page, 'Question 1 of 2');
  assert.equal(await page.getByRole('textbox', { name: /^1\. / }).inputValue(), '17');
  await press(page, 'To the hand-in');
  await press(page, 'Hand in');
  await says(page, 'Exam report');
  await page.reload();
  await settled(page);
  await says(page, 'Exam report');
  await page.getByRole('link', { name: 'Your answer with feedback and solution' }).click({ force: true });
  await says(page, 'Show the solution');
});

test('where the browser keeps nothing, an exam still comes to its report', async (t) => {
  const page = await open(t, twoOnCaches, {
    before: async (fresh) => void await fresh.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
    }),
  });
  await press(page, 'Start');
  await type(page, '1', '17');
  await press(page, 'Next question');
  await press(page, 'Previous question');
  assert.equal(await page.getByRole('textbox', { name: /^1\. / }).inputValue(), '17');
  await press(page, 'To the hand-in');
  await press(page, 'Hand in');
  await says(page, '1 of 2 questions answered');
});

test('the time can be hidden, moves by minutes only, and the page rests in between', async (t) => {
  const page = await open(t, twoOnCaches);
  await press(page, 'Start');
  await says(page, 'Just begun, meant for about 3 minutes.');
  const frames = () => page.evaluate(() => /** @type {any} */ (window).storewright.frames ?? 0);
  const before = await frames();
  await new Promise((done) => { setTimeout(done, 2500); });
  assert.equal(await frames(), before);
  await press(page, 'Hide the time');
  assert.ok(!(await page.locator('main').textContent())?.includes('Just begun'));
  await press(page, 'Show the time');
  await says(page, 'Just begun');
});

test('the report is printed from its words, and saved as Markdown', async (t) => {
  const page = await open(t, twoOnCaches, {
    before: async (fresh) => void await fresh.addInitScript(() => { window.print = () => { document.title = 'printed'; }; }),
  });
  await press(page, 'Start');
  await type(page, '1', '17');
  await press(page, 'To the hand-in');
  await press(page, 'Hand in');
  await says(page, 'Exam report');
  await press(page, 'Print');
  await until(page, () => document.title === 'printed');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('main h1'))).color), 'rgb(0, 0, 0)');
  assert.equal(await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('canvas'))).display), 'none');
  assert.ok(await page.evaluate(() => (document.querySelector('main table')?.getBoundingClientRect().width ?? 0) > 300));
  await page.emulateMedia({ media: 'screen' });
  const button = page.getByRole('button', { name: 'Save as Markdown' });
  await button.scrollIntoViewIfNeeded();
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click({ force: true })]);
  assert.equal(download.suggestedFilename(), 'exam-report.md');
  const text = readFileSync(/** @type {string} */ (await download.path()), 'utf8');
  assert.match(text, /^# Exam report\n\n\*\*0 of \d+ points\*\*/);
  assert.match(text, /\| What counts \| Given \| State \| Points \| Why \|/);
});

test('on a phone: an exam is chosen by taps, and nothing is wider than the screen', async (t) => {
  const page = await open(t, '#/practice/exam', phone);
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  await press(page, 'Choose what is asked');
  const cost = page.getByRole('checkbox', { name: 'Cost', exact: true });
  await cost.scrollIntoViewIfNeeded();
  await settled(page);
  await cost.click({ force: true });
  await until(page, () => location.hash.includes('topics=cost'));
  assert.equal(await fits(), true);
  await press(page, 'Start');
  await says(page, 'Question 1 of');
  assert.equal(await fits(), true);
  await press(page, 'To the hand-in');
  await press(page, 'Hand in');
  await says(page, 'Exam report');
  assert.equal(await fits(), true);
});

test('a reading is contested by keyboard, survives a reload, and is saved as a test case', async (t) => {
  const page = await open(t, '#/practice/recipe-app');
  await page.getByRole('textbox', { name: 'Or the whole answer in one piece' }).fill('Everything is in one box. Recipes go to Postgres.');
  await press(page, 'Check answers');
  const criterion = page.getByRole('group', { name: 'Labels that differ are kept inside that store, as JSON, an array or rows.' });
  await criterion.getByRole('button', { name: 'I did say this' }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
  await criterion.getByRole('checkbox', { name: 'Everything is in one box.' }).focus();
  await page.keyboard.press('Space');
  await settled(page);
  await criterion.getByRole('button', { name: 'Keep this' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'You contest this reading. Your points stay as they are.');
  await page.reload();
  await settled(page);
  await says(page, 'What you contest');
  const button = page.getByRole('button', { name: 'Save as test cases' });
  await button.scrollIntoViewIfNeeded();
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click({ force: true })]);
  const line = JSON.parse(readFileSync(/** @type {string} */ (await download.path()), 'utf8'));
  assert.equal(line.question, 'recipe-app');
  assert.deepEqual(line.labels, { labels_inside: 'met' });
  assert.equal(line.text, 'Everything is in one box. Recipes go to Postgres.');
});
