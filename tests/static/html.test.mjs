// The pages that need no script are valid HTML, and every file and anchor that they link to is there.
// @ts-check
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';

const dist = process.env.STOREWRIGHT_SITE ?? fileURLToPath(new URL('../../dist', import.meta.url));
const guide = join(dist, 'guide');

/** @param {string} folder @returns {string[]} */
const pagesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? pagesBelow(join(folder, entry.name)) : [join(folder, entry.name)]);

const pages = pagesBelow(guide).filter((path) => path.endsWith('.html'));
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'no-inline-style': 'error', 'long-title': 'error' },
});

test('the guide has its list and at least one chapter', () => {
  assert.ok(pages.includes(join(guide, 'index.html')));
  assert.ok(pages.length >= 2, String(pages));
});

for (const path of pages) {
  const name = relative(dist, path);
  const html = readFileSync(path, 'utf8');

  test(`${name} is valid HTML`, async () => {
    const report = await validator.validateString(html, path);
    const messages = report.results.flatMap((result) => result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
    assert.deepEqual(messages, []);
  });

  test(`${name} has one h1, a description, its language, and no script or style of its own`, () => {
    assert.equal(html.match(/<h1[ >]/g)?.length, 1);
    assert.match(html, /<meta name="description" content="[^"]{20,}">/);
    assert.match(html, /<html lang="en">/);
    assert.doesNotMatch(html, /<script|<style|\son\w+=|@HASH@|@CANONICAL/);
  });

  test(`${name} links relatively, to files and anchors that are there`, () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^https:/.test(address)) continue;
      assert.doesNotMatch(address, /^\/|^\w+:/, address);
      const [file, anchor] = address.split('#');
      if (file === '') {
        assert.ok(ids.has(anchor), `no anchor ${address}`);
        continue;
      }
      const target = resolve(dirname(path), file);
      assert.ok(target === dist || target.startsWith(dist), `${address} leaves the site`);
      const page = existsSync(target) && statSync(target).isDirectory() ? join(target, 'index.html') : target;
      assert.ok(existsSync(page), `${address} leads nowhere`);
      if (anchor && !anchor.startsWith('/')) assert.ok(readFileSync(page, 'utf8').includes(` id="${anchor}"`), `no anchor ${address}`);
    }
  });
}

test('no page that a search engine reads holds the solution of a practice question', () => {
  const content = fileURLToPath(new URL('../../content/', import.meta.url));
  /** @type {[string, string][]} */
  const secrets = [];
  for (const file of readdirSync(join(content, 'questions'))) {
    const question = JSON.parse(readFileSync(join(content, 'questions', file), 'utf8'));
    const answers = [question.model, ...(question.alternatives ?? [])].flatMap((one) => (one ? [one.text, ...Object.values(one.fields ?? {})] : []));
    // A text with {names} of numbers is cut at the first; what is left must be long enough to be nobody else's words.
    for (const text of [...question.solution, ...(question.corrections ?? []), ...answers])
      for (const part of String(text ?? '').split(/\{\w+\}/)) if (part.length > 40) secrets.push([question.id, part.trim()]);
  }
  for (const file of readdirSync(join(content, 'audit')))
    for (const claim of JSON.parse(readFileSync(join(content, 'audit', file), 'utf8')).items)
      if (claim.question) for (const text of [claim.recomputed, claim.what_to_do]) for (const part of text.split(/\{\w+\}/)) if (part.length > 30) secrets.push([claim.question, part.trim()]);
  assert.ok(secrets.length > 150, `${secrets.length} passages`);
  const plain = (/** @type {string} */ html) => html.replace(/<[^>]*>/g, '').replace(/&#39;|&apos;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
  for (const path of pagesBelow(dist).filter((each) => each.endsWith('.html'))) {
    const text = plain(readFileSync(path, 'utf8'));
    for (const [question, passage] of secrets) assert.ok(!text.includes(passage), `${relative(dist, path)} tells of ${question}: ${passage}`);
  }
});
