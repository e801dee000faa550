// Every question on a phone, from its numbers to its points: by keys alone, then with new numbers by taps. Roles and names are all that is used.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { loadCore } from '../node/core.mjs';
import { click, focused, hitAndStay, key, modelAnswer, questions, reach, tap } from './answers.mjs';
import { coarsePhone, open, press, settled, until, visit } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

/** @param {Page} page @param {string} who */
async function fullPoints(page, who) {
  const total = await page.getByRole('status').filter({ hasText: /^[\d.]+ of [\d.]+ points\b/ }).first().textContent();
  const lacking = async () => (await page.locator('main').innerText()).split('\n').filter((line) => /^(.*\? |[×–≈?] )/.test(line)).join(' ~ ');
  if (!/^([\d.]+) of \1 points/.test(total ?? '')) assert.fail(`${who}, ${total}: ${await lacking()}`);
  return total ?? '';
}

/** All hints of the nearest step, or of the whole question: the last one takes its button with it. @param {Page} page @param {string} at */
async function hintsByKeys(page, at) {
  await reach(page, at);
  for (let shown = 1; await page.locator(`[data-id="${at}"]`).count(); ++shown) {
    await page.keyboard.press('Enter');
    await settled(page);
    const { id, tag, seen } = await focused(page);
    assert.equal(await page.locator('main').getByText(new RegExp(`^Hint ${shown}: `)).count(), 1);
    assert.ok(seen && id.startsWith(at.split('/').slice(0, -1).join('/')) && tag !== 'H1', `after hint ${shown} the focus is on ${id}`);
  }
}

/** @param {Page} page @param {any} question @param {ReturnType<typeof modelAnswer>} answer */
async function byKeys(page, question, answer) {
  for (const entry of answer) await key(page, entry);
  await reach(page, 'main/total/check-all');
  await hitAndStay(page, 'Space');
  const points = await fullPoints(page, question.id);
  const whole = question.hints?.length > 0;
  if (whole) assert.ok(await page.getByRole('heading', { name: 'Feedback' }).count());
  const hinted = question.steps.findLast((/** @type {any} */ step) => step.hints?.length > 0);
  await hintsByKeys(page, whole ? 'main/hints/hint' : `main/steps/${hinted.id}/hint`);
  await reach(page, 'main/solution/of-');
  await hitAndStay(page, 'Enter');
  assert.ok(await page.getByRole('table', { name: 'Each number and how it comes about' }).count(), `${question.id}: no solution`);
  await until(page, ([text]) => document.querySelector('#announcer')?.textContent === text, [points]);   // what a screen reader was told of it
  await reach(page, `main/${whole ? 'again' : 'total'}/new-numbers`);
  await page.keyboard.press('Space');
  await until(page, () => /seed=1(&|$)/.test(location.hash) && document.activeElement?.tagName === 'H1');
  await settled(page);
}

/** @param {any} question @param {number} seed */
const answerOf = (question, seed) => modelAnswer(question, core.call('practice.solution', { question: question.id, seed }));

const core = await loadCore();

test('every question is answered on a phone, by keys alone and by taps alone, with hints, solution and new numbers', async (t) => {
  const page = await open(t, '#/practice', coarsePhone);
  page.setDefaultTimeout(5000);
  assert.ok(questions.length >= 45, `only ${questions.length} questions`);
  for (const question of questions) {
    await visit(page, `#/practice/${question.id}`);
    await byKeys(page, question, answerOf(question, 0));
    for (const entry of answerOf(question, 1)) await tap(page, entry);
    await press(page, question.decisions?.length > 0 ? 'Check answers' : 'Check all');
    await fullPoints(page, `${question.id}, seed 1`);
  }
});

test('every kind of control is answered with a mouse where it is drawn', async (t) => {
  const page = await open(t, '#/practice');
  page.setDefaultTimeout(5000);
  const left = new Set(['number', 'chips', 'order', 'cell']);
  for (const id of ['ecommerce-polyglot', 'mongodb-to-cassandra']) {
    const question = questions.find((one) => one.id === id);
    await visit(page, `#/practice/${id}`);
    for (const entry of answerOf(question, 0)) {
      await click(page, entry);
      left.delete(entry.kind);
    }
    await press(page, 'Check answers');
    await fullPoints(page, id);
  }
  assert.deepEqual([...left], []);
});
