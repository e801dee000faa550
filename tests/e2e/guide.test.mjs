// The guide in a real browser: sections, the live part by mouse and keys, links, a pack that does not come.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, phone, settled, until } from './harness.mjs';

/** @typedef {import('./harness.mjs').Page} Page */

const chapter = '#/guide/factors/consistency';

/** @param {Page} page @param {string} part */
const addressHas = (page, part) => until(page, ([wanted]) => location.hash.includes(wanted), [part]);
/** @param {Page} page @param {string} part */
const addressLacks = (page, part) => until(page, ([wanted]) => !location.hash.includes(wanted), [part]);
/** @param {Page} page */
const answer = async (page) => (await page.getByRole('status').filter({ hasText: 'stay, in' }).first().textContent()) ?? '';

test('the navigation leads to the guide, and the guide to its chapter', async (t) => {
  const page = await open(t, '#/');
  await page.getByRole('link', { name: 'Guide', exact: true }).click();
  await page.getByRole('link', { name: 'Consistency', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Consistency' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.match(await page.title(), /^Consistency · Guide/);
  assert.equal(await page.getByRole('link', { name: 'Guide', exact: true }).getAttribute('aria-current'), 'page');
});

test('prose is real text: found, selected, with links, lists and tables', async (t) => {
  const page = await open(t, chapter);
  await page.getByRole('heading', { name: 'Common mistakes' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.ok(await page.evaluate(() => /** @type {any} */ (window).find('The overlap is not yet strong consistency')));
  assert.equal(await page.locator('.prose ol li').count(), 5);
  assert.equal(await page.locator('.prose th[scope=col]').count() >= 3, true);
  const source = page.locator('.prose').getByRole('link', { name: 'Cassandra documents the rule' });
  assert.match((await source.getAttribute('href')) ?? '', /^https:/);
  assert.equal(await source.getAttribute('rel'), 'noopener');
  await page.locator('.prose').getByRole('link', { name: 'PostgreSQL', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'PostgreSQL' }).waitFor({ state: 'attached' });
});

test('no text of the drawn parts lies on the prose', async (t) => {
  for (const options of [{}, phone]) {
    const page = await open(t, chapter, options);
    await page.getByRole('heading', { name: 'Common mistakes' }).waitFor({ state: 'attached' });
    await settled(page);
    const overlaps = await page.evaluate(() => {
      const proses = [...document.querySelectorAll('#mirror .prose')].map((element) => element.getBoundingClientRect());
      const lines = [...document.querySelectorAll('#mirror main .line')].map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }));
      return lines.filter(({ box }) => proses.some((prose) => box.left < prose.right && prose.left < box.right && box.top + 4 < prose.bottom && prose.top < box.bottom - 4)).map(({ text }) => text);
    });
    assert.deepEqual(overlaps, []);
  }
});

test('a section is reached by its link, from elsewhere and from the page, and again', async (t) => {
  const page = await open(t, `${chapter}?at=what-it-costs`);
  const heading = page.getByRole('heading', { name: 'What it costs' });
  const atTop = () => until(page, () => {
    const box = [...document.querySelectorAll('h2')].find((one) => one.textContent?.trim() === 'What it costs')?.getBoundingClientRect();
    return box && box.top > -2 && box.top < 60;
  });
  await heading.waitFor({ state: 'attached' });
  await atTop();
  await addressLacks(page, 'at=');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'What it costs');
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'What it costs' }).click();
  await atTop();
  await addressLacks(page, 'at=');
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'What it costs' }).click();
  await atTop();
});

test('the live part answers to the mouse, a link restores it, and Decide takes the values over', async (t) => {
  const page = await open(t, chapter);
  const before = await answer(page);
  await page.getByRole('radiogroup', { name: 'How fresh must a read be?' }).getByRole('radio', { name: 'Strong' }).scrollIntoViewIfNeeded();
  await settled(page);
  await page.getByRole('radio', { name: 'Strong' }).click({ force: true });
  await addressHas(page, 'consistency=strong');
  await settled(page);
  const now = await answer(page);
  assert.notEqual(now, before);
  const again = await open(t, await page.evaluate(() => location.hash));
  assert.equal(await answer(again), now);
  await page.getByRole('link', { name: /^Go on with these values/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Choose a database' }).waitFor({ state: 'attached' });
  await addressHas(page, 'money=true');
  await addressHas(page, 'consistency=strong');
});

test('the live part answers to the keyboard alone', async (t) => {
  const page = await open(t, chapter);
  const money = page.getByRole('radiogroup', { name: 'Does a wrong value cost somebody money?' }).getByRole('radio', { name: 'Yes' });
  await money.focus();
  await page.keyboard.press('ArrowRight');
  await addressHas(page, 'money=false');
  await settled(page);
  assert.match(await answer(page), /^No money is involved/);
  const rules = page.getByRole('button', { name: 'Back to the example' });
  await rules.focus();
  await page.keyboard.press('Enter');
  await addressLacks(page, 'money=false');
});

test('Decide leads to the chapter with what was answered', async (t) => {
  const page = await open(t, '#/decide?v=1&consistency=causal&writes_per_second=900');
  await page.getByRole('link', { name: 'What these words mean, in the guide' }).click();
  await page.getByRole('heading', { level: 1, name: 'Consistency' }).waitFor({ state: 'attached' });
  await settled(page);
  assert.match(await answer(page), /^Reads are causal/);
});

test('without its pack the chapter says so and tries again', async (t) => {
  let broken = true;
  const page = await open(t, chapter, {
    expectErrors: /Failed to load resource/,
    before: async (fresh) => {
      await fresh.route('**/packs/guide_factors_consistency.json', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    },
  });
  await page.getByText('SW-9008').first().waitFor({ state: 'attached' });
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click({ force: true });
  await page.getByRole('heading', { name: 'Common mistakes' }).waitFor({ state: 'attached' });
});

test('the text view holds the whole chapter with its live part', async (t) => {
  const page = await open(t, `${chapter}?v=1&mode=text`);
  await page.getByRole('heading', { name: 'Common mistakes' }).waitFor();
  await page.getByRole('radio', { name: 'Eventual' }).check();
  await addressHas(page, 'consistency=eventual');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

test('on a phone the sections fold, nothing is cut off sideways, and an embed changes no history', async (t) => {
  const page = await open(t, chapter, phone);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.getByRole('button', { name: 'On this page' }).tap({ force: true });
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Common mistakes' }).tap();
  await until(page, () => scrollY > 1000);
  const frame = await open(t, `embed.html?view=guide/factors/consistency&consistency=causal&show=consistency`);
  const entries = await frame.evaluate(() => history.length);
  await frame.getByRole('radio', { name: 'Eventual' }).click({ force: true });
  await settled(frame);
  assert.match(await answer(frame), /reads are eventual/);
  assert.equal(await frame.evaluate(() => history.length), entries);
});
