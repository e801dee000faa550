// Practise in a real browser: numbers, feedback, hints, solution, other numbers; by mouse, keyboard and on a phone.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, says, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

const route = '#/practice/cassandra-tco';
const prompts = {
  people: /What do the engineers' hours cost/,
  own: /What does running it yourself cost in all/,
  managedHours: /hours you would still spend/,
  saving: /By how many per cent/,
  freed: /How many hours a month would your engineers get back/,
  breakEven: /At how many hours of work/,
};

/** @param {Page} page @param {RegExp} name */
const field = (page, name) => page.getByRole('textbox', { name });

/** @param {Page} page @param {number} step */
const step = (page, step) => page.getByRole('group', { name: `Step ${step}` });

test('all numbers, checked by mouse on the canvas, give all points; only then is there a solution', async (t) => {
  const page = await open(t, route);
  await says(page, 'It opens once you have checked a number of your own.');
  for (const [name, text] of /** @type {const} */ ([['people', '12 * 200'], ['own', '$3,000'], ['saving', '50 %'], ['freed', '12 h'], ['breakEven', '4.5']]))
    await field(page, prompts[name]).fill(text);
  await page.getByRole('button', { name: 'Check all' }).click({ force: true });
  await says(page, '5 of 5 points. All of it is right.');
  await page.getByRole('button', { name: 'Show the solution' }).click({ force: true });
  await says(page, 'Both cost the same at 4.5 hours a month.');
});

test('each step says what went wrong in words, and a number carried on keeps its point', async (t) => {
  const page = await open(t, route);
  await field(page, prompts.own).fill('600');
  await step(page, 2).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, '× Not right');
  await says(page, "the engineers' hours are missing");
  await field(page, prompts.saving).fill('-150%');
  await step(page, 3).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, '≈ Right from your own number');
  await field(page, prompts.freed).fill('8-16');
  await step(page, 4).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, '? Cannot be read');
  assert.equal(await field(page, prompts.freed).getAttribute('aria-invalid'), 'true');
  await says(page, '1 of 5 points, 3 of 5 numbers checked.');
});

test('a number and its Enter in one frame are checked together and lead on', async (t) => {
  const page = await open(t, route);
  await field(page, prompts.people).evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) throw new Error('not a field');
    input.focus();
    input.value = '2400';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await says(page, '✓ Right');
  await until(page, () => document.activeElement?.getAttribute('data-id')?.includes('own_total'));
});

test('by keyboard: Enter checks, a right number leads to the next field, hints come one by one', async (t) => {
  const page = await open(t, route);
  await field(page, prompts.people).focus();
  await page.keyboard.type('2400');
  await page.keyboard.press('Enter');
  await says(page, '✓ Right');
  await until(page, () => document.activeElement?.getAttribute('data-id')?.includes('own_total'));
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await says(page, '× Not right');
  assert.match((await page.evaluate(() => document.activeElement?.getAttribute('data-id'))) ?? '', /own_total/);
  await step(page, 5).getByRole('button', { name: 'Hint 1 of 2' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'Hint 1: Leave the hours out at first');
  assert.equal(await step(page, 5).getByRole('button', { name: 'Hint 2 of 2' }).count(), 1);
});

test('new numbers change the link, never with what was typed; the way back restores both', async (t) => {
  const page = await open(t, route);
  await field(page, prompts.people).fill('2400');
  await page.getByRole('button', { name: 'New numbers' }).click({ force: true });
  await until(page, () => /seed=1(&|$)/.test(location.hash));
  await until(page, () => ![...document.querySelectorAll('input')].some((input) => input.value === '2400'));
  assert.ok(!(await page.evaluate(() => location.href)).includes('2400'));
  await page.goBack();
  await until(page, () => !location.hash.includes('seed='));
  await until(page, () => [...document.querySelectorAll('input')].some((input) => input.value === '2400'));
});

test('what was typed and checked survives a reload', async (t) => {
  const page = await open(t, route);
  await field(page, prompts.own).fill('3,000 USD');
  await step(page, 2).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, '✓ Right');
  await page.reload();
  await settled(page);
  await says(page, '✓ Right');
  assert.equal(await field(page, prompts.own).inputValue(), '3,000 USD');
  assert.ok(!(await page.evaluate(() => location.href)).includes('3,000'));
});

test('on a phone with the keyboard open: taps and a decimal keyboard are enough, and the next field is within reach', async (t) => {
  // A soft keyboard leaves about half of a 740 px screen.
  const page = await open(t, route, { ...phone, viewport: { width: 360, height: 400 } });
  const names = [prompts.people, prompts.own, prompts.saving, prompts.freed, prompts.breakEven];
  for (const [i, text] of ['2400', '3000', '50', '12', '4.5'].entries()) {
    const input = field(page, names[i]);
    await input.scrollIntoViewIfNeeded();
    await input.tap();
    assert.equal(await input.getAttribute('inputmode'), 'decimal');
    assert.equal(await input.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.type(text);
    const check = step(page, i + 1).getByRole('button', { name: 'Check' });
    const [at, button] = [await input.boundingBox(), await check.boundingBox()];
    assert.ok(at && button && button.y + button.height - at.y < 200, 'field and Check fit on the screen together');
    await check.scrollIntoViewIfNeeded();
    await settled(page);
    await check.tap({ force: true });
    await settled(page);
    await says(page, `${i + 1} of 5 numbers checked`.replace('5 of 5 numbers checked', '5 of 5 points'));
  }
  await says(page, '5 of 5 points. All of it is right.');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('home leads to it, a wrong link says so, and the list names it', async (t) => {
  const page = await open(t, '#/');
  await page.getByRole('link', { name: 'Start with a question' }).click();
  await says(page, 'What does running it yourself cost?');
  const missing = await open(t, '#/practice/no-such-question');
  await says(missing, 'There is no such question');
  await missing.getByRole('link', { name: 'All questions' }).click();
  await says(missing, 'Beginner, about 3 minutes; answered with numbers.');
  await missing.getByRole('radio', { name: 'About one minute' }).click({ force: true });
  await settled(missing);
  assert.match(await missing.evaluate(() => location.hash), /minutes=1/);
  assert.equal(await missing.getByText('Beginner, about 3 minutes').count(), 0);
});
