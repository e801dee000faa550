// Pages inside pages of other sites: plain HTML, and a real VitePress site (built by ./dev test hosts).
// @ts-check
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { desktop, open, siteUrl, theBrowser, until } from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const plain = fileURLToPath(new URL('../hosts/', import.meta.url));
const vitepress = fileURLToPath(new URL('../../build/hosts/vitepress/', import.meta.url));
const built = existsSync(join(vitepress, 'index.html'));

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.woff2': 'font/woff2' };
/** @type {import('node:http').Server[]} */
const servers = [];
after(() => servers.forEach((server) => { server.close(); server.closeAllConnections(); }));

/**
 * Another site: a folder on a port of its own, in which the example address of Storewright is the real one.
 * @param {string} folder
 */
async function hostSite(folder) {
  const site = await siteUrl();
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = types[extname(file)] ?? 'application/octet-stream';
    const content = readFileSync(file);
    const isText = /html|javascript/.test(type);
    response.writeHead(200, { 'content-type': type }).end(isText ? content.toString().replaceAll('https://storewright.example/', site) : content);
    return response;
  });
  servers.push(server);
  await new Promise((done) => { server.listen(0, 'localhost', () => done(undefined)); });
  return `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string} address
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function visit(t, address, options = {}) {
  const context = await (await theBrowser()).newContext({ ...desktop, ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/.test(message.location().url)) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, []);
  });
  await page.goto(address);
  return page;
}

/** The frame of an embed once it has come to rest. @param {Page} page @param {string} title */
async function frameOf(page, title) {
  const element = page.locator(`iframe[title="${title}"]`);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle())?.contentFrame();
  assert.ok(frame);
  await frame.locator('main h1').waitFor({ state: 'attached' });
  await quiet(frame);
  return frame;
}

/** @param {Frame} frame */
async function quiet(frame) {
  await until(/** @type {any} */ (frame), () => /** @type {any} */ (window).storewright?.idle);
}

/** @param {Page} page @param {string} title */
const heightOf = (page, title) => page.evaluate((name) => {
  for (const each of document.querySelectorAll('storewright-embed')) {
    const frame = each.shadowRoot?.querySelector('iframe');
    if (frame?.title === name) return frame.clientHeight;
  }
  return 0;
}, title);

/** The frame has the height of what is in it. @param {Page} page @param {Frame} frame @param {string} title */
async function fits(page, frame, title) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const inside = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const outside = await heightOf(page, title);
    if (inside === outside && inside > 100) return outside;
    assert.ok(Date.now() < deadline, `the content is ${inside} high, its frame ${outside}`);
    await new Promise((resolve) => { setTimeout(resolve, 60); });
  }
}

/** @param {Frame} frame */
const isDark = (frame) => frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme === 'dark');

/** @param {Frame} frame @param {boolean} dark */
async function turns(frame, dark) {
  await until(/** @type {any} */ (frame), (wanted) => (getComputedStyle(document.documentElement).colorScheme === 'dark') === wanted, dark);
}

test('in plain HTML the frame is as high as its page, also when something opens and closes in it', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`);
  const frame = await frameOf(page, 'Shard ring');
  const before = await fits(page, frame, 'Shard ring');
  const numbers = frame.getByRole('button', { name: 'The numbers as a table' }).first();
  await numbers.click({ force: true });
  await until(page, ([was]) => Number(document.querySelector('storewright-embed')?.shadowRoot?.querySelector('iframe')?.clientHeight) > was + 100, [before]);
  await fits(page, frame, 'Shard ring');
  await numbers.click({ force: true });
  await until(page, ([was]) => document.querySelector('storewright-embed')?.shadowRoot?.querySelector('iframe')?.clientHeight === was, [before]);
});

test('presses inside never touch the history or the address of the host', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`);
  const frame = await frameOf(page, 'Shard ring');
  const before = await page.evaluate(() => [history.length, location.href]);
  const inside = frame.url();
  for (let i = 0; i < 3; ++i) {
    await frame.getByRole('button', { name: 'Add a shard' }).click({ force: true });
    await quiet(frame);
  }
  const slider = frame.getByRole('slider', { name: 'Shards to start with' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await quiet(frame);
  assert.equal(await slider.inputValue(), '9');
  await page.evaluate(() => document.querySelector('storewright-embed')?.setAttribute('shards', '4'));
  const renewed = await frameOf(page, 'Shard ring');
  assert.equal(await renewed.getByRole('slider', { name: 'Shards to start with' }).inputValue(), '4');
  assert.deepEqual(await page.evaluate(() => [history.length, location.href]), before);
  assert.equal(await renewed.evaluate(() => location.hash), '');
  assert.match(inside, /view=labs\/ring&shards=8&lock=vnodes&show=shards,vnodes,add/);
});

test('several embeds on one page keep apart: heights, fields, locks', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`);
  const ring = await frameOf(page, 'Shard ring');
  const choose = await frameOf(page, 'Choose a database');
  assert.equal(await choose.getByRole('textbox', { name: 'Writes' }).isDisabled(), true);
  assert.equal(await choose.getByRole('textbox', { name: 'Writes' }).inputValue(), '900');
  assert.equal(await choose.getByRole('textbox', { name: 'Reads' }).count(), 0);
  assert.equal(await ring.getByRole('slider', { name: 'Company ids to place' }).count(), 0);
  assert.equal(await ring.getByRole('radio', { name: '150' }).isDisabled(), true);
  const height = await fits(page, ring, 'Shard ring');
  await choose.getByRole('radio', { name: 'Yes' }).first().click({ force: true });
  await quiet(choose);
  await fits(page, choose, 'Choose a database');
  assert.equal(await heightOf(page, 'Shard ring'), height);
  assert.notEqual(await heightOf(page, 'Choose a database'), height);
});

test('one question with one seed: its numbers stay, its solution opens after an attempt, its link opens the same', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}question.html`);
  const frame = await frameOf(page, 'The cache');
  const text = async () => (await frame.locator('main').textContent()) ?? '';
  await frame.getByRole('button', { name: 'Check all' }).waitFor({ state: 'attached' });
  assert.match(await text(), /set 5; no price list/);
  assert.equal(await frame.getByRole('button', { name: 'New numbers' }).count(), 0);
  assert.equal(await frame.getByRole('button', { name: 'Show the solution' }).count(), 0);
  await fits(page, frame, 'The cache');
  await frame.getByRole('textbox', { name: /^1\. / }).fill('1');
  await frame.getByRole('button', { name: 'Check all' }).click({ force: true });
  await quiet(frame);
  assert.equal(await frame.getByRole('button', { name: 'Show the solution' }).count(), 1);
  const href = await frame.getByRole('link', { name: 'Storewright, open in full' }).getAttribute('href');
  assert.match(href ?? '', /#\/practice\/hit-rate\?v=1.*seed=5/);
});

test('what an embed asks for in vain is named inside of it, and the page is there', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`);
  const frame = await frameOf(page, 'With mistakes');
  const text = (await frame.locator('main').textContent()) ?? '';
  for (const words of ['SW-2601', 'Did you mean "shards"?', 'Did you mean "vnodes"?', 'SW-2602']) assert.ok(text.includes(words), words);
  assert.equal(await frame.getByRole('heading', { name: 'Shard ring', level: 1 }).count(), 1);
});

test('the colours follow the host when it changes its own, by what can be seen of it', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`, { colorScheme: 'dark' });
  const frame = await frameOf(page, 'Shard ring');
  assert.equal(await isDark(frame), false);   // a white page, whatever the reader prefers
  await page.locator('#night').click();
  await turns(frame, true);
  await page.locator('#night').click();
  await turns(frame, false);
  await page.evaluate(() => document.querySelector('storewright-embed')?.setAttribute('theme', 'dark'));
  await turns(frame, true);
});

test('Tab comes in at one end and leaves at the other; the wheel scrolls the host', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`);
  const frame = await frameOf(page, 'Shard ring');
  await fits(page, frame, 'Shard ring');
  await page.locator('#night').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'storewright-embed');
  const left = () => page.evaluate(() => document.activeElement?.id === 'between');
  let steps = 0;
  for (; steps < 60 && !(await left()); ++steps) await page.keyboard.press('Tab');
  assert.ok(steps > 3 && steps < 60, `left after ${steps} steps`);
  await page.keyboard.press('Shift+Tab');
  for (steps = 0; steps < 60 && (await page.evaluate(() => document.activeElement?.id)) !== 'night'; ++steps) await page.keyboard.press('Shift+Tab');
  assert.ok(steps < 60, 'Shift+Tab leaves at the top');

  await page.evaluate(() => scrollTo(0, 0));
  const box = await page.locator('iframe[title="Shard ring"]').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 80);
  await page.mouse.wheel(0, 300);
  await until(page, () => scrollY > 200);
});

test('an embed alone: its link opens the same values in the whole site, in a tab of its own', async (t) => {
  const page = await open(t, 'embed.html?view=labs/ring&shards=8&theme=dark');
  assert.equal(await page.getByRole('navigation').count(), 0);
  const link = page.getByRole('link', { name: 'Storewright, open in full' });
  const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  await tab.getByRole('slider', { name: 'Shards to start with' }).waitFor({ state: 'attached' });
  assert.equal(await tab.getByRole('slider', { name: 'Shards to start with' }).inputValue(), '8');
  assert.equal(await tab.evaluate(() => opener), null);
  assert.equal(new URL(page.url()).hash, '');
});

test('as plain text an embed has its height and its fields too', async (t) => {
  const page = await open(t, 'embed.html?view=labs/ring&shards=8&mode=text&show=shards');
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('text-view')));
  assert.equal(await page.getByRole('slider').count(), 2);   // the field, and the one of the table on slow shards
  await page.getByRole('button', { name: 'Add a shard' }).waitFor({ state: 'detached' });
});

test('without JavaScript a reader finds the link to the whole page', async (t) => {
  const page = await visit(t, `${await hostSite(plain)}plain.html`, { javaScriptEnabled: false });
  assert.match((await page.getByRole('link', { name: 'The shard ring, in Storewright' }).getAttribute('href')) ?? '', /#\/labs\/ring\?v=1&shards=8$/);
});

test('in VitePress it follows the switch of the site, and leaves its history and navigation alone', { skip: !built && 'run ./dev test hosts' }, async (t) => {
  const page = await visit(t, await hostSite(vitepress));
  const frame = await frameOf(page, 'Shard ring');
  await fits(page, frame, 'Shard ring');
  assert.equal(await isDark(frame), false);
  const toggle = page.locator('.VPSwitchAppearance:visible').first();
  await toggle.click();
  await turns(frame, true);
  await toggle.click();
  await turns(frame, false);
  const before = await page.evaluate(() => history.length);
  await frame.getByRole('button', { name: 'Add a shard' }).click({ force: true });
  await quiet(frame);
  const numbers = frame.getByRole('button', { name: 'The numbers as a table' }).first();
  await numbers.click({ force: true });
  await fits(page, frame, 'Shard ring');
  assert.equal(await page.evaluate(() => history.length), before);
  await page.locator('.VPSidebar').getByRole('link', { name: 'Another page' }).click();
  await page.getByRole('heading', { name: 'Another page', level: 1 }).waitFor();
  await page.goBack();
  await fits(page, await frameOf(page, 'Shard ring'), 'Shard ring');
});
