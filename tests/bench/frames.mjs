// After one second without input no page asks for an animation frame in the ten seconds that follow.
// Usage: node tests/bench/frames.mjs
// @ts-check
import { startingRoutes } from '../routes.mjs';
import { launch, servePages } from './browser.mjs';

const quietSeconds = 1;     // what a page may take after its last frame before it has to be still
const startSeconds = 30;    // a loaded machine starts several pages at once slowly, and packs arrive late; a page that never rests fails
const windowSeconds = 10;
const atOnce = 12;          // waiting costs nothing, starting does

/** @param {number} seconds */
const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

const pages = await servePages();
const browser = await launch();

/**
 * How many frames a page asked for until it rested, and how many in the window after that.
 * @param {string} route
 */
async function framesOf(route) {
  // A context of its own keeps each page in front, where the browser gives out frames.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const given = window.requestAnimationFrame.bind(window);
    Object.assign(window, { frameRequests: 0 });
    window.requestAnimationFrame = (callback) => {
      /** @type {any} */ (window).frameRequests += 1;
      return given(callback);
    };
  });
  await page.goto(`${pages.site}${route}`, { waitUntil: 'networkidle' });
  const count = () => page.evaluate(() => /** @type {number} */ (/** @type {any} */ (window).frameRequests));
  // What is still on its way will be drawn when it comes.
  const waits = () => page.evaluate(() => !(/** @type {any} */ (window).storewright?.idle));
  let started = await count();
  for (let waited = 0; waited < startSeconds; waited += quietSeconds) {
    await wait(quietSeconds);
    const now = await count();
    const rested = now > 0 && now === started && !(await waits());
    started = now;
    if (rested) break;
  }
  await wait(windowSeconds);
  const idle = (await count()) - started;
  await context.close();
  return { started, idle };
}

let passed = 0, failed = 0;
const waiting = [...startingRoutes];

async function work() {
  for (let route = waiting.shift(); route !== undefined; route = waiting.shift()) {
    const { started, idle } = await framesOf(route);
    // A page that never drew would be quiet as well.
    const holds = idle === 0 && started > 0;
    holds ? ++passed : ++failed;
    console.log(`${route.padEnd(34)} ${started} frames to start, ${idle} in ${windowSeconds} idle seconds${holds ? '' : ': FAILED'}`);
  }
}

try {
  await Promise.all(Array.from({ length: atOnce }, work));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  await browser.close();
  await pages.close();
}
