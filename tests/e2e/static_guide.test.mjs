// The guide without scripts: it reads, its links work, it fits a phone, and it says what the live page says.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desktop, open, phone, settled } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['guide/', 'guide/factors/consistency/'];
const bare = { javaScriptEnabled: false, ready: false };

for (const [form, options] of /** @type {const} */ ([
  ['desktop light', desktop], ['desktop dark', { ...desktop, colorScheme: 'dark' }], ['phone light', phone], ['phone dark', { ...phone, colorScheme: 'dark' }],
])) {
  test(`axe-core finds nothing, and nothing is cut off sideways: ${form}`, async (t) => {
    for (const path of pages) {
      // The page has no script; the checker needs one, which the page's policy would refuse.
      const page = await open(t, path, { ...options, ready: false, bypassCSP: true });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, path);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const result = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
        return result.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => n.html).join(' ~ ')}`);
      });
      assert.deepEqual(found, [], path);
    }
  });
}

test('without scripts the list leads to the chapter, its sections and its sources', async (t) => {
  const page = await open(t, 'guide/', { ...bare });
  await page.getByRole('link', { name: 'Consistency', exact: true }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Consistency');
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'What it costs' }).click();
  assert.match(page.url(), /#what-it-costs$/);
  const box = await page.getByRole('heading', { name: 'What it costs' }).boundingBox();
  // The browser scrolls by whole pixels, and the heading may begin within one.
  assert.ok(box && box.y > -1 && box.y < 100, String(box?.y));
  assert.equal(await page.getByRole('img').count() >= 2, true);
  await page.getByText('The numbers as a table').first().click();
  await page.getByRole('cell', { name: 'own comment missing' }).first().waitFor();
  assert.ok(await page.getByRole('link', { name: 'Consistency models' }).count() > 0);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Guide' }).click();
  assert.match(page.url(), /\/guide\/$/);
});

test('the first page tells a visitor without scripts where to read', async (t) => {
  const page = await open(t, '', { ...bare });
  await page.getByRole('link', { name: 'guide', exact: true }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Guide');
});

test('the example leads to the live page', async (t) => {
  const page = await open(t, 'guide/factors/consistency/', { ready: false });
  await page.getByRole('link', { name: 'Try it with your own values' }).click();
  await page.getByRole('heading', { name: 'Try it on your data' }).waitFor({ state: 'attached' });
  await settled(page);
});

test('still and live page say the same, word for word', async (t) => {
  const words = (/** @type {string[]} */ texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  const live = await open(t, '#/guide/factors/consistency');
  await live.getByRole('heading', { name: 'Common mistakes' }).waitFor({ state: 'attached' });
  const shown = words(await live.locator('.prose :is(p, li, blockquote, th, td)').allTextContents());
  const still = await open(t, 'guide/factors/consistency/', { ready: false });
  const all = new Set(words(await still.locator('main :is(p, li, blockquote, th, td)').allTextContents()));
  assert.ok(shown.length > 60, String(shown.length));
  assert.deepEqual(shown.filter((text) => !all.has(text)), []);
  // Links, too: the same words are links on both.
  const linked = words(await live.locator('.prose a').allTextContents());
  const stillLinked = new Set(words(await still.locator('main a').allTextContents()));
  assert.deepEqual(linked.filter((text) => !stillLinked.has(text)), []);
});
