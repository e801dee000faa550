// What sorting a table of 225 rows costs in the browser, printed and never tested: the mirror's half with made-up rows, and
// the whole way from a press on the site's own table to the page at rest. Usage: node tests/bench/sort.mjs
// @ts-check
import { launch, median, servePages } from './browser.mjs';
import { serve } from '../serve.mjs';

const rows = 225;
const columns = 9;
const rounds = 7;

const html = `<!doctype html><html lang="en"><title>Sorting</title><link rel="stylesheet" href="style.css">
<div id="page"><div id="mirror"></div></div><div id="announcer" aria-live="polite"></div>`;

/**
 * Milliseconds to patch the mirror and lay the page out, once for each round: the order is turned round every time.
 * @param {import('playwright-core').Page} page
 */
function patchTimes(page) {
  return page.evaluate(async ([rowCount, columnCount, roundCount]) => {
    const { Mirror } = await import(new URL('mirror.js', location.href).href);
    const element = (/** @type {string} */ id) => document.getElementById(id);
    const mirror = new Mirror(element('mirror'), element('announcer'), () => {});
    const treeOf = (/** @type {boolean} */ turned) => {
      /** @type {object[]} */
      const nodes = [{ id: 't', depth: 0, role: 'table', name: 'Made up' }];
      for (let place = 0; place < rowCount; ++place) {
        const row = turned ? rowCount - 1 - place : place;
        nodes.push({ id: `t/r${row}`, depth: 1, role: 'row' });
        for (let column = 0; column < columnCount; ++column) {
          const [x, y, text] = [column * 110, 200 + place * 33, `value ${row} ${column}`];
          nodes.push({ id: `t/r${row}/c${column}`, depth: 2, role: column ? 'cell' : 'rowheader', name: text, rect: [x, y, 110, 33],
                       lines: [[text, x + 10, y + 6, 80]], size: 14, line: 21, ...(column ? {} : { href: `#/${row}` }) });
        }
      }
      return JSON.stringify({ title: 'Sorting', width: 1000, height: 8000, nodes });
    };
    const texts = [treeOf(false), treeOf(true)];
    mirror.patch(JSON.parse(texts[0]));
    const times = [];
    for (let round = 1; round <= roundCount; ++round) {
      const started = performance.now();
      mirror.patch(JSON.parse(texts[round % 2]));
      document.body.getBoundingClientRect();   // makes the browser lay it out now
      times.push(performance.now() - started);
    }
    return times;
  }, [rows, columns, rounds]);
}

/**
 * Milliseconds from a press on a header to the page at rest.
 * @param {import('playwright-core').Page} page
 */
function pressTimes(page) {
  return page.evaluate(async ([roundCount]) => {
    const button = [...document.querySelectorAll('th button')].find((one) => one.textContent?.trim() === 'Joins');
    const times = [];
    for (let round = 0; round < roundCount; ++round) {
      const before = document.querySelector('tr th[role=rowheader]')?.textContent;
      const started = performance.now();
      if (button instanceof HTMLElement) button.click();
      while (document.querySelector('tr th[role=rowheader]')?.textContent === before && performance.now() - started < 5000) {
        await new Promise((done) => requestAnimationFrame(done));
      }
      times.push(performance.now() - started);
    }
    return times;
  }, [rounds]);
}

const host = await serve('web/host');
const pages = await servePages();
const browser = await launch();
try {
  const bare = await (await browser.newContext({ bypassCSP: true })).newPage();
  await bare.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await bare.goto(`${host.url}bench.html`);
  console.log(`mirror: ${rows} rows of ${columns} cells in another order in ${median(await patchTimes(bare)).toFixed(1)} ms (median of ${rounds})`);

  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${pages.site}#/reference`, { waitUntil: 'networkidle' });
  const shown = await page.getByRole('rowheader').count();
  console.log(`site: ${shown} records in another order in ${median(await pressTimes(page)).toFixed(1)} ms (median of ${rounds}), from press to page`);
} finally {
  await browser.close();
  await pages.close();
  await host.close();
}
