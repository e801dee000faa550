// After one second without input no page asks for an animation frame: all pages in parallel, one window of ten seconds.
// Usage: node tests/bench/frames.mjs
// @ts-check
import { launch, servePages } from './browser.mjs';

const routes = ['#/', '#/decide', '#/decide?v=1&money=true&writes_per_second=900', '#/labs/ring', '#/labs/ring?v=1&add=16', '#/calculate/tco?v=1&hours=12', '#/reference', '#/reference/postgresql', '#/reference/categories', '#/reference/cheat-sheet', '#/reference/checklist', '#/reference/rules', '#/reference/rules/money-needs-transactions', '#/reference/compare?v=1&engines=postgresql,mysql', '#/reference/published', '#/reference/topics', '#/cases', '#/cases/eventflow/scale', '#/cases/dataflow/sharding', '#/practice', '#/practice/cassandra-tco', '#/practice/exam', '#/guide', '#/guide/factors/consistency', '#/tools', '#/no/such/page'];
const quietSeconds = 1;     // what a page may take after its last frame before it has to be still
const startSeconds = 30;    // a loaded machine starts several pages at once slowly, and packs arrive late; a page that never rests fails
const windowSeconds = 10;

const pages = await servePages();
const browser = await launch();
try {
  const opened = await Promise.all(
    routes.map(async (route) => {
      // A context of its own keeps each page in front, where the browser gives out frames.
      const page = await (await browser.newContext()).newPage();
      await page.addInitScript(() => {
        const given = window.requestAnimationFrame.bind(window);
        Object.assign(window, { frameRequests: 0 });
        window.requestAnimationFrame = (callback) => {
          /** @type {any} */ (window).frameRequests += 1;
          return given(callback);
        };
      });
      await page.goto(`${pages.site}${route}`, { waitUntil: 'networkidle' });
      return { route, page };
    }),
  );
  const counts = () => Promise.all(opened.map(({ page }) => page.evaluate(() => /** @type {any} */ (window).frameRequests)));
  const wait = (/** @type {number} */ seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  let before = await counts();
  for (let waited = 0; waited < startSeconds; waited += quietSeconds) {
    await wait(quietSeconds);
    const now = await counts();
    const rested = now.every((count, i) => count > 0 && count === before[i]);
    before = now;
    if (rested) break;
  }
  await wait(windowSeconds);
  const after = await counts();

  let failed = 0;
  for (const [i, { route }] of opened.entries()) {
    const idle = after[i] - before[i];
    // A page that never drew would be quiet as well.
    const holds = idle === 0 && before[i] > 0;
    if (!holds) failed += 1;
    console.log(`${route.padEnd(16)} ${before[i]} frames to start, ${idle} in ${windowSeconds} idle seconds${holds ? '' : ': FAILED'}`);
  }
  console.log(`${opened.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  await browser.close();
  await pages.close();
}
