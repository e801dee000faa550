// What every browser test needs: the site on a local port, a page that fails on console errors and foreign requests.
// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} ContextOptions */

/** The folder of the site under test. */
export const dist = process.env.STOREWRIGHT_SITE ?? fileURLToPath(new URL('../../dist', import.meta.url));

// Without a GPU the page is put together by the processor at once, rather than by a GPU that the processor plays: a quarter of the work.
const flags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--font-render-hinting=none',
];

function browserPath() {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  assert.ok(found, 'No Chromium found; ./dev setup installs it.');
  return found;
}

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let browser;
/** @type {Promise<{url: string, close: () => Promise<void>}> | undefined} */
let server;

after(async () => {
  await (await browser)?.close();
  await (await server)?.close();
});

/** The site's address, ending in a slash. */
export async function siteUrl() {
  server ??= serve(dist);
  return (await server).url;
}

/** One Chromium for all tests of a file. */
export async function theBrowser() {
  browser ??= chromium.launch({ executablePath: browserPath(), args: flags });
  return browser;
}

/** @type {ContextOptions} */
export const desktop = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' };
/** @type {ContextOptions} */
export const phone = { viewport: { width: 360, height: 740 }, colorScheme: 'light', hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
/** The same with a quarter of the points to draw, for what goes through many pages. @type {ContextOptions} */
export const coarsePhone = { ...phone, deviceScaleFactor: 1 };

/**
 * A fresh visitor. The test fails when the page logs an error, throws, or asks another origin for anything.
 * @param {import('node:test').TestContext} t
 * @param {string} route for example '#/decide'
 * @param {ContextOptions & {expectErrors?: RegExp, before?: (page: Page) => Promise<void>, ready?: boolean}} [options]
 * @returns {Promise<Page>}
 */
export async function open(t, route, options = {}) {
  const { expectErrors, before, ready = true, ...contextOptions } = { ...desktop, ...options };
  const context = await (await theBrowser()).newContext(contextOptions);
  const page = await context.newPage();
  const url = await siteUrl();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectErrors?.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !address.startsWith('data:') && !address.startsWith('blob:')) problems.push(`foreign request: ${address}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, []);
  });
  if (before) await before(page);
  await page.goto(url + route);
  if (ready) await settled(page);
  return page;
}

/**
 * Waits until `test` is true in the page. Playwright's own waitForFunction needs eval, which the site's policy forbids.
 * @template A
 * @param {Page} page @param {(argument: A) => unknown} test @param {A} [argument]
 */
export async function until(page, test, argument) {
  const deadline = Date.now() + 20_000;
  while (!(await page.evaluate(/** @type {any} */ (test), argument))) {
    assert.ok(Date.now() < deadline, `waited in vain for ${test}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
  }
}

/**
 * Goes to another page in the same tab, as a link does: without loading the site again. Starts as a new visitor would, but for what a
 * page carries on, such as the form of reading.
 * @param {Page} page @param {string} route
 */
export async function visit(page, route) {
  await page.evaluate((hash) => new Promise((resolve) => {
    if (location.hash === hash) return resolve(undefined);
    addEventListener('hashchange', resolve, { once: true });   // the page has its own listener before this one
    location.hash = hash;
  }), route);
  await settled(page);
}

/** Waits until the page's own heading is there and no frame is due. @param {Page} page */
export async function settled(page) {
  await page.locator('main h1, [role=main] h1').first().waitFor({ state: 'attached' });
  await until(page, () => /** @type {any} */ (window).storewright?.idle);
}

/** Waits until the page says so somewhere. @param {Page} page @param {string} text */
export const says = (page, text) => until(page, ([part]) => document.body.textContent?.includes(part), [text]);

/** Presses a button where it is drawn, once the page has come to rest around it. @param {Page} page @param {string} name */
export async function press(page, name) {
  const button = page.getByRole('button', { name, exact: true });
  await button.scrollIntoViewIfNeeded();
  await settled(page);
  await button.click({ force: true });
  await settled(page);
}
