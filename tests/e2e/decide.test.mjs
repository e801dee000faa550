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
  await settled(page);   // the address is there before the page, whose button is pressed next
  await page.getByRole('button', { name: 'Clear all' }).click({ force: true });
  await until(page, () => !location.hash.includes('v=1'));
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => location.hash.includes('v=1'));
});

test('on a phone the answer stands before the form, and a tap answers', async (t) => {
  const page = await open(t, '#/decide', phone);
  await page.getByRole('button', { name: /examples that answer at once/ }).tap({ force: true });
  const radio = page.getByRole('radio', { name: 'Leaderboard' });
  await radio.waitFor({ state: 'attached' });
  await radio.scrollIntoViewIfNeeded();
  await settled(page);
  const box = await radio.boundingBox();
  assert.ok(box && box.height >= 44, 'targets are at least 44 px high');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await answers(page, /Redis/);
  await settled(page);
  const answerTop = (await answer(page).boundingBox())?.y ?? 0;
  const form = page.getByRole('button', { name: 'All questions at once' });
  const formTop = (await form.boundingBox())?.y ?? 0;
  assert.ok(answerTop < formTop);
  await form.tap({ force: true });
  await page.getByRole('textbox', { name: 'Writes', exact: true }).waitFor({ state: 'attached' });
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out sideways');
});

test('the sentence is filled by its lists and fields, by keyboard too, and answers', async (t) => {
  const page = await open(t, '#/decide');
  await page.getByRole('combobox', { name: 'What you are building' }).selectOption({ label: 'an online shop' });
  await until(page, () => location.hash.includes('kind=online-shop'));
  await settled(page);
  const users = page.getByRole('textbox', { name: 'For how many' });
  await users.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('10000');
  await until(page, () => location.hash.includes('reads_per_second=60'));
  const money = page.getByRole('combobox', { name: 'Money' });
  await money.focus();
  await page.keyboard.press('ArrowDown');
  await until(page, () => location.hash.includes('money=false'));
  await page.getByRole('combobox', { name: 'Platform' }).selectOption({ label: 'AWS' });
  await until(page, () => location.hash.includes('platform=aws'));
  await settled(page);
  assert.equal(await money.inputValue(), '1');
  assert.ok(((await answer(page).textContent()) ?? '').length > 20);
});

/** The question that is asked. @param {import('./harness.mjs').Page} page */
const question = (page) => page.getByRole('region', { name: 'The next question' }).getByRole('heading', { level: 2 });

test('the interview asks, is answered by mouse on the canvas and by keyboard, and goes back', async (t) => {
  const page = await open(t, '#/decide');
  await page.getByRole('button', { name: 'Ask me' }).click({ force: true });
  await page.getByText('Your answer tells most here').waitFor({ state: 'attached' });
  await settled(page);
  const first = await question(page).textContent();
  await page.getByRole('button', { name: "I don't know" }).click({ force: true });
  await settled(page);
  const second = await question(page).textContent();
  assert.notEqual(second, first);
  const back = page.getByRole('button', { name: 'Back' });
  await back.focus();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await question(page).textContent(), first);
  const group = page.getByRole('region', { name: 'The next question' }).getByRole('group', { name: 'Your answer' });
  await group.getByRole('button').first().click({ force: true });
  await until(page, () => location.hash.includes('v=1'));
  await settled(page);
  assert.notEqual(await question(page).textContent(), first);
});

test('while worlds are drawn no frame takes long, and none follows when they are done', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&writes_per_second=100~900');
  await settled(page);
  /** @type {number[]} */
  const took = await page.evaluate(async () => {
    /** @type {number[]} */
    const frames = [];
    const given = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => given((now) => {
      const before = performance.now();
      callback(now);
      frames.push(performance.now() - before);
    });
    const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-id$="writes_per_second"]'));
    field.value = '200 to 800';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 3000));
    const drawn = frames.length;
    await new Promise((done) => setTimeout(done, 1000));
    frames.push(frames.length - drawn);
    return frames;
  });
  assert.equal(took.pop(), 0, 'it rests when it is done');
  assert.ok(took.length > 5, 'the work is spread over frames');
  const sorted = [...took].sort((a, b) => a - b);
  t.diagnostic(`${took.length} frames, median ${sorted[sorted.length >> 1].toFixed(1)} ms, longest ${sorted[sorted.length - 1].toFixed(1)} ms`);
});

test('contradicting answers are named, and a way out is one press', async (t) => {
  const page = await open(t, '#/decide?v=1&data_model=key_value&access_patterns=joins');
  const contradiction = page.getByRole('region', { name: 'The contradiction' });
  await contradiction.getByRole('button', { name: 'Take way 1' }).waitFor({ state: 'attached' });
  assert.match((await answer(page).first().textContent()) ?? '', /No store meets all your answers/);
  await settled(page);
  await contradiction.getByRole('button', { name: 'Take way 1' }).click({ force: true });
  await contradiction.waitFor({ state: 'detached' });
});

test('any engine is told why it does not win and what would make it win', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&data_model=relational&writes_per_second=900&team_engineers=3');
  await page.getByRole('combobox', { name: 'Any engine, service or extension' }).selectOption({ label: 'MongoDB' });
  await until(page, () => location.hash.includes('engine=mongodb'));
  await page.getByRole('button', { name: 'Try these answers' }).waitFor({ state: 'attached' });
  await settled(page);
  await page.getByRole('button', { name: 'Try these answers' }).click({ force: true });
  await until(page, () => /MongoDB comes first/.test(document.querySelector('main')?.textContent ?? ''));
});

test('what changes the answer is listed, and trying one changes it; undo leads back', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&data_model=relational&writes_per_second=900&team_engineers=3');
  const flips = page.getByRole('region', { name: 'What would change the answer' });
  const first = flips.getByRole('button', { name: 'Try it' }).first();
  await first.waitFor({ state: 'attached' });
  await settled(page);
  const before = await page.evaluate(() => location.hash);
  await first.click({ force: true });
  await until(page, (hash) => location.hash !== hash, before);
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await until(page, () => location.hash.includes('writes_per_second=900'));
});

test('a profile is kept as A, changed, compared, and the link holds both', async (t) => {
  const page = await open(t, '#/decide?v=1&money=true&data_model=relational');
  await page.getByRole('button', { name: 'Keep this as A' }).click({ force: true });
  await until(page, () => location.hash.includes('other='));
  await page.getByRole('group', { name: '4. Scale' }).getByRole('radio', { name: 'Write in several regions' }).click({ force: true });
  await page.getByRole('table', { name: 'What you said differently' }).waitFor({ state: 'attached' });
  await settled(page);
  const link = page.url();
  const again = await open(t, link.slice(link.indexOf('#')));
  await again.getByRole('table', { name: 'The two answers' }).waitFor({ state: 'attached' });
});

test('the nearest published case is fetched when it is asked for', async (t) => {
  const page = await open(t, '#/decide?v=1&access_patterns=append_log,range_scan&data_model=wide_column&reads_per_second=60000&writes_per_second=60000');
  await page.getByRole('button', { name: 'The published cases nearest to your workload' }).click({ force: true });
  await page.getByText('They chose: ').first().waitFor({ state: 'attached' });
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
