// Choosing a database in a real browser: by mouse on the canvas, by keyboard alone, by role, on a phone.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** The recommendation's own line. @param {import('./harness.mjs').Page} page */
const answer = (page) => page.getByRole('region', { name: 'Recommendation' }).getByRole('status');

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function answers(page, expected) {
  await until(page, 
    ([source]) => new RegExp(source).test(document.querySelector('[role=status]')?.textContent ?? ''), [expected.source]);
  assert.match((await answer(page).textContent()) ?? '', expected);
}

test('a preset pressed on the canvas answers at once and is in the address', async (t) => {
  const page = await open(t, '#/decide');
  await page.getByRole('radio', { name: 'Recipe app' }).click({ force: true });
  await answers(page, /PostgreSQL/);
  await until(page, () => location.hash.includes('v=1'));
  await settled(page);   // the chip is checked in the frame after the press
  assert.ok(await page.getByRole('radio', { name: 'Recipe app' }).isChecked());
});

test('by keyboard alone: a preset, a number, a disclosure', async (t) => {
  const page = await open(t, '#/decide');
  const preset = page.getByRole('radio', { name: 'Recipe app' });
  await preset.focus();
  await page.keyboard.press('Space');
  await answers(page, /PostgreSQL/);
  const writes = page.getByRole('textbox', { name: 'Writes', exact: true });
  await writes.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('900');
  await page.keyboard.press('Enter');
  await until(page, () => location.hash.includes('writes_per_second=900'));
  const reasons = page.getByRole('button', { name: 'A reason for every engine' });
  await reasons.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Verdict and reason for every engine' }).waitFor({ state: 'attached' });
  assert.ok((await page.getByRole('row').count()) > 12);
});

test('Tab visits the controls in reading order and never gets lost', async (t) => {
  const page = await open(t, '#/decide');
  /** @type {string[]} */
  const visited = [];
  for (let i = 0; i < 12; ++i) {
    await page.keyboard.press('Tab');
    visited.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
  }
  assert.ok(visited.includes('Storewright'), visited.join(' | '));
  assert.ok(visited.every((name) => name !== ''), visited.join(' | '));
});

test('a link restores every input; an unknown field is kept and named', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&writes_per_second=900&no_such_field=7');
  assert.ok(await page.getByRole('radiogroup', { name: 'Does a wrong value cost somebody money?' }).getByRole('radio', { name: 'Yes' }).isChecked());
  assert.equal(await page.getByRole('textbox', { name: 'Writes', exact: true }).inputValue(), '900');
  await page.getByText('no_such_field').first().waitFor({ state: 'attached' });
  assert.match(page.url(), /no_such_field=7/);
});

test('text that is no number stays, says what is expected, and leaves the answer alone', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true');
  const before = await answer(page).textContent();
  const writes = page.getByRole('textbox', { name: 'Writes', exact: true });
  await writes.fill('many');
  await writes.press('Enter');
  await until(page, () => document.querySelector('[aria-invalid=true]') !== null);
  assert.equal(await writes.inputValue(), 'many');
  assert.equal(await answer(page).textContent(), before);
  await writes.fill('250');
  await writes.press('Enter');
  await until(page, () => document.querySelector('[aria-invalid=true]') === null);
});

test('undo, the back button and clear lead back', async (t) => {
  const page = await open(t, '#/decide');
  await page.getByRole('radio', { name: 'Recipe app' }).click({ force: true });
  await until(page, () => location.hash.includes('v=1'));
  await page.goBack();
  await until(page, () => !location.hash.includes('v=1'));
  await page.goForward();
  await until(page, () => location.hash.includes('v=1'));
  await page.getByRole('button', { name: 'Clear all' }).click({ force: true });
  await until(page, () => !location.hash.includes('v=1'));
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => location.hash.includes('v=1'));
});

test('on a phone the answer stands before the form, and a tap answers', async (t) => {
  const page = await open(t, '#/decide', phone);
  const radio = page.getByRole('radio', { name: 'Leaderboard' });
  await radio.scrollIntoViewIfNeeded();
  await settled(page);
  const box = await radio.boundingBox();
  assert.ok(box && box.height >= 44, 'targets are at least 44 px high');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await answers(page, /Redis/);
  const answerTop = (await answer(page).boundingBox())?.y ?? 0;
  const formTop = (await page.getByRole('textbox', { name: 'Writes', exact: true }).boundingBox())?.y ?? 0;
  assert.ok(answerTop < formTop);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out sideways');
});

test('the exported JSON is what the command prints', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&writes_per_second=900');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export JSON' }).click({ force: true })]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const part of stream) text += part;
  const { spawnSync } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const command = fileURLToPath(new URL('../../build/native/storewright', import.meta.url));
  const printed = spawnSync(command, ['call', 'recommend'], { input: '{"money":true,"writes_per_second":900}', encoding: 'utf8' });
  assert.equal(text, printed.stdout);
});
