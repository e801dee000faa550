// The total cost calculator in a real browser.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

const ownHours = 'Hours your people spend running it';
const managedHours = 'Hours your people spend on the managed one';

/** @param {import('./harness.mjs').Page} page @param {RegExp} expected */
async function says(page, expected) {
  await until(page, ([source]) => new RegExp(source).test(document.querySelector('[role=status]')?.textContent ?? ''), [expected.source]);
}

/** @param {import('./harness.mjs').Page} page @param {string} part */
async function addressHas(page, part) {
  await until(page, ([wanted]) => location.hash.includes(wanted), [part]);
}

test('hours typed on the canvas give the totals, the formula with the values, and a link that restores them', async (t) => {
  const page = await open(t, '#/calculate/tco');
  await says(page, /more than 4\.5 hours a month/);
  await page.getByRole('textbox', { name: ownHours }).click({ force: true });
  await page.keyboard.type('12');
  await says(page, /costs \$3,000 a month with your people's hours, managed at least \$1,500/);
  await page.getByRole('textbox', { name: managedHours }).click({ force: true });
  await page.keyboard.type('0');
  await says(page, /Managed costs less: \$1,500 against \$3,000 a month\. You save \$1,500 \(50\.0 %\)/);
  await page.getByText('600 + 12 x 200 = 3,000', { exact: true }).first().waitFor({ state: 'attached' });
  await addressHas(page, 'hours=12&managed_hours=0');

  const again = await open(t, await page.evaluate(() => location.hash));
  await says(again, /\$1,500 against \$3,000/);
  assert.equal(await again.getByRole('textbox', { name: ownHours }).inputValue(), '12');
});

test('by keyboard: an example is chosen, a range is typed, Ctrl+Z takes it back', async (t) => {
  const page = await open(t, '#/calculate/tco?v=1&managed_hours=0');
  await page.getByRole('radio', { name: '10 hours', exact: true }).focus();
  await page.keyboard.press('Space');
  await says(page, /\$1,500 against \$2,600/);
  const field = page.getByRole('textbox', { name: ownHours });
  await field.focus();
  await field.fill('2 to 8');
  await says(page, /It depends: by yourselves \$1,000 to \$2,200 a month/);
  await page.getByRole('heading', { level: 1 }).click({ force: true });
  await page.keyboard.press('Control+Z');
  await says(page, /\$1,500 against \$2,600/);
});

test('on a phone: tap an example, read the picture as a table', async (t) => {
  const page = await open(t, '#/calculate/tco?v=1&managed_hours=0', phone);
  await page.getByRole('radio', { name: '12 hours', exact: true }).tap({ force: true });
  await says(page, /\$1,500 against \$3,000/);
  const figure = page.getByRole('figure', { name: /Cost a month/ });
  await figure.getByRole('button', { name: 'The numbers as a table' }).tap({ force: true });
  await figure.getByRole('table').waitFor({ state: 'attached' });
  assert.match((await figure.getByRole('table').textContent()) ?? '', /4\.5.*\$1,500/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('a value emptied is unknown, and stays so in the link', async (t) => {
  const page = await open(t, '#/calculate/tco?v=1&hours=12&managed_hours=0');
  await page.getByRole('textbox', { name: 'What an hour of their work costs' }).fill('');
  await says(page, /Enter what an hour costs/);
  await addressHas(page, 'rate=');
  await page.reload();
  await settled(page);
  await says(page, /Enter what an hour costs/);
});

test('what cannot be read stays with its problem and changes nothing', async (t) => {
  const page = await open(t, '#/calculate/tco?v=1&hours=12&managed_hours=0');
  await page.getByRole('textbox', { name: ownHours }).fill('many');
  await until(page, () => document.querySelector('[aria-invalid=true]') !== null);
  await says(page, /\$1,500 against \$3,000/);
  const bad = await open(t, '#/calculate/tco?v=1&hours=-3&rat=5');
  await until(bad, () => /SW-1103/.test(document.body.textContent ?? ''));
  await until(bad, () => /SW-1303/.test(document.body.textContent ?? ''));
});

test('a profile fills in the name and the budget, says so, and can be left out', async (t) => {
  const page = await open(t, '#/decide?v=1&data_model=relational&money=true&writes_per_second=900&team_engineers=3&budget_usd_per_month=1000');
  await page.evaluate(() => { location.hash = '#/calculate/tco?v=1&hours=12&managed_hours=0'; });
  await says(page, /Managed PostgreSQL costs less/);
  await page.getByText('The budget: $1,000 a month.').waitFor({ state: 'attached' });
  await page.getByText(/the managed one does not fit/).waitFor({ state: 'attached' });
  await addressHas(page, 'budget=1000&database=PostgreSQL');
  await page.getByRole('button', { name: 'Leave my profile out' }).click({ force: true });
  await says(page, /^Managed costs less/);
  await until(page, () => !location.hash.includes('budget='));
  await page.getByRole('button', { name: 'Undo' }).click({ force: true });
  await says(page, /Managed PostgreSQL costs less/);
});

test('the numbers go out as a message, as CSV and as a picture', async (t) => {
  const page = await open(t, '#/calculate/tco?v=1&hours=12&managed_hours=0', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy as message' }).click({ force: true });
  await until(page, () => /Message copied/.test(document.body.textContent ?? ''));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /Managed costs less: \$1,500 against \$3,000[^]*600 \+ 12 x 200 = 3,000[^]*#\/calculate\/tco\?/);
  for (const [button, file, content] of /** @type {const} */ ([
    ['Export CSV', 'total-cost.csv', /Run by yourselves,/], ['Export picture', 'total-cost.svg', /<svg[^]*same at 4\.5 h/],
  ])) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click({ force: true })]);
    assert.equal(download.suggestedFilename(), file);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    assert.match(Buffer.concat(chunks).toString(), content);
  }
});
