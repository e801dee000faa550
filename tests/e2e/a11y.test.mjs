// What helps every reader: axe-core on each page in each form, selectable texts, find in page, zoom, contrast modes.
// @ts-check
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { routes } from '../routes.mjs';
import { coarsePhone, desktop, open, settled, until, visit } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('./harness.mjs').Page} page @param {string[]} rules axe-core's, or none for all of them */
async function violations(page, rules) {
  return page.evaluate(async (runOnly) => {
    const options = { resultTypes: ['violations'], ...(runOnly.length > 0 && { runOnly }) };
    const found = await /** @type {any} */ (window).axe.run(document, options);
    return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.slice(0, 3).map((/** @type {any} */ n) => n.html).join(' ~ ')}`);
  }, rules);
}

/** @param {string} route */
const asText = (route) => route + (route.includes('?') ? '&' : '?v=1&') + 'mode=text';

// One tab for all pages of a form: loading the site anew for each of them would take most of the time of all tests.
// In the dark only the colours are others. The text view shows all of them; the overlay's letters are clear and its prose is the same.
for (const [form, options] of /** @type {const} */ ([['desktop', desktop], ['phone', coarsePhone]]))
  for (const [reading, address] of /** @type {const} */ ([['overlay', (/** @type {string} */ route) => route], ['text', asText]]))
    test(`axe-core finds nothing, as ${reading}: ${form}`, async (t) => {
      const page = await open(t, address(routes[0]), { ...options, bypassCSP: true });
      await page.evaluate(axe);
      const headings = new Set();
      for (const route of routes) {
        await visit(page, address(route));
        headings.add(await page.locator('main h1, [role=main] h1').first().textContent());
        assert.deepEqual(await violations(page, []), [], `${route}, light`);
        if (reading === 'overlay') continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        await until(page, () => matchMedia('(prefers-color-scheme: dark)').matches);
        await settled(page);
        assert.deepEqual(await violations(page, ['color-contrast']), [], `${route}, dark`);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      assert.ok(headings.size >= 30, `only ${headings.size} pages were there: ${[...headings]}`);
    });

test('a sentence can be selected with the mouse, copied and pasted as one line of text', async (t) => {
  const page = await open(t, '#/decide');
  const sentence = page.getByText('Say what you are building. You get one answer, the reasons for it, and what would change it.');
  const box = await sentence.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 1, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 8, { steps: 5 });
  await page.mouse.up();
  const selected = await page.evaluate(() => String(getSelection()));
  assert.match(selected.replace(/\s+/g, ' '), /Say what you are building\. You get one answer, the reasons for it, and what would change it/);
  await page.keyboard.press('Control+C');
  await page.getByRole('button', { name: 'More about your workload' }).click({ force: true });
  const field = page.getByRole('textbox', { name: 'What are you building?' });
  await field.focus();
  await page.keyboard.press('Control+V');
  assert.match(await field.inputValue(), /^Say what you are building\. You get one answer, the reasons for it, and what would change it/);
});

test('find in page finds what the canvas draws', async (t) => {
  const page = await open(t, '#/labs/ring');
  assert.ok(await page.evaluate(() => /** @type {any} */ (window).find('Which shards does a query ask')));
});

test('at 200 % zoom nothing is cut off sideways and the page still answers', async (t) => {
  const page = await open(t, '#/decide', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.getByRole('button', { name: /examples that answer at once/ }).click({ force: true });
  await page.getByRole('radio', { name: 'Recipe app' }).click({ force: true });
  await page.getByText(/Use PostgreSQL/).first().waitFor({ state: 'attached' });
});

test('reduced motion and forced colours are honoured', async (t) => {
  const page = await open(t, '#/decide', { reducedMotion: 'reduce', forcedColors: 'active' });
  await page.getByRole('radio', { name: 'Recipe app' }).click({ force: true });
  await page.getByText(/Use PostgreSQL/).first().waitFor({ state: 'attached' });
});

test('the letters of the overlay are as wide as the drawn ones, and every control has a name and a place inside the page', async (t) => {
  const page = await open(t, routes[0]);
  for (const route of routes) {
    await visit(page, route);
    const { lines, worst, where } = await page.evaluate(() => {
      const found = { lines: 0, worst: 0, where: '' };
      for (const span of document.querySelectorAll('#mirror .line')) {
        // A line that goes on has the space after it inside.
        const text = span.textContent ?? '';
        const drawn = Number(/** @type {HTMLElement} */ (span).dataset.drawn);
        if (!drawn || text !== text.trimEnd()) continue;
        ++found.lines;
        const off = Math.abs(span.getBoundingClientRect().width - drawn);
        if (off > found.worst) Object.assign(found, { worst: off, where: text });
      }
      return found;
    });
    assert.ok(lines >= 8, `${route}: only ${lines} lines`);
    assert.ok(worst < 0.1, `${route}: "${where}" is ${worst} px off`);
    const lost = await page.evaluate(() => {
      const bad = [];
      for (const element of document.querySelectorAll('#mirror button, #mirror a, #mirror input, #mirror textarea')) {
        const box = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') || element.textContent || /** @type {HTMLInputElement} */ (element).labels?.[0]?.textContent;
        if (!name || box.width < 8 || box.height < 8 || box.left < 0 || box.right > innerWidth + 1) bad.push(element.outerHTML.slice(0, 120));
      }
      return bad;
    });
    assert.deepEqual(lost, [], route);
  }
});

test('a control that a key leaves without work, or removes, does not take the focus with it', async (t) => {
  const page = await open(t, '#/labs/ring');
  const here = () => page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.textContent, document.activeElement?.getAttribute('aria-disabled')].join(' '));
  await page.getByRole('button', { name: 'Add a shard' }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  for (const _ of ['undone', 'nothing left to undo']) {
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await here(), 'BUTTON Undo true');
  }
  await page.keyboard.press('Tab');
  assert.equal(await undo.isDisabled() && await undo.getAttribute('aria-disabled'), null);
  assert.match(await here(), /^BUTTON /);

  await visit(page, '#/decide?v=9&money=perhaps');   // what is wrong with the link is said above the title, and dismissed
  await page.getByRole('button', { name: 'Dismiss' }).focus();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(await here(), /^H1 /);
});

test('a drawn button answers up to its edges in the mirror and not beyond', async (t) => {
  const page = await open(t, '#/labs/ring');
  const button = page.getByRole('button', { name: 'Remove a shard' });
  const box = await button.boundingBox();
  assert.ok(box);
  // Said by the page in the same frame as the press, so no waiting for the address.
  const removed = () => page.evaluate(() => /keys move/.test(document.querySelector('#mirror [role=status]')?.textContent ?? ''));
  const undo = page.getByRole('button', { name: 'Undo' });
  const presses = [
    { x: box.x + 1, y: box.y + 1, hits: true },
    { x: box.x + box.width - 1, y: box.y + box.height - 1, hits: true },
    { x: box.x - 2, y: box.y + 10, hits: false },
    { x: box.x + 10, y: box.y - 2, hits: false },
  ];
  for (const { x, y, hits } of presses) {
    await page.mouse.click(x, y);
    await settled(page);
    assert.equal(await removed(), hits, `at ${x},${y} of ${JSON.stringify(box)}`);
    if (!hits) continue;
    await undo.click({ force: true });
    await settled(page);
    assert.equal(await removed(), false);
  }
});
