// Puts the finished site together: one immutable folder named after the digest of its content, and index.html that names it.
//
//   node assemble.mjs --shell shell.html --host web/host --embed web/embed --build build/web --modules build/web/modules
//                     --packs build/native/packs --out dist [--esbuild PATH] [--site-url ADDRESS]
//
// With esbuild the host scripts become one short loader.js; without it they stay the modules they are.
//
// embed.html is the same shell without its words, made to stand in a frame; embed.js is the element that makes such frames.
// The guide's static pages, below static/ of the packs, go to the same paths of the site. Only a known address of the site
// gives them canonical links, and the site a sitemap.
//
// In the shell, @HASH@ becomes the folder's name and @WASM_BYTES@ the size of app.wasm; @PAGES_BYTES@ becomes that of pages.wasm,
// or nothing where all pages are in app.wasm. Everything is relative, so the site works from any sub-path.
// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';

/** @typedef {Map<string, Buffer>} Files by path inside the folder */

/**
 * What the folder holds: the modules, the host scripts and styles, and the packs that are fetched when first shown.
 * @param {{host: string, build: string, modules: string, packs: string}} from
 * @returns {Files}
 */
function gather(from) {
  /** @type {Files} */
  const files = new Map();
  const add = (/** @type {string} */ name, /** @type {string} */ path) => files.set(name, readFileSync(path));
  // Emscripten writes an ES module as .mjs, which many static hosts serve with the wrong type.
  add('app.js', join(from.build, 'app.mjs'));
  add('app.wasm', join(from.modules, 'app.wasm'));
  if (existsSync(join(from.modules, 'pages.wasm'))) add('pages.wasm', join(from.modules, 'pages.wasm'));
  add('core.wasm', join(from.build, 'core.wasm'));
  for (const name of readdirSync(from.host)) {
    const path = join(from.host, name);
    // Types are for editors; only those of the public module travel with it.
    if (!statSync(path).isFile() || (name.endsWith('.d.ts') && name !== 'core.d.ts')) continue;
    // core.js is for other people's tools and stays as it is written.
    const lean = name !== 'core.js' && /\.(js|css)$/.test(name);
    files.set(name, lean ? Buffer.from(withoutComments(readFileSync(path, 'utf8'))) : readFileSync(path));
  }
  for (const name of readdirSync(from.packs)) {
    // The base pack is compiled into both modules.
    if (name.endsWith('.json') && name !== 'base.json') add(`packs/${name}`, join(from.packs, name));
  }
  return files;
}

/**
 * A script or style sheet without the lines that are only comment and without indentation: a third less to load. Lines
 * stay lines, so nothing is parsed and nothing can be misread, as long as no text spans lines.
 * @param {string} text
 * @returns {string}
 */
function withoutComments(text) {
  /** @type {string[]} */
  const kept = [];
  let inside = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (!inside && (line === '' || line.startsWith('//'))) continue;
    const opens = !inside && line.startsWith('/*');
    const end = line.indexOf('*/');
    if (opens || inside) {
      inside = end < 0;
      // What follows a comment on its line is code: a type cast at the start of a statement.
      const rest = end < 0 ? '' : line.slice(end + 2).trim();
      if (rest) kept.push(opens ? line : rest);
      continue;
    }
    // A template that goes on in the next line: its spaces mean something, so the whole file stays as it is.
    if (line.split('`').length % 2 === 0) return text;
    kept.push(line);
  }
  return kept.join('\n');
}

/**
 * Runs esbuild over one script or style sheet.
 * @param {string} esbuild path of the program
 * @param {string[]} words its arguments
 * @param {string | Buffer} [input]
 * @returns {Buffer}
 */
function shortened(esbuild, words, input) {
  const run = spawnSync(esbuild, ['--minify', '--log-level=warning', ...words], { input, maxBuffer: 1 << 26 });
  if (run.status === 0) return run.stdout;
  console.error(String(run.stderr || run.error));
  process.exit(1);
}

/**
 * The files of the page in as few and as short scripts as they can be. core.js stays readable: it is made for reuse.
 * @param {Files} files
 * @param {string} host
 * @param {string} esbuild
 */
function bundle(files, host, esbuild) {
  const single = shortened(esbuild, ['--bundle', '--format=esm', '--external:./app.js', join(host, 'loader.js')]);
  for (const name of [...files.keys()])
    if (name.endsWith('.js') && name !== 'app.js' && name !== 'core.js') files.delete(name);
  files.set('loader.js', single);
  files.set('app.js', shortened(esbuild, ['--format=esm', '--loader=js'], files.get('app.js')));
  for (const name of ['style.css', 'static.css']) files.set(name, shortened(esbuild, ['--loader=css'], files.get(name)));
}

/**
 * @param {Files} files
 * @returns {string} twelve hexadecimal digits
 */
function digestOf(files) {
  const hash = createHash('sha256');
  for (const name of [...files.keys()].sort()) {
    const content = /** @type {Buffer} */ (files.get(name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Writes a file unless it already has this content.
 * @param {string} path
 * @param {Buffer | string} content
 */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  writeFileSync(path, content);
}

/**
 * The page for frames of other sites. Its links open in a tab of their own.
 * @param {string} page the finished index.html
 */
function embedPage(page) {
  const replacements = /** @type {const} */ ([
    [/<html /, '<html class="embed" '],
    [/<title>.*<\/title>/, '<title>Storewright</title>\n  <base target="_blank">\n  <meta name="robots" content="noindex">'],
    [/ *<meta name="description".*\n/, ''],
    [/<main id="shell"[\s\S]*<\/main>/, `<main id="shell" class="document">
    <h1 class="unseen">Storewright</h1>
    <noscript>
      <p class="note">This part of the page needs JavaScript, and it is turned off for this site. Turn it on, or
        <a href="./">read about Storewright</a>. (SW-9006)</p>
    </noscript>
  </main>`],
  ]);
  for (const [from, to] of replacements) {
    if (!from.test(page)) throw new Error(`The shell has no ${from}, so embed.html cannot be made of it.`);
    page = page.replace(from, to);
  }
  return page;
}

/**
 * The pages that need no script, by path from the site's root.
 * @param {string} folder
 * @returns {Map<string, string>}
 */
function staticPages(folder) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  const walk = (/** @type {string} */ at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else pages.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  };
  walk(folder);
  return pages;
}

/** @param {string[]} addresses */
const sitemap = (addresses) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `  <url><loc>${address.replaceAll('&', '&amp;')}</loc></url>`).join('\n')}
</urlset>
`;

const { values } = parseArgs({
  options: {
    shell: { type: 'string' },
    host: { type: 'string' },
    embed: { type: 'string' },
    build: { type: 'string' },
    modules: { type: 'string' },
    packs: { type: 'string' },
    out: { type: 'string' },
    esbuild: { type: 'string' },
    'site-url': { type: 'string' },
  },
});
const { shell, host, embed, build, modules, packs, out } = values;
if (!shell || !host || !embed || !build || !modules || !packs || !out) {
  console.error('usage: assemble.mjs --shell FILE --host DIR --embed DIR --build DIR --modules DIR --packs DIR --out DIR');
  process.exit(2);
}

const files = gather({ host, build, modules, packs });
if (values.esbuild) bundle(files, host, values.esbuild);
const name = digestOf(files);
for (const [path, content] of files) write(join(out, name, path), content);

/** @type {Record<string, string>} */
const words = { HASH: name, WASM_BYTES: String(files.get('app.wasm')?.length), PAGES_BYTES: String(files.get('pages.wasm')?.length ?? '') };
const isThere = (/** @type {string} */ line) => {
  const script = /@HASH@\/([^"]+)/.exec(line)?.[1];
  return script === undefined || files.has(script);
};
const page = readFileSync(shell, 'utf8').split('\n').filter(isThere).join('\n').replace(/@([A-Z_]+)@/g, (whole, word) => {
  if (words[word] !== undefined) return words[word];
  console.error(`${shell} asks for ${whole}, which this build does not know.`);
  process.exit(1);
});
const index = join(out, 'index.html');
write(index, page);
write(join(out, 'embed.html'), embedPage(page));
for (const each of ['embed.js', 'embed.d.ts']) write(join(out, each), readFileSync(join(embed, each)));
// Pages of chapters that are gone go with them.
rmSync(join(out, 'guide'), { recursive: true, force: true });
const siteUrl = values['site-url']?.replace(/\/*$/, '/');
const pages = staticPages(join(packs, 'static'));
for (const [path, text] of pages) {
  const canonical = (/** @type {string} */ at) => (siteUrl ? `<link rel="canonical" href="${siteUrl}${at}">\n` : '');
  write(join(out, path), text.replaceAll('@HASH@', name).replace(/@CANONICAL:([^@]*)@\n/, (_, at) => canonical(at)));
}
if (siteUrl) write(join(out, 'sitemap.xml'), sitemap(['', ...[...pages.keys()].map((path) => path.replace(/index\.html$/, ''))].map((path) => siteUrl + path)));
else rmSync(join(out, 'sitemap.xml'), { force: true });
// The build system looks at the time of this file.
utimesSync(index, new Date(), new Date());

// Folders of earlier builds are of no use here; a host that wants to keep them keeps its own.
for (const entry of readdirSync(out)) {
  if (/^[0-9a-f]{12}$/.test(entry) && entry !== name) rmSync(join(out, entry), { recursive: true });
}
console.log(`site: ${out}/${name}, ${files.size} files`);
