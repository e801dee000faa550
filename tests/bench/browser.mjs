// What the benchmarks share: Chromium as the browser tests use it, the two pages, and compressed sizes.
// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';

/** The size budget of the first load, in multiples of the minimal page. */
export const sizeBudget = 2.0;

/** The browser that the machine has; CHROMIUM names another. */
function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error('There is no Chromium on the PATH. Run ./dev setup, or set CHROMIUM to one.');
}

export function launch() {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
           '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Serves the site and the minimal page. */
export async function servePages() {
  const site = await serve('dist');
  const minimal = await serve('build/web/minimal');
  return {
    site: site.url,
    minimal: minimal.url,
    close: async () => {
      await site.close();
      await minimal.close();
    },
  };
}

/**
 * @param {Buffer} bytes
 * @returns {{raw: number, gzip: number, brotli: number}}
 */
export function sizesOf(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
