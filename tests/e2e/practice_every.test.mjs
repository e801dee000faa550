// Every question on a phone, from its numbers to its points, by role and name: what a reader sees is all that is used to answer.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../node/core.mjs';
import { open, phone, settled, visit } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */
/** @typedef {{id: string, label: string}} Option */

const folder = fileURLToPath(new URL('../../content/questions/', import.meta.url));
/** @type {any[]} */
const questions = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** @param {Page} page @param {any} solution @param {any} question */
async function type(page, solution, question) {
  for (const step of question.steps) {
    const right = solution.rubric.find((/** @type {any} */ part) => part.id === step.id);
    if (right?.formula === undefined || right.points === 0) continue;
    // A sum, as 3.125 alone may be meant as 3,125; and digits only, as the smallest shares come with an exponent.
    await page.locator(`[data-id="main/steps/${step.id}/number"]`).fill(`${right.value} + 0`);
  }
}

/**
 * The options that a cell of the model answer names.
 * @param {Option[]} options @param {string} ids @returns {string[]}
 */
const labels = (options, ids) => ids.split(',').map((id) => options.find((option) => option.id === id)?.label ?? assert.fail(id));

/** @param {Page} page @param {any} decision @param {Record<string, string>} model */
async function tap(page, decision, model) {
  if (decision.type === 'choice' || decision.type === 'choices') {
    const role = decision.type === 'choice' ? 'radio' : 'checkbox';
    for (const label of labels(decision.options, model[decision.id])) {
      await page.getByRole(role, { name: label, exact: true }).first().click({ force: true });
      await settled(page);   // the next tap may scroll
    }
  } else if (decision.type === 'order') {
    for (const [place, label] of labels(decision.options, model[decision.id]).entries())
      for (;;) {
        const rows = await page.getByRole('group').filter({ has: page.getByText(/^\d+\. /) }).filter({ hasText: label }).allTextContents();
        if (rows.some((row) => row.includes(`${place + 1}. ${label}`))) break;
        await page.getByRole('group', { name: label, exact: true }).getByRole('button', { name: 'Up', exact: true }).click({ force: true });
        await settled(page);
      }
  } else {
    for (const row of decision.rows)
      for (const column of decision.columns) {
        const cell = `${decision.id}.${row.id}.${column.id}`;
        if (model[cell] === undefined) continue;
        await page.locator(`[data-id="main/decisions/${decision.id}/${row.id}/${column.id}"]`).selectOption({ label: labels(column.options, model[cell])[0] });
      }
  }
}

test('every question is answered on a phone by numbers and taps alone', async (t) => {
  const core = await loadCore();
  const page = await open(t, '#/practice', phone);
  page.setDefaultTimeout(5000);
  assert.ok(questions.length >= 45, `only ${questions.length} questions`);
  for (const question of questions) {
    await visit(page, `#/practice/${question.id}`);
    const solved = core.call('practice.solution', { question: question.id, seed: 0 });
    await type(page, solved, question);
    await settled(page);
    for (const decision of question.decisions ?? []) await tap(page, decision, solved.model.structured);
    await page.getByRole('button', { name: /^Check (all|answers)$/ }).click({ force: true });
    await settled(page);
    const total = await page.getByText(/^[\d.]+ of [\d.]+ points\b/).first().textContent();
    const missing = (await page.locator('main').innerText()).split('\n').filter((line) => /^(.*\? |[×–≈?] )/.test(line));
    assert.match(total ?? '', /^([\d.]+) of \1 points/, `${question.id}: ${missing.join(' ~ ')}`);
  }
});
