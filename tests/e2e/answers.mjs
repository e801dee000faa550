// What the model answer of a question enters, control by control in the order of the page, and two ways to enter it: taps and keys.
// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settled } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */
/** @typedef {{id: string, label: string}} Option */

/**
 * One thing to enter. `at` is the beginning of the ids of its controls, `group` the name of the group around them.
 * @typedef {{kind: 'number', at: string, group: string, text: string}
 *   | {kind: 'chips', at: string, group: string, role: 'radio' | 'checkbox', labels: string[]}
 *   | {kind: 'order', at: string, group: string, ids: string[], labels: string[]}
 *   | {kind: 'cell', at: string, group: string, row: string, column: string, label: string}} Entry
 */

const folder = fileURLToPath(new URL('../../content/questions/', import.meta.url));

/** Every question, as its file says it. @type {any[]} */
export const questions = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

/**
 * The options that a list of ids names.
 * @param {Option[]} options @param {string} ids @returns {string[]}
 */
const labels = (options, ids) => ids.split(',').map((id) => options.find((option) => option.id === id)?.label ?? assert.fail(id));

/** With no more digits than it takes; as a sum where 3.125 may be meant as 3,125. @param {number} value */
function typed(value) {
  const digits = `${Number(value.toPrecision(7))}`;
  return /^\d+\.\d{3}$/.test(digits) ? `${digits}+0` : digits;
}

/** @param {any} question @param {any} solved @returns {Entry[]} */
function numbers(question, solved) {
  const asked = question.steps.filter((/** @type {any} */ step) => solved.rubric.find((/** @type {any} */ part) => part.id === step.id)?.points > 0);
  return asked.map((/** @type {any} */ step, /** @type {number} */ i) => {
    const { value } = solved.rubric.find((/** @type {any} */ part) => part.id === step.id);
    return { kind: 'number', at: `main/steps/${step.id}/number`, group: `Step ${i + 1}`, text: typed(value) };
  });
}

/** @param {any} decision @param {string} group @param {Record<string, string>} model @returns {Entry[]} */
function cells(decision, group, model) {
  return decision.rows.flatMap((/** @type {any} */ row) => decision.columns.flatMap((/** @type {any} */ column) => {
    const ids = model[`${decision.id}.${row.id}.${column.id}`];
    if (ids === undefined) return [];
    return [{ kind: 'cell', at: `main/decisions/${decision.id}/${row.id}/${column.id}`, group, row: row.label, column: column.label, label: labels(column.options, ids)[0] }];
  }));
}

/** @param {any} decision @param {number} i @param {Record<string, string>} model @returns {Entry[]} */
function decided(decision, i, model) {
  const [at, group] = [`main/decisions/${decision.id}/`, `Decision ${i + 1}`];
  if (decision.type === 'board') return cells(decision, group, model);
  const chosen = labels(decision.options, model[decision.id]);
  if (decision.type === 'order') return [{ kind: 'order', at, group, ids: model[decision.id].split(','), labels: chosen }];
  return [{ kind: 'chips', at, group, role: decision.type === 'choice' ? 'radio' : 'checkbox', labels: chosen }];
}

/**
 * The model answer by numbers and taps.
 * @param {any} question @param {any} solved what `practice.solution` says of it
 */
export const modelAnswer = (question, solved) => [
  ...numbers(question, solved),
  ...(question.decisions ?? []).flatMap((/** @type {any} */ decision, /** @type {number} */ i) => decided(decision, i, solved.model.structured)),
];

// ---- By a finger or a mouse, each control by its role and name ---------------------------------------------------------

/** @typedef {import('playwright-core').Locator} Locator */

/**
 * Enters it by what stands on the page; `strike` is one tap or click.
 * @param {Page} page @param {Entry} entry @param {(control: Locator) => Promise<void>} strike
 */
async function point(page, entry, strike) {
  const group = page.getByRole('group', { name: entry.group, exact: true });
  const press = async (/** @type {Locator} */ control) => {
    await control.scrollIntoViewIfNeeded();
    await settled(page);
    await strike(control);
  };
  if (entry.kind === 'number') {
    await press(group.getByRole('textbox'));
    await page.keyboard.insertText(entry.text);   // as a keyboard on the screen does
  } else if (entry.kind === 'cell') {
    // What opens is the browser's own list, which no test can point at.
    await group.getByRole('group', { name: entry.row, exact: true }).getByRole('combobox', { name: entry.column, exact: true }).selectOption({ label: entry.label });
  } else if (entry.kind === 'chips') {
    for (const name of entry.labels) {
      const option = group.getByRole(entry.role, { name, exact: true });
      await press(option);
      // A tap that is still under way when the page scrolls on is none.
      for (let tries = 0; !(await option.isChecked()); ++tries) assert.ok(tries < 100, `${name} is not chosen`);
    }
  } else {
    for (const [place, name] of entry.labels.entries())
      while (!(await group.getByText(`${place + 1}. ${name}`, { exact: true }).count()))
        await moved(page, () => press(group.getByRole('group', { name, exact: true }).getByRole('button', { name: 'Up', exact: true })));
  }
}

/** Waits until a press has moved something. @param {Page} page @param {() => Promise<void>} press */
async function moved(page, press) {
  const order = () => page.getByText(/^\d+\. /).allTextContents();
  const before = await order();
  await press();
  for (let tries = 0; (await order()).join() === before.join(); ++tries) assert.ok(tries < 100, `still ${before.join()}`);
}

/** @param {Page} page @param {Entry} entry */
export const tap = (page, entry) => point(page, entry, (control) => control.tap({ force: true }));

/** Near a corner, as all that is drawn belongs to the control. @param {Page} page @param {Entry} entry */
export const click = (page, entry) => point(page, entry, async (control) => {
  const box = await control.boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + box.width - 8, box.y + box.height - 8);
});

// ---- By keys alone ----------------------------------------------------------------------------------------------------

/** Where the focus is: the id of the control, its name, and whether it can be seen. @param {Page} page */
export const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { id: '', name: '', seen: true, tag: 'BODY' };
  const box = element.getBoundingClientRect();
  const field = element instanceof HTMLInputElement ? element : undefined;
  return {
    id: element.dataset.id ?? '', tag: element.tagName, checked: field?.checked, value: /** @type {any} */ (element).selectedOptions?.[0]?.text ?? field?.value ?? '',
    name: element.getAttribute('aria-label') || field?.labels?.[0]?.textContent || element.textContent || '',
    seen: box.bottom > 0 && box.top < innerHeight && box.left >= 0 && box.right <= innerWidth + 1,
  };
});

/**
 * Tab, or Shift and Tab, until the focus is on a control whose id begins with `at`. Everything met on the way has a name and can be seen.
 * @param {Page} page @param {string} at
 */
export async function reach(page, at) {
  const behind = await page.evaluate((id) => {
    const there = document.querySelector(`[data-id^="${id}"]`);
    const here = document.activeElement;
    return !!there && !!here && here !== document.body && (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  }, at);
  const met = [];
  for (let control = await focused(page); !control.id.startsWith(at); met.push(control.id)) {
    await page.keyboard.press(behind ? 'Shift+Tab' : 'Tab');
    control = await focused(page);
    assert.ok(control.id !== '' && met.length < 120, `the focus never comes to ${at}, but to ${met.join(', ')}`);
    assert.ok(control.name !== '' && control.seen, `without a name or out of sight: ${JSON.stringify(control)}`);
  }
}

/** @param {Page} page @param {string} key */
async function hit(page, key) {
  const { id } = await focused(page);
  await page.keyboard.press(key);
  await settled(page);
  return id;
}

/** A key on a control that stays where it is, with the focus. @param {Page} page @param {string} key */
export async function hitAndStay(page, key) {
  const id = await hit(page, key);
  const after = await focused(page);
  assert.equal(after.id, id, `${key} takes the focus away`);
  assert.ok(after.seen, `${key} moves ${id} out of sight`);
}

/** @param {Page} page @param {Extract<Entry, {kind: 'chips'}>} entry */
async function keyChips(page, entry) {
  await reach(page, entry.at);
  if (entry.role === 'checkbox') {
    for (let left = entry.labels.length; left > 0; await page.keyboard.press('Tab')) {
      const { id, name } = await focused(page);
      assert.ok(id.startsWith(entry.at), `no ${entry.labels} in ${entry.at}`);
      if (!entry.labels.includes(name)) continue;
      await hitAndStay(page, 'Space');
      --left;
    }
    return;
  }
  for (let tries = 0; ; ++tries) {
    const { name, checked } = await focused(page);
    if (name === entry.labels[0] && checked) return;
    assert.ok(tries < 20, `no ${entry.labels} in ${entry.at}`);
    await hit(page, name === entry.labels[0] ? 'Space' : 'ArrowDown');
  }
}

/** @param {Page} page @param {Extract<Entry, {kind: 'order'}>} entry */
async function keyOrder(page, entry) {
  const group = page.getByRole('group', { name: entry.group, exact: true });
  for (const [place, name] of entry.labels.entries()) {
    const there = group.getByText(`${place + 1}. ${name}`, { exact: true });
    if (await there.count()) continue;
    await reach(page, `${entry.at}${entry.ids[place]}/up`);
    while (!(await there.count())) await hitAndStay(page, 'Enter');
  }
}

/** Enters it from wherever the focus is. @param {Page} page @param {Entry} entry */
export async function key(page, entry) {
  if (entry.kind === 'chips') return keyChips(page, entry);
  if (entry.kind === 'order') return keyOrder(page, entry);
  await reach(page, entry.at);
  if (entry.kind === 'cell') {
    for (let tries = 0; (await focused(page)).value !== entry.label; ++tries) {
      assert.ok(tries < 20, `no ${entry.label} in ${entry.at}`);
      await hitAndStay(page, 'ArrowDown');
    }
    return;
  }
  await page.keyboard.type(entry.text);
  await page.keyboard.press('Enter');   // checks it, and leads on when it is right
  await settled(page);
}
