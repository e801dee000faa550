// Times, printed as ratios and never tested: the first frame of #/decide against the minimal page in the same run, and
// calls of `recommend` a second, natively and as WebAssembly under Node. Usage: node tests/bench/bench.mjs
// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch, median, servePages } from './browser.mjs';

const loads = 9;
const seconds = 3;

/**
 * Milliseconds from the start of the navigation to the end of the first frame that draws, and of the last of its burst.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 */
async function firstFrame(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const times = { first: 0, last: 0 };
    Object.assign(window, { drawTimes: times });
    const draw = WebGL2RenderingContext.prototype.drawElements;
    /** @type {typeof draw} */
    WebGL2RenderingContext.prototype.drawElements = function (mode, count, type, offset) {
      draw.call(this, mode, count, type, offset);
      // The frame is complete once its task is.
      queueMicrotask(() => {
        times.last = performance.now();
        times.first ||= times.last;
      });
    };
  });
  await page.goto(address);
  await page.waitForFunction(() => /** @type {any} */ (window).drawTimes.first > 0);
  await page.waitForTimeout(600);
  const times = await page.evaluate(() => /** @type {any} */ (window).drawTimes);
  await context.close();
  return times;
}

async function compareFrames() {
  const pages = await servePages();
  const browser = await launch();
  const addresses = { minimal: pages.minimal, decide: `${pages.site}#/decide` };
  /** @type {Record<string, {first: number[], last: number[]}>} */
  const times = { minimal: { first: [], last: [] }, decide: { first: [], last: [] } };
  try {
    for (let load = 0; load < loads; ++load) {
      for (const [name, address] of Object.entries(addresses)) {
        const { first, last } = await firstFrame(browser, address);
        // The first load of each warms the machine up.
        if (load === 0) continue;
        times[name].first.push(first);
        times[name].last.push(last);
      }
    }
  } finally {
    await browser.close();
    await pages.close();
  }
  for (const [which, words] of /** @type {const} */ ([['first', 'first frame'], ['last', 'last frame of the start']])) {
    const minimal = median(times.minimal[which]);
    const decide = median(times.decide[which]);
    console.log(`${words}: minimal ${minimal.toFixed(0)} ms, #/decide ${decide.toFixed(0)} ms, ratio ${(decide / minimal).toFixed(2)}`);
  }
}

/** @returns {Promise<number>} calls a second */
async function recommendationsUnderNode() {
  const { load } = await import(pathToFileURL('web/host/core.js').href);
  const core = await load(readFileSync('build/web/core.wasm'));
  /** @type {string[]} */
  const profiles = JSON.parse(readFileSync('tests/bench/profiles.json', 'utf8')).map((/** @type {any} */ p) => JSON.stringify(p));
  const run = (/** @type {number} */ wanted) => {
    const started = performance.now();
    let calls = 0;
    let elapsed = 0;
    while (elapsed < wanted * 1000) {
      for (const profile of profiles) {
        const reply = core.callText('recommend', profile);
        if (reply.startsWith('{"error"')) throw new Error(reply);
        calls += 1;
      }
      elapsed = performance.now() - started;
    }
    return calls / (elapsed / 1000);
  };
  run(0.5);
  return run(seconds);
}

await compareFrames();
const native = Number(execFileSync('build/native/storewright-bench', ['tests/bench/profiles.json', String(seconds)]));
const node = await recommendationsUnderNode();
console.log(`recommend: ${native.toFixed(0)} a second native, ${node.toFixed(0)} as WebAssembly under Node, ratio ${(native / node).toFixed(2)}`);
