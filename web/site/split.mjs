// Splits the linked page in two: app.wasm, which the first pages need, and pages.wasm, which is fetched with the first other page.
//
//   node split.mjs --whole app.wasm --named app.wasm --first app.wasm --wasm-split PATH --wasm-opt PATH --out FOLDER
//
// Nobody writes a list of functions. The linker has linked the program a second time without the rows of the later pages
// (`first`): what it left out is needed by them alone. Of functions that are called by their names, the calls tell the same.
// Of functions that are called through the table, only the linker knows who takes their address, and it numbers the slots of the
// table. But binaryen makes equal functions one, and it keeps the name of either. So the names come from a third link
// that binaryen has not touched (`named`); its slots are the same, which is checked.
//
// What is promised, and checked in the result: app.wasm calls no function of pages.wasm by its name, and every slot of the table that
// leads there holds a function that the program without the later pages does not have. So the only door is the table of
// pages in web/app/routes.cpp, and app::State::code guards it. Where a check fails, the page stays one module, and a line says why.
// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { features, run, shorten } from './shorten.mjs';
import { readModule } from './wasm.mjs';

/** @typedef {import('./wasm.mjs').Module} Module */

// The names under which the modules know each other; web/host/pages.js has them too. Short, as they stand at every import.
const fromFirst = 'a';
const notYetThere = 'b';

/** The name in the source: what link-time optimisation appends to tell two of the same name apart is left out. @param {string} name */
const sourceName = (name) => name.replace(/(\.llvm)?\.\d+$/, '');

/**
 * The slots of the table whose functions only the later pages can want.
 * @param {Module} named
 * @param {Module} first
 */
function laterSlots(named, first) {
  const known = new Set([...first.names.values()].map(sourceName));
  const later = new Set();
  named.table.forEach((index, slot) => {
    const name = named.names.get(index);
    if (name !== undefined && !known.has(sourceName(name))) later.add(slot);
  });
  return later;
}

/**
 * The functions that go: those that nothing reaches from the exports and from the other slots.
 * @param {Module} whole
 * @param {Set<number>} later slots
 */
function laterFunctions(whole, later) {
  const next = [...whole.exported];
  whole.table.forEach((index, slot) => {
    if (!later.has(slot)) next.push(index);
  });
  const stay = new Set();
  for (let index = next.pop(); index !== undefined; index = next.pop()) {
    if (stay.has(index)) continue;
    stay.add(index);
    next.push(...(whole.calls.get(index) ?? []));
  }
  return new Set([...whole.calls.keys()].filter((index) => !stay.has(index)));
}

/**
 * The same slots in both links, as far as names can tell: a function that kept its name kept its slot.
 * @param {Module} whole
 * @param {Module} named
 */
function checkSlots(whole, named) {
  const kept = new Set(whole.names.values());
  if (whole.table.length !== named.table.length) throw new Error('the two links have tables of different sizes');
  named.table.forEach((index, slot) => {
    const name = named.names.get(index);
    if (name === undefined) throw new Error(`slot ${slot} of the table has no name`);
    if (kept.has(name) && whole.names.get(whole.table[slot]) !== name) throw new Error(`slot ${slot} of the table is not ${name} in both links`);
  });
}

/**
 * What is promised above, and that pages.wasm fills every place that app.wasm leaves empty.
 * @param {{app: Module, pages: Module}} made the modules as they will be loaded
 * @param {Module} whole
 * @param {Set<number>} later slots
 * @param {Set<number>} going functions
 */
function check({ app, pages }, whole, later, going) {
  if (app.table.length !== whole.table.length) throw new Error('app.wasm would call pages.wasm through slots of its own');
  const isMissing = (/** @type {number} */ index) => app.imports[index]?.module === notYetThere;
  for (const callees of app.calls.values())
    for (const index of callees) if (isMissing(index)) throw new Error('app.wasm would call a function of pages.wasm by its name');
  app.table.forEach((index, slot) => {
    if (isMissing(index) && !later.has(slot)) throw new Error(`slot ${slot} of the table would lead to pages.wasm, and the first pages use it`);
    if (isMissing(index) !== going.has(whole.table[slot])) throw new Error(`wasm-split took other functions than it was told: see slot ${slot} of the table`);
    if (isMissing(index) && pages.table[slot] === undefined) throw new Error(`pages.wasm would leave slot ${slot} of the table empty`);
  });
}

const { values } = parseArgs({
  options: {
    whole: { type: 'string' },
    named: { type: 'string' },
    first: { type: 'string' },
    'wasm-split': { type: 'string' },
    'wasm-opt': { type: 'string' },
    out: { type: 'string' },
  },
});
/** @param {keyof typeof values} name */
function given(name) {
  const value = values[name];
  if (value) return value;
  console.error('usage: split.mjs --whole FILE --named FILE --first FILE --wasm-split PATH --wasm-opt PATH --out FOLDER');
  process.exit(2);
}

const [wholePath, namedPath, firstPath] = [given('whole'), given('named'), given('first')];
const [splitter, optimizer, out] = [given('wasm-split'), given('wasm-opt'), given('out')];

const part = (/** @type {string} */ name) => join(out, name);

function split() {
  const whole = readModule(readFileSync(wholePath));
  const named = readModule(readFileSync(namedPath), { code: false });
  const first = readModule(readFileSync(firstPath), { code: false });
  checkSlots(whole, named);
  const later = laterSlots(named, first);
  const going = laterFunctions(whole, later);
  // Without names, binaryen calls functions by their number, not counting imported ones.
  run(optimizer, [...features, wholePath, '--strip-debug', '-o', part('whole.wasm')]);
  writeFileSync(part('later.txt'), [...going].map((index) => `${index - whole.imports.length}\n`).join(''));
  run(splitter, [...features, part('whole.wasm'), `--split-funcs=@${part('later.txt')}`, `--import-namespace=${fromFirst}`,
    `--placeholder-namespace=${notYetThere}`, '--export-prefix=_', '-o1', part('app.long.wasm'), '-o2', part('pages.long.wasm')]);
  shorten(optimizer, part('app.long.wasm'), part('app.wasm'));
  shorten(optimizer, part('pages.long.wasm'), part('pages.wasm'));
  const [app, pages] = ['app.wasm', 'pages.wasm'].map((name) => readModule(readFileSync(part(name))));
  check({ app, pages }, whole, later, going);
  console.log(`split: ${going.size} functions in pages.wasm, ${whole.calls.size - going.size} in app.wasm`);
}

mkdirSync(out, { recursive: true });
try {
  split();
} catch (error) {
  console.warn(`warning: the page stays one module: ${error instanceof Error ? error.message : error}`);
  rmSync(part('pages.wasm'), { force: true });
  shorten(optimizer, wholePath, part('app.wasm'));
}
