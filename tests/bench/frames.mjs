// After one second without input no page asks for an animation frame: all pages in parallel, one window of ten seconds.
// Usage: node tests/bench/frames.mjs
// @ts-check
import { launch, servePages } from './browser.mjs';

const routes = ['#/', '#/decide', '#/decide?v=1&money=true&writes_per_second=900', '#/labs/ring', '#/labs/ring?v=1&add=16', '#/cases', '#/cases/dataflow/sharding', '#/tools', '#/no/such/page'];
const settleSeconds = 4;  // a loaded machine starts several pages at once slowly; then one second of quiet must follow
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
  await new Promise((done) => setTimeout(done, settleSeconds * 1000));
  const before = await counts();
  await new Promise((done) => setTimeout(done, windowSeconds * 1000));
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
