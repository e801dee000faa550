// Bytes of the first load of #/decide, every file that Chromium really asks for, against the minimal page.
// Fails above the budget. Usage: node tests/bench/size.mjs
// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { launch, servePages, sizeBudget, sizesOf } from './browser.mjs';

/**
 * @typedef {{name: string, raw: number, gzip: number, brotli: number}} Row
 */

/** A page that has asked for nothing this long, in milliseconds, has loaded. */
const quiet = 2000;

/**
 * Loads a page and returns what it asked for until it was quiet. Only the names come from the browser: a body read from
 * it is lost when its page closes first, so the bodies are asked of the server again.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @returns {Promise<Row[]>}
 */
async function filesOf(browser, address) {
  const page = await browser.newPage();
  /** A preloaded file may be reported twice; it is loaded once. @type {Set<string>} */
  const asked = new Set();
  let last = Date.now();
  page.on('request', (request) => {
    asked.add(request.url());
    last = Date.now();
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  while (Date.now() - last < quiet) await page.waitForTimeout(100);
  await page.close();
  return Promise.all([...asked].map(async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    const name = decodeURIComponent(new URL(url).pathname.slice(1)) || 'index.html';
    return { name, ...sizesOf(Buffer.from(await response.arrayBuffer())) };
  }));
}

/**
 * @param {string} title
 * @param {Row[]} rows
 * @returns {Row} the sum
 */
function table(title, rows) {
  const sum = { name: 'sum', raw: 0, gzip: 0, brotli: 0 };
  const line = (/** @type {Row} */ row) =>
    console.log(row.name.padEnd(40) + [row.raw, row.gzip, row.brotli].map((n) => String(n).padStart(10)).join(''));
  console.log(title.padEnd(40) + ['raw', 'gzip -9', 'brotli 11'].map((word) => word.padStart(10)).join(''));
  for (const row of [...rows].sort((a, b) => b.brotli - a.brotli)) {
    line(row);
    sum.raw += row.raw;
    sum.gzip += row.gzip;
    sum.brotli += row.brotli;
  }
  line(sum);
  console.log();
  return sum;
}

/**
 * What the site has besides, by the largest: nobody loads it before opening what needs it.
 * @param {Row[]} first
 */
function laterFiles(first) {
  const loaded = new Set(first.map((row) => row.name));
  return readdirSync('dist', { recursive: true }).map(String)
    .filter((name) => /pages\.wasm$|packs\/.*\.json$/.test(name) && !loaded.has(name))
    .map((name) => ({ name, ...sizesOf(readFileSync(`dist/${name}`)) }));
}

const pages = await servePages();
const browser = await launch();
try {
  const first = await filesOf(browser, `${pages.site}#/decide`);
  const site = table('first load of #/decide, bytes', first);
  table('loaded when first needed, bytes', laterFiles(first));
  const minimal = table('minimal page, bytes', await filesOf(browser, pages.minimal));
  const ratio = site.brotli / minimal.brotli;
  const holds = ratio <= sizeBudget;
  console.log(`gzip: ${(site.gzip / minimal.gzip).toFixed(2)} times the minimal page`);
  console.log(`brotli: ${ratio.toFixed(2)} times the minimal page, at most ${sizeBudget} allowed`);
  console.log(holds ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = holds ? 0 : 1;
} finally {
  await browser.close();
  await pages.close();
}
