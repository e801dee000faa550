// Verdicts and ranking against json-rules-engine: the same rules over the same profiles, once for each record with that
// record's traits as facts, as that engine is used for a choice. Both must give the same verdicts and order; the ratio of
// their throughput is printed and never tested. Usage: node tests/bench/rules.mjs
// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Engine } from 'json-rules-engine';

const seconds = 3;
const steps = ['consistency', 'read_write_ratio', 'data_model', 'scale', 'operations'];
const weights = [16, 8, 4, 2, 1];

const pack = JSON.parse(readFileSync('build/native/packs/base.json', 'utf8'));
const hard = (/** @type {any} */ rule) => rule.effect === 'reject' || rule.effect === 'require';
const rules = pack.rules.filter((/** @type {any} */ rule) => hard(rule) || rule.effect === 'prefer');

// Every field is answered, because json-rules-engine knows no third value between true and false.
const answers = {
  access_patterns: ['key_lookup'], data_model: 'relational', consistency: 'eventual', money: false, multi_row_transactions: false,
  reads_per_second: 500, writes_per_second: 50, peak_factor: 2, data_size_gb: 100, item_bytes: 500, growth_gb_per_month: 5,
  growth_percent_per_month: 3, schema_change: 'evolving', regions: 'single', latency_p99_ms: 50, team_engineers: 5, hosting: 'any',
  platform: 'any', vector_count: 100000, documents_indexed: 100000, graph_hops: 2,
};
const profiles = [answers, ...pack.presets.map((/** @type {any} */ preset) => ({ ...answers, ...preset.profile }))];

// --- their side

const abilities = ['data_models', 'full_text', 'geospatial', 'graph_traversal', 'shards_by_key'];

/** Values of a trait: the record's own first, then those of the extensions that it can take.
 * @param {any} record
 * @param {string} trait
 */
function valuesOf(record, trait) {
  const helpers = abilities.includes(trait) ? pack.engines.filter((/** @type {any} */ other) => other.record === 'extension' && other.host === record.id) : [];
  return [record, ...helpers].map((each) => each.traits[trait]);
}

const low = (/** @type {any} */ value) => (typeof value === 'object' ? value.low : value);
const high = (/** @type {any} */ value) => (typeof value === 'object' ? value.high : value);
const list = (/** @type {any} */ value) => (Array.isArray(value) ? value : [value]);

// true, false, or undefined for "the value does not say".
/** @type {Record<string, (value: any, wanted: any) => boolean | undefined>} */
const comparisons = {
  '=': (value, wanted) => (typeof wanted === 'number' ? (low(value) === wanted && high(value) === wanted ? true : wanted < low(value) || wanted > high(value) ? false : undefined) : list(value).includes(wanted)),
  '!=': (value, wanted) => { const equal = comparisons['='](value, wanted); return equal === undefined ? undefined : !equal; },
  '<': (value, wanted) => (high(value) < wanted ? true : low(value) >= wanted ? false : undefined),
  '<=': (value, wanted) => (high(value) <= wanted ? true : low(value) > wanted ? false : undefined),
  '>=': (value, wanted) => (low(value) >= wanted ? true : high(value) < wanted ? false : undefined),
  '>': (value, wanted) => (low(value) > wanted ? true : high(value) <= wanted ? false : undefined),
  has: (value, wanted) => list(value).includes(wanted),
  has_any: (value, wanted) => list(value).some((word) => wanted.includes(word)),
  only: (value, wanted) => list(value).every((word) => wanted.includes(word)),
};

/** Conditions as json-rules-engine has them. `sure` asks whether something certainly holds; inside a `not` it is asked whether
 * it may hold, which is the same over known values and right over the few traits that are not recorded.
 * @param {any} condition
 * @param {boolean} sure
 * @returns {any}
 */
function translated(condition, sure) {
  if (!condition) return { all: [] };
  if (condition.all) return { all: condition.all.map((/** @type {any} */ part) => translated(part, sure)) };
  if (condition.any) return { any: condition.any.map((/** @type {any} */ part) => translated(part, sure)) };
  if (condition.not) return { not: translated(condition.not, !sure) };
  const operator = `${sure ? 'sure' : 'may'} ${condition.op}${condition.trait ? ' of record' : ''}`;
  return { fact: condition.field ?? condition.trait, operator, value: condition.value ?? true };
}

function peer() {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const sure of [true, false]) {
    const name = sure ? 'sure' : 'may';
    const holds = (/** @type {boolean | undefined} */ truth) => truth ?? !sure;
    engine.addOperator(`${name} known`, (value, wanted) => (value !== undefined) === wanted);
    for (const [sign, compare] of Object.entries(comparisons)) {
      engine.addOperator(`${name} ${sign}`, (value, wanted) => holds(value === undefined ? undefined : compare(value, wanted)));
      engine.addOperator(`${name} ${sign} of record`, (/** @type {any} */ values, wanted) => {
        const truths = (sign === 'only' ? values.slice(0, 1) : values).map((/** @type {any} */ value) => (value === undefined ? undefined : compare(value, wanted)));
        return holds(truths.includes(true) ? true : truths.includes(undefined) ? undefined : false);
      });
    }
  }
  for (const rule of rules) {
    const met = translated(rule.subject, rule.effect !== 'require');
    const subject = rule.effect === 'require' ? { not: translated(rule.subject, true) } : met;
    engine.addRule({ conditions: { all: [translated(rule.when, true), subject] },
                     event: { type: rule.effect, params: { step: steps.indexOf(rule.step), strength: rule.strength ?? 1 } } });
  }
  const traits = [...new Set(pack.traits.map((/** @type {any} */ trait) => trait.id))];
  const ofRecord = pack.engines.map((/** @type {any} */ record) => ({
    ...Object.fromEntries(traits.map((trait) => [trait, valuesOf(record, trait)])), known_to_team: [false], in_use: [false],
  }));

  return async (/** @type {any} */ facts) => {
    /** @type {Record<string, string>} */
    const verdicts = {};
    const scores = [];
    for (const [index, record] of pack.engines.entries()) {
      const { events } = await engine.run({ ...facts, ...ofRecord[index] });
      const rejected = events.some((event) => event.type !== 'prefer');
      verdicts[record.id] = rejected ? 'rejected' : 'kept';
      if (rejected || record.record !== 'engine') continue;
      // All that are ranked share the divisor of each step only where the same preferences are active: those of `when`.
      const bySteps = steps.map(() => 0);
      for (const { type, params } of events) if (type === 'prefer' && params) bySteps[params.step] += params.strength;
      scores.push({ id: record.id, bySteps });
    }
    return { verdicts, scores };
  };
}

/** The survivors by their score from the strengths they met and those that were to be had. The divisors are the same for all
 * records, so they are taken from our side; what is compared is who met which preference.
 * @param {{id: string, bySteps: number[]}[]} scores
 * @param {number[]} possible
 */
function ordered(scores, possible) {
  const total = (/** @type {{bySteps: number[]}} */ { bySteps }) => bySteps.reduce((sum, met, step) => sum + (possible[step] > 0 ? (weights[step] * met) / possible[step] : 0), 0);
  return scores.map((score) => ({ id: score.id, total: total(score) })).sort((a, b) => b.total - a.total);
}

/** Their order with equal scores put as ours are: which of equals comes first is a rule of the product, not of the rules.
 * @param {{id: string, total: number}[]} scored
 * @param {string[]} ranking
 */
function withTies(scored, ranking) {
  const same = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 1e-9;
  return [...scored].sort((a, b) => (same(a.total, b.total) ? ranking.indexOf(a.id) - ranking.indexOf(b.id) : b.total - a.total)).map(({ id }) => id);
}

// --- both sides

const { load } = await import(pathToFileURL('web/host/core.js').href);
const ours = await load(readFileSync('build/web/storewright-bench-decide.wasm'));
const core = await load(readFileSync('build/web/core.wasm'));
const decide = (/** @type {number} */ rounds) => JSON.parse(ours.callText('decide', JSON.stringify({ profiles, rounds })));
const factsOf = profiles.map((profile) => JSON.parse(ours.callText('facts', JSON.stringify(profile))));
const theirs = peer();

const expected = decide(1);
let compared = 0;
for (const [index, facts] of factsOf.entries()) {
  const { verdicts, scores } = await theirs(facts);
  assert.deepEqual(verdicts, expected[index].verdicts, `verdicts of profile ${index}`);
  const { ranking } = core.call('recommend', profiles[index]);
  assert.deepEqual(ranking.map((/** @type {any} */ entry) => entry.engine), expected[index].ranking, `our own order of profile ${index}`);
  const possible = steps.map((step, place) => {
    const met = scores.find((score) => ranking.find((/** @type {any} */ entry) => entry.engine === score.id).by_step[step] > 0);
    return met ? met.bySteps[place] / ranking.find((/** @type {any} */ entry) => entry.engine === met.id).by_step[step] : 0;
  });
  assert.deepEqual(withTies(ordered(scores, possible), expected[index].ranking), expected[index].ranking, `order of profile ${index}`);
  compared += Object.keys(verdicts).length;
}

/** Profiles a second. @param {(rounds: number) => unknown} run @param {number} batch */
async function throughput(run, batch) {
  await run(batch);
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < seconds * 1000) {
    await run(batch);
    rounds += batch;
  }
  return (rounds * profiles.length) / ((performance.now() - started) / 1000);
}

const peerRate = await throughput(async () => { for (const facts of factsOf) await theirs(facts); }, 1);
const ourRate = await throughput((rounds) => decide(rounds), 500);
console.log(`verdicts and ranking: ${compared} verdicts and ${profiles.length} orders the same; ${ourRate.toFixed(0)} profiles a second as WebAssembly, ` +
            `json-rules-engine ${peerRate.toFixed(1)}, ratio ${(ourRate / peerRate).toFixed(0)}`);

/** Milliseconds of one call, the median of several. @param {string} method @param {object} profile */
function milliseconds(method, profile) {
  const text = JSON.stringify(profile);
  const times = [];
  for (let call = 0; call < 15; ++call) {
    const started = performance.now();
    core.callText(method, text);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[7];
}

const uncertain = { ...answers, writes_per_second: { low: 500, mid: 20000, high: 150000 }, data_size_gb: { low: 100, high: 20000 } };
const unanswered = JSON.parse(readFileSync('tests/bench/profiles.json', 'utf8'));
console.log(`flips: ${Math.max(...profiles.map((profile) => milliseconds('flips', profile))).toFixed(1)} ms for the slowest of ${profiles.length} profiles`);
console.log(`next_question: ${Math.max(...unanswered.map((/** @type {any} */ profile) => milliseconds('next_question', profile))).toFixed(1)} ms for the slowest of ${unanswered.length} profiles`);
console.log(`recommend.worlds: ${milliseconds('recommend.worlds', uncertain).toFixed(1)} ms for 2,000 worlds of two ranges`);
