// The shard ring in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, until } from './harness.mjs';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.body.textContent ?? ''), [expected.source]);
}

test('adding a shard on the canvas moves what the ring says, a modulo far more', async (t) => {
  const page = await open(t, '#/labs/ring');
  await page.getByRole('button', { name: 'Add a shard' }).click({ force: true });
  await says(page, /1,383 of 25,000 keys move \(5\.532 %\); a modulo would move 93\.752 %/);
  await until(page, () => location.hash.includes('add=16'));
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => !location.hash.includes('add=16'));
});

test('the join is stepped by keyboard, can go back after a mismatch, and ends', async (t) => {
  const page = await open(t, '#/labs/ring?v=1&add=16');
  const status = page.getByRole('region', { name: 'Moving the rows' }).getByRole('status');
  for (const expected of [/Step 2 of 4/, /Step 3 of 4/, /Step 4 of 4/]) {
    await page.getByRole('button', { name: 'Next step' }).focus();
    await page.keyboard.press('Enter');
    await until(page, ([source]) => [...document.querySelectorAll('[role=status]')].some((e) => new RegExp(source).test(e.textContent ?? '')), [expected.source]);
    assert.match((await status.textContent()) ?? '', expected);
  }
});

test('a slider is a real range: arrow keys change it, and its value is read with its unit', async (t) => {
  const page = await open(t, '#/labs/ring');
  const slider = page.getByRole('slider', { name: 'Shards to start with' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await until(page, () => location.hash.includes('shards=15'));
  assert.equal(await slider.inputValue(), '15');
});

test('the slider follows the mouse on the canvas', async (t) => {
  const page = await open(t, '#/labs/ring');
  const box = await page.getByRole('slider', { name: 'Shards to start with' }).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 10, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await until(page, () => /shards=1(&|$)/.test(location.hash));
});

test('company 42 asks one shard, a query without a company asks all', async (t) => {
  const page = await open(t, '#/labs/ring', phone);
  await says(page, /Only shard_04\./);
  const field = page.getByRole('textbox', { name: 'Company ids in its filter' });
  await field.fill('');
  await field.press('Enter');
  await says(page, /All 16 shards\./);
});

test('the figure has its takeaway and its numbers as a table', async (t) => {
  const page = await open(t, '#/labs/ring');
  const figure = page.getByRole('figure').first();
  await figure.getByRole('button', { name: 'The numbers as a table' }).click({ force: true });
  await figure.getByRole('table').waitFor({ state: 'attached' });
  assert.ok((await figure.getByRole('row').count()) >= 17);
});
