// The small calculators in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => [...document.querySelectorAll('[role=status]')].some((node) => new RegExp(source).test(node.textContent ?? '')), [expected.source]);
}

/** @param {import('./harness.mjs').Page} page @param {string} part */
async function addressHas(page, part) {
  await until(page, ([wanted]) => location.hash.includes(wanted), [part]);
}

test('the list names every calculator, and a link opens one', async (t) => {
  const page = await open(t, '#/calculate');
  for (const name of ['Total cost', 'Scaling', 'Hidden cost of a slow database', 'Acting early or late', 'What can be saved'])
    await page.getByRole('main').getByRole('link', { name, exact: true }).waitFor({ state: 'attached' });
  await page.getByRole('main').getByRole('link', { name: 'Acting early or late' }).click();
  await says(page, /Waiting 42 months costs \$2,424,000 more over 42 months/);
  assert.match(await page.title(), /Acting early or late/);
});

test('a reading is chosen, a number typed on the canvas, and the link restores both', async (t) => {
  const page = await open(t, '#/calculate/hidden');
  await says(page, /\$434,883 a month/);
  await page.getByRole('radio', { name: 'As DataFlow prints it' }).focus();
  await page.keyboard.press('Space');
  await says(page, /\$376,092 a month/);
  await page.getByText('3.4 % x 125,000 x 850 / 12 = 301,041.67', { exact: true }).first().waitFor({ state: 'attached' });
  const customers = page.getByRole('textbox', { name: 'Customers lost in a year because of it' });
  await customers.click({ force: true });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('500 to 1200');
  await says(page, /to \$/);
  await addressHas(page, 'customers=500~850~1200');
  const again = await open(t, await page.evaluate(() => location.hash));
  assert.equal(await again.getByRole('textbox', { name: 'Customers lost in a year because of it' }).inputValue(), '500 to 1200');
  assert.ok(await again.getByRole('radio', { name: 'As DataFlow prints it' }).isChecked());
});

test('what cannot be read keeps the last good answer, and undo takes a step back', async (t) => {
  const page = await open(t, '#/calculate/hidden');
  await says(page, /\$434,883 a month/);
  const hours = page.getByRole('textbox', { name: 'Hours spent on incidents' });
  await hours.click({ force: true });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('plenty');
  await page.getByText('One entry cannot be read').first().waitFor({ state: 'attached' });
  await says(page, /\$434,883 a month/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('145');
  await says(page, /\$449,883 a month/);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  // How many keys make a step depends on how many came within one frame.
  await says(page, /\$(430,233|428,283|434,883) a month/);
});

test('on a phone the answer comes before the inputs, and nothing stands out at the side', async (t) => {
  const page = await open(t, '#/calculate/reactive', phone);
  await says(page, /\$2,424,000/);
  await settled(page);
  const [answer, input, wide] = await page.evaluate(() => [
    document.querySelector('[role=status]')?.getBoundingClientRect().top ?? -1,
    document.querySelector('main input')?.getBoundingClientRect().top ?? -1,
    document.documentElement.scrollWidth - document.documentElement.clientWidth]);
  assert.ok(answer < input, `${answer} < ${input}`);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
});

// tests/unit/app/calculators_test.cpp asks the same of every field of every calculator.
test('in every calculator an entry that cannot be read says what the field expects, and the answer stays, greyed', async (t) => {
  const page = await open(t, '#/calculate/tco');
  /** @type {[string, string][]} */
  const calculators = [
    ['tco', 'Price of the managed service'], ['compare', 'Data'], ['scaling', 'Data today'], ['hidden', 'Hours spent on incidents'],
    ['evolution', 'Loss by slowness in stage 1'], ['savings', 'Machines and storage'], ['impact', 'What it takes'],
    ['reactive', 'Loss by slowness today'], ['degradation', 'A query today'],
    ['extended_support', 'Hours it runs in a month'],
  ];
  const headline = () => page.locator('[role=status]').first().textContent();
  for (const [route, name] of calculators) {
    await page.evaluate((to) => { location.hash = to; }, `#/calculate/${route}`);
    const field = page.getByRole('main').getByRole('textbox', { name, exact: true });
    await field.waitFor({ state: 'attached' });
    await settled(page);
    const [before, value] = [await headline(), await field.inputValue()];
    assert.ok(before, route);
    for (const [typed, expected] of /** @type {[string, RegExp][]} */ ([
      ['many', /must be a number \(.+\), such as .+ you gave “many”/], ['12 furlongs', /must be a number .+ you gave “12 furlongs”/],
      ['1,5', /you gave “1,5”\. Decimals have a point/], ['-5', /must be between .+ you gave -5\./], ['1e300', /must be between .+ you gave 1\S+\. /],
    ])) {
      await field.fill(typed);
      await until(page, ([told]) => document.querySelector('main [aria-invalid=true]') !== null && new RegExp(told).test(document.querySelector('main')?.textContent ?? ''), [expected.source]);
      await page.getByText('One entry cannot be read').first().waitFor({ state: 'attached' });
      assert.equal(await headline(), before, `${route}: ${typed}`);
    }
    for (const typed of ['0', '']) {
      await field.fill(typed);
      await settled(page);
      assert.ok(await headline(), `${route}: "${typed}"`);
    }
    await field.fill(value);
    await until(page, ([text]) => document.querySelector('[role=status]')?.textContent === text, [before]);
  }
});
