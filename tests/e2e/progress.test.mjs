// Progress in a real browser: what checking counts for, what survives a reload, full and forbidden storage, and a newer version.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desktop, open, phone, press, says, settled, siteUrl, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

const question = '#/practice/hit-rate';
const progress = '#/practice/progress';
const misses = /How many reads a second reached the database before/;
const missesNow = /How many reach it now/;
const key = 'storewright/practice/progress@1';

/** @param {Page} page @param {string} text */
const isSilentOn = async (page, text) => assert.equal((await page.evaluate(() => document.body.textContent ?? '')).includes(text), false, text);
/** @param {Page} page @param {number} number */
const step = (page, number) => page.getByRole('group', { name: `Step ${number}` });
/** @param {Page} page @param {string} route */
const go = async (page, route) => {
  await page.evaluate((hash) => { location.hash = hash; }, route);
  await settled(page);
};
/** @param {Page} page */
const keptText = (page) => page.evaluate((name) => localStorage.getItem(name) ?? '', key);

/** The right and a wrong number, checked. @param {Page} page */
async function answer(page) {
  await page.getByRole('textbox', { name: misses }).fill('500');
  await settled(page);
  await step(page, 1).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, 'Counted for 1 skill');
}

/**
 * A page whose clock stands at this moment.
 * @param {string} moment
 */
const at = (moment) => async (/** @type {Page} */ page) => { await page.clock.setFixedTime(new Date(moment)); };

test('checking counts, survives a reload, is due on its day and is offered with other numbers', async (t) => {
  const page = await open(t, question, { before: at('2026-11-22T12:00:00') });
  await answer(page);
  await says(page, 'in 3 days (2026-11-25)');
  await page.reload();
  await settled(page);
  await says(page, 'Counted for 1 skill, the next time in 3 days (2026-11-25).');
  await go(page, '#/practice');
  await says(page, 'Nothing is due today. The next skill is due in 3 days (2026-11-25).');
  await says(page, '✓ Answered on 2026-11-22.');
  // The page is left open over three nights and looked at again.
  await page.clock.setFixedTime(new Date('2026-11-25T07:00:00'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await says(page, 'Due today: 1 skill');
  await page.getByRole('link', { name: /^Start: / }).click();
  await until(page, () => location.hash.startsWith('#/practice/'));
  await settled(page);
  await go(page, progress);
  await says(page, '1 of 60 skills begun; one is due today.');
  await says(page, 'by the estimate. Due today.');
});

test('the day is the reader’s own, west and east of Greenwich', async (t) => {
  for (const [timezoneId, date] of [['America/Los_Angeles', '2026-11-22'], ['Pacific/Auckland', '2026-11-23']]) {
    const page = await open(t, question, { ...desktop, timezoneId, before: at('2026-11-22T20:00:00Z') });
    await answer(page);
    await go(page, '#/practice');
    await says(page, `✓ Answered on ${date}.`);
  }
});

test('what is seen in the solution does not count', async (t) => {
  const page = await open(t, question, { before: at('2026-11-22T12:00:00') });
  await answer(page);
  await press(page, 'Show the solution');
  await until(page, (name) => localStorage.getItem(name)?.includes('"solution_day":"2026-11-22"'), key);
  const before = await keptText(page);
  await page.getByRole('textbox', { name: missesNow }).fill('7');
  await step(page, 2).getByRole('button', { name: 'Check' }).click({ force: true });
  await says(page, '× Not right');
  assert.equal(await keptText(page), before);
});

test('numbers, taps and words that were given are there after a reload, checked or not', async (t) => {
  const page = await open(t, '#/practice/recipe-app');
  const number = page.getByRole('textbox', { name: /How many recipes are looked at each second/ });
  const words = page.getByRole('textbox', { name: 'Or the whole answer in one piece' });
  await number.fill('2.3');
  await page.getByRole('radio', { name: 'PostgreSQL', exact: true }).click({ force: true });
  await settled(page);   // what comes next scrolls
  await words.fill('Recipes are in PostgreSQL.\nÄ “second” line');
  await settled(page);
  await page.reload();
  await settled(page);
  assert.equal(await number.inputValue(), '2.3');
  assert.equal(await words.inputValue(), 'Recipes are in PostgreSQL.\nÄ “second” line');
  assert.equal(await page.getByRole('radio', { name: 'PostgreSQL', exact: true }).isChecked(), true);
  await go(page, '#/practice');
  await says(page, 'Begun.');
});

test('full storage is said once, the work goes on and can be exported', async (t) => {
  const page = await open(t, question, {
    before: async (fresh) => {
      await fresh.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
      });
    },
  });
  await page.getByRole('textbox', { name: misses }).fill('500');
  await says(page, 'What this browser keeps for the site is full');
  await press(page, 'Dismiss');
  await answer(page);
  await isSilentOn(page, 'What this browser keeps for the site is full');
  await go(page, progress);
  await says(page, '1 of 60 skills begun');
  const download = page.waitForEvent('download');
  await press(page, 'Save as a file');
  assert.match(readFileSync(await (await download).path(), 'utf8'), /^\{"format":"storewright\/progress@1",.*cache\.hit-rate/);
});

test('forbidden storage is said once at the start, and everything works until the page closes', async (t) => {
  const page = await open(t, question, {
    before: async (fresh) => {
      await fresh.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
      });
    },
  });
  await says(page, 'Your browser keeps nothing for this site');
  await press(page, 'Dismiss');
  await answer(page);
  await isSilentOn(page, 'Your browser keeps nothing for this site');
  await go(page, progress);
  await says(page, '1 of 60 skills begun');
  await press(page, 'Copy the code');
  await says(page, 'Code copied.');
});

test('data of a newer version are left as they are, and an older page works beside them', async (t) => {
  const newer = '{"format":"storewright/progress@2","states":[1,2,3]}';
  const attempt = '{"typed":{"misses":"500"},"drawing":{"strokes":[1]}}';
  const page = await open(t, question, {
    before: async (fresh) => {
      await fresh.addInitScript(([future, draft]) => {
        if (localStorage.getItem('storewright/practice/progress@2')) return;
        localStorage.setItem('storewright/practice/progress@2', future);
        localStorage.setItem('storewright/practice/progress@1', '{"format":"storewright/progress@2"}');
        localStorage.setItem('storewright/practice/hit-rate/0', draft);
      }, [newer, attempt]);
    },
  });
  assert.equal(await page.getByRole('textbox', { name: misses }).inputValue(), '500');
  await answer(page);
  await go(page, progress);
  await says(page, 'Your browser also holds progress of a newer version of this site.');
  await says(page, 'Progress that was kept here could not be read.');
  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  assert.equal(kept['storewright/practice/progress@2'], newer);
  assert.equal(kept['storewright/practice/progress@1.unreadable'], '{"format":"storewright/progress@2"}');
  assert.match(kept['storewright/practice/hit-rate/0'], /"drawing":\{"strokes":\[1\]\}/);
  assert.match(kept['storewright/practice/progress@1'], /cache\.hit-rate/);
});

test('a file goes to another browser; a code that was cut says why; forgetting can be undone', async (t) => {
  const page = await open(t, question, { before: at('2026-11-22T12:00:00') });
  await answer(page);
  await go(page, progress);
  const download = page.waitForEvent('download');
  await press(page, 'Save as a file');
  const file = await (await download).path();

  const other = await open(t, progress, { before: at('2026-11-23T12:00:00') });
  await says(other, 'Nothing is kept yet.');
  const chooser = other.waitForEvent('filechooser');
  await press(other, 'Open a file');
  await (await chooser).setFiles(file);
  await says(other, '1 skill is new here: What a cache spares.');
  await says(other, '1 of 60 skills begun; none is due today.');

  const incoming = other.getByRole('textbox', { name: 'A code, or the text of a file' });
  await incoming.fill('SW1.AAAA.AAAA');
  await press(other, 'Read it');
  await says(other, 'SW-2322');
  assert.equal(await incoming.inputValue(), 'SW1.AAAA.AAAA');
  await press(other, 'Forget everything');
  await says(other, 'Nothing is kept yet.');
  await until(other, (name) => localStorage.getItem(name) === null, key);
  await press(other, 'Undo');
  await until(other, (name) => localStorage.getItem(name)?.includes('cache.hit-rate'), key);
  await says(other, '1 of 60 skills begun');
});

test('two tabs share what they count', async (t) => {
  const page = await open(t, progress);
  await says(page, 'Nothing is kept yet.');
  const tab = await page.context().newPage();
  await tab.goto((await siteUrl()) + question);
  await settled(tab);
  await answer(tab);
  await says(page, '1 of 60 skills begun');
});

test('by keyboard alone, with roles that say what things are', async (t) => {
  const page = await open(t, question, { before: at('2026-11-22T12:00:00') });
  await answer(page);
  await settled(page);
  await page.getByRole('group', { name: 'Your progress' }).getByRole('link', { name: 'Your progress' }).focus();
  await page.keyboard.press('Enter');
  await says(page, '1 of 60 skills begun; none is due today.');
  assert.equal(await page.getByRole('heading', { name: 'What a cache spares', level: 3 }).count(), 1);
  const history = page.getByRole('button', { name: '1 answer behind it' });
  await history.focus();
  await page.keyboard.press('Enter');
  await says(page, '2026-11-22: met, in');
  assert.equal(await history.getAttribute('aria-expanded'), 'true');
  const incoming = page.getByRole('textbox', { name: 'A code, or the text of a file' });
  await incoming.focus();
  await page.keyboard.type('hello');
  await settled(page);   // only then can it be read
  await page.getByRole('button', { name: 'Read it' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'SW-2321');
});

test('on a phone nothing is wider than the screen', async (t) => {
  const page = await open(t, question, { ...phone, before: at('2026-11-22T12:00:00') });
  await answer(page);
  await go(page, progress);
  await says(page, '1 of 60 skills begun');
  await press(page, 'Show the code');
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('axe-core finds nothing on it with history, drawn and as text, light and dark', async (t) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await open(t, question, { ...desktop, colorScheme, bypassCSP: true });
    await answer(page);
    await page.evaluate(axe);
    for (const route of [progress, `${progress}?v=1&mode=text`]) {
      await go(page, route);
      await page.getByRole('button', { name: '1 answer behind it' }).press('Enter');
      await settled(page);
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
        return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes[0].html}`);
      });
      assert.deepEqual(found, [], route);
    }
  }
});
