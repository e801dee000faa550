// Does the product do what tests/cases/coverage.json says it must? Runs the checks of every row and counts.
//
//   node tests/coverage.mjs            names each failing row, then counts
//   node tests/coverage.mjs --summary  the counts alone
//
// How a row is written: tests/cases/README.md. The command under test is build/native/storewright, or the path in
// the variable STOREWRIGHT_COMMAND.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ [key: string]: Json }} JsonObject */
/** @typedef {null | boolean | number | string | JsonObject | any[]} Json  a type comment may not name itself in a list */

/**
 * One call and what must stand in its result.
 * @typedef {object} Check
 * @property {string} method
 * @property {JsonObject} params
 * @property {string} pointer
 * @property {Json} [expect]       equal to this
 * @property {Json} [includes]     a list with this item, or a text with this part
 * @property {Json} [excludes]     a list or text without it
 * @property {number} [tolerance]  for numbers: the most they may differ
 * @property {string} [page]       a route whose golden shows `shows`
 * @property {string} [shows]
 */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} [state]
 * @property {Check[]} [checks]
 * @property {string} [page]
 * @property {string} [anchor]   id of a note
 * @property {string} [heading]  a heading of the page, where the text is no note
 * @property {string[]} [says]   parts of the note that carry its numbers
 * @property {string} [lab]
 * @property {string} [later]    what of the row is still to come
 */

/** @typedef {{ id: string, title: string, text: string, correction?: string }} Note */

const root = fileURLToPath(new URL('../', import.meta.url));
const command = process.env.STOREWRIGHT_COMMAND ?? `${root}build/native/storewright`;

const groups = [
  { prefix: 'DF', last: 151 },
  { prefix: 'SF', last: 143 },
  { prefix: 'RX', last: 7 },
];
const kinds = ['computed', 'text', 'simulated'];
const rowMembers = ['id', 'title', 'kind', 'state', 'checks', 'page', 'anchor', 'heading', 'says', 'lab', 'later'];
const checkMembers = ['method', 'params', 'pointer', 'expect', 'includes', 'excludes', 'tolerance', 'page', 'shows'];
const comparisons = ['expect', 'includes', 'excludes'];

/** @returns {string[]} the ids of all rows, in order */
function wantedIds() {
  return groups.flatMap(({ prefix, last }) =>
    Array.from({ length: last }, (_, i) => `${prefix}-${String(i + 1).padStart(2, '0')}`));
}

/**
 * @param {string} path from the root of the repository
 * @returns {any}
 */
function readJson(path) {
  return JSON.parse(readFileSync(root + path, 'utf8'));
}

/** @returns {Map<string, Note>} */
function readNotes() {
  const folder = 'content/notes';
  /** @type {Map<string, Note>} */
  const notes = new Map();
  if (!existsSync(root + folder)) return notes;
  for (const name of readdirSync(root + folder).filter((file) => file.endsWith('.json')).sort())
    for (const note of readJson(`${folder}/${name}`).items) notes.set(note.id, note);
  return notes;
}

/** @type {Map<string, string | null>} */
const goldens = new Map();

/**
 * What the page says, from its semantics golden; null when there is none.
 * @param {string} route
 */
function goldenOf(route) {
  const known = goldens.get(route);
  if (known !== undefined) return known;
  const path = `${root}tests/golden/${route.replaceAll('/', '_')}.txt`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  goldens.set(route, text);
  return text;
}

/** @type {Map<string, Json>} */
const replies = new Map();

/**
 * The command's answer to one call; a refusal is an answer too: {"error":…}.
 * @param {string} method
 * @param {JsonObject} params
 * @returns {Json}
 */
function callCommand(method, params) {
  const input = JSON.stringify(params);
  const key = `${method} ${input}`;
  const known = replies.get(key);
  if (known !== undefined) return known;
  const run = spawnSync(command, ['call', method], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  /** @type {Json} */
  let reply;
  try {
    reply = JSON.parse(run.stdout || run.stderr || '');
  } catch {
    reply = { 'no JSON from the command': (run.error?.message ?? run.stderr ?? '').slice(0, 200) };
  }
  replies.set(key, reply);
  return reply;
}

/**
 * The values at a JSON Pointer. Beyond the standard, `*` takes every item of a list and `name=value` the item whose
 * member `name` has that value; with `*` the answer is the list of what was found.
 * @param {Json} value
 * @param {string} pointer
 * @returns {Json | undefined}
 */
function at(value, pointer) {
  /** @type {Json | undefined} */
  let here = value;
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const [depth, step] of steps.entries()) {
    if (here === null || typeof here !== 'object') return undefined;
    if (!Array.isArray(here)) {
      here = here[step];
    } else if (step === '*') {
      const rest = steps.slice(depth + 1).map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      return here.map((item) => at(item, rest) ?? null);
    } else if (step.includes('=')) {
      const [name, wanted] = [step.slice(0, step.indexOf('=')), step.slice(step.indexOf('=') + 1)];
      here = here.find((item) => item !== null && typeof item === 'object' && !Array.isArray(item) &&
        String(item[name]) === wanted);
    } else {
      here = here[Number(step)];
    }
  }
  return here;
}

/**
 * @param {Json | undefined} found
 * @param {Json} wanted
 * @param {number} tolerance for numbers, anywhere inside
 * @returns {boolean}
 */
function equal(found, wanted, tolerance) {
  if (typeof found === 'number' && typeof wanted === 'number') return Math.abs(found - wanted) <= tolerance;
  if (found === undefined || found === null || wanted === null || typeof found !== 'object' || typeof wanted !== 'object')
    return found === wanted;
  if (Array.isArray(found) !== Array.isArray(wanted)) return false;
  const a = Object.entries(found);
  const b = /** @type {JsonObject} */ (wanted);
  return a.length === Object.keys(b).length && a.every(([key, item]) => key in b && equal(item, b[key], tolerance));
}

/**
 * @param {Json | undefined} found a list or a text
 * @param {Json} item
 * @param {number} tolerance
 */
function holds(found, item, tolerance) {
  if (typeof found === 'string') return typeof item === 'string' && found.includes(item);
  return Array.isArray(found) && found.some((one) => equal(one, item, tolerance));
}

/** @param {Json | undefined} value */
function brief(value) {
  const text = value === undefined ? 'nothing there' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/**
 * @param {string} route
 * @param {string} text
 * @returns {string[]} what is wrong
 */
function missingOnPage(route, text) {
  const golden = goldenOf(route);
  if (golden === null) return [`page ${route}: there is no golden of it`];
  return golden.includes(text) ? [] : [`page ${route}: its golden does not show "${text}"`];
}

/**
 * @param {Check} check
 * @returns {string[]} what is wrong
 */
function failuresOfCheck(check) {
  const reply = callCommand(check.method, check.params);
  const found = at(reply, check.pointer);
  const tolerance = check.tolerance ?? 0;
  const place = `${check.method} ${brief(check.params)} ${check.pointer}`;
  const got = found === undefined ? `nothing there, in ${brief(reply)}` : brief(found);
  /** @type {string[]} */
  const failures = [];
  if (check.expect !== undefined && !equal(found, check.expect, tolerance))
    failures.push(`${place}: expected ${brief(check.expect)}${tolerance ? ` to within ${tolerance}` : ''}, found ${got}`);
  if (check.includes !== undefined && !holds(found, check.includes, tolerance))
    failures.push(`${place}: expected ${brief(check.includes)} in it, found ${got}`);
  const listOrText = Array.isArray(found) || typeof found === 'string';
  if (check.excludes !== undefined && (!listOrText || holds(found, check.excludes, tolerance)))
    failures.push(`${place}: expected a list or text without ${brief(check.excludes)}, found ${got}`);
  if (check.page !== undefined) failures.push(...missingOnPage(check.page, check.shows ?? ''));
  return failures;
}

/**
 * @param {Row} row
 * @param {Map<string, Note>} notes
 * @returns {string[]} what is wrong with its text
 */
function failuresOfText(row, notes) {
  if (row.heading !== undefined) return missingOnPage(row.page ?? '', row.heading);
  if (row.anchor === undefined) return [];
  const note = notes.get(row.anchor);
  if (!note) return [`note ${row.anchor}: there is no such note`];
  const words = [note.title, note.text, note.correction ?? ''].join('\n');
  return [
    ...(row.says ?? []).filter((part) => !words.includes(part)).map((part) => `note ${row.anchor}: it does not say "${part}"`),
    ...(row.page === undefined ? [] : missingOnPage(row.page, note.title)),
  ];
}

/** @param {Row} row */
function hasEvidence(row) {
  if (row.kind === 'computed') return (row.checks ?? []).length > 0;
  if (row.kind === 'text') return row.page !== undefined && (row.anchor !== undefined || row.heading !== undefined);
  return row.lab !== undefined;
}

/**
 * @param {Row} row
 * @returns {string[]} what is wrong with the way the row is written
 */
function faultsOfRow(row) {
  /** @type {string[]} */
  const faults = [];
  const unknown = Object.keys(row).filter((name) => !rowMembers.includes(name));
  if (unknown.length > 0) faults.push(`unknown member: ${unknown.join(', ')}`);
  if (!kinds.includes(row.kind)) faults.push(`kind must be one of ${kinds.join(', ')}; it is ${brief(row.kind)}`);
  if (typeof row.title !== 'string' || row.title === '' || row.title.includes('\n')) faults.push('the title must be one line');
  if (row.state !== undefined && row.state !== 'planned') faults.push('state is "planned" or left out');
  const written = ['checks', 'page', 'anchor', 'heading', 'says', 'lab'].filter((name) => name in row);
  if (row.state === 'planned' && written.length > 0) faults.push(`a planned row has no ${written.join(', ')}`);
  if (row.state === undefined && !hasEvidence(row)) faults.push('neither planned nor with what its kind needs');
  for (const [i, check] of (row.checks ?? []).entries()) faults.push(...faultsOfCheck(check).map((fault) => `check ${i}: ${fault}`));
  return faults;
}

/**
 * @param {Check} check
 * @returns {string[]}
 */
function faultsOfCheck(check) {
  /** @type {string[]} */
  const faults = [];
  const names = Object.keys(check);
  const unknown = names.filter((name) => !checkMembers.includes(name));
  if (unknown.length > 0) faults.push(`unknown member: ${unknown.join(', ')}`);
  if (typeof check.method !== 'string' || typeof check.params !== 'object') faults.push('it needs method and params');
  if (typeof check.pointer !== 'string' || (check.pointer !== '' && !check.pointer.startsWith('/'))) faults.push('it needs a JSON Pointer');
  if (!comparisons.some((name) => names.includes(name))) faults.push(`it needs one of ${comparisons.join(', ')}, or it could not fail`);
  if ((check.page === undefined) !== (check.shows === undefined) || check.shows === '') faults.push('page and shows go together');
  return faults;
}

/**
 * @param {Row[]} rows
 * @returns {string[]} ids that are missing, stand twice or are none of the list
 */
function faultsOfIds(rows) {
  const wanted = wantedIds();
  const ids = rows.map((row) => row.id);
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `${id}: there is no such row`),
    ...ids.filter((id) => !wanted.includes(id)).map((id) => `${id}: no such id is in the list`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: the id stands twice`),
  ];
}

/** @returns {number} exit status */
function main() {
  const summaryOnly = process.argv.includes('--summary');
  /** @type {Row[]} */
  const rows = readJson('tests/cases/coverage.json').rows;
  const notes = readNotes();
  const faults = faultsOfIds(rows);
  const counts = { computed: 0, text: 0, simulated: 0, missing: 0 };
  let failing = 0;
  if (!existsSync(command)) faults.push(`${command} is not there: build it first`);

  for (const row of rows) {
    const wrong = faultsOfRow(row);
    if (wrong.length === 0 && row.state !== 'planned') {
      wrong.push(...(row.checks ?? []).flatMap(failuresOfCheck), ...failuresOfText(row, notes));
      if (row.lab !== undefined && goldenOf(row.lab) === null) wrong.push(`lab ${row.lab}: there is no golden of it`);
    }
    faults.push(...wrong.map((line) => `${row.id} ${line}`));
    if (wrong.length > 0) failing += 1;
    if (wrong.length > 0 || row.state === 'planned') counts.missing += 1;
    else counts[/** @type {'computed' | 'text' | 'simulated'} */ (row.kind)] += 1;
  }

  if (!summaryOnly) {
    for (const fault of faults) console.log(fault);
    if (failing > 0) console.log(`${failing} rows fail`);
  }
  console.log(`held ${counts.computed}, text ${counts.text}, simulated ${counts.simulated}, missing ${counts.missing}`);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = main();
