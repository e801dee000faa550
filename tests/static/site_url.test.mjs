// Canonical links and the sitemap come with the address of the site, and only then.
// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The site put together in a folder of its own.
 * @param {import('node:test').TestContext} t
 * @param {string[]} more arguments
 */
function assembled(t, more) {
  const out = mkdtempSync(join(tmpdir(), 'storewright-site-'));
  t.after(() => rmSync(out, { recursive: true }));
  const run = spawnSync(process.execPath, [
    'web/site/assemble.mjs', '--shell', 'shell.html', '--host', 'web/host', '--embed', 'web/embed', '--build', 'build/web',
    '--modules', existsSync('build/web/modules') ? 'build/web/modules' : 'build/web',
    '--packs', 'build/native/packs', '--out', out, ...more,
  ], { cwd: root, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return out;
}

const chapter = 'guide/factors/consistency/index.html';

test('with an address, pages name it and the sitemap lists them', (t) => {
  const out = assembled(t, ['--site-url', 'https://example.org/docs']);
  assert.match(readFileSync(join(out, chapter), 'utf8'), /<link rel="canonical" href="https:\/\/example\.org\/docs\/guide\/factors\/consistency\/">/);
  const map = readFileSync(join(out, 'sitemap.xml'), 'utf8');
  for (const path of ['', 'guide/', 'guide/factors/consistency/']) assert.ok(map.includes(`<loc>https://example.org/docs/${path}</loc>`), map);
});

test('without one, nothing says where the site lies', (t) => {
  const out = assembled(t, []);
  assert.doesNotMatch(readFileSync(join(out, chapter), 'utf8'), /canonical/i);
  assert.equal(existsSync(join(out, 'sitemap.xml')), false);
});
