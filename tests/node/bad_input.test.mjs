// Bad input to core.wasm and to `storewright validate`: always a problem with a code that has a cure, the same as from the
// command, and the next good call is answered as before.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { corePath, loadCore } from './core.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = process.env.STOREWRIGHT_COMMAND ?? `${root}build/native/storewright`;

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** @type {Set<string>} */
const knownCodes = new Set(json('content/errors.json').items.map((/** @type {{ code: number }} */ { code }) => `SW-${code}`));

/** @typedef {{ name: string, method: string, text: string }} Call */

// One good call of each method, with letters that need more than one byte.
const goodCalls = Object.entries({
  recommend: '{"application":"Ärzte 漢字 🙂","money":true,"writes_per_second":{"low":1,"high":9e2},"existing":{"store":"mysql"}}',
  flips: '{"application":"Ä 漢","money":true,"data_size_gb":{"low":1,"high":9e4},"target":"redis"}',
  next_question: '{"access_patterns":["joins","key_lookup"],"application":"漢 🙂","worlds":200,"seed":3}',
  'recommend.worlds': '{"application":"Ö","writes_per_second":{"low":1,"mid":2.5,"high":9e5},"worlds":200}',
  'polyglot.check': '{"stores":["PostgreSQL","Ä 漢","redis"],"engineers":{"low":2,"high":6},"services":3}',
  'polyglot.select': '{"workload":"sessions","data_tb":{"low":1,"high":12},"per_second":5}',
  'hosting.compare': '{}',
  'sizing.vectors': '{"vectors":1000000,"dimensions":768,"number":"float16","latency_p99_ms":50,"memory_gb":4}',
  'cost.serverless': '{"busy_percent":{"low":1,"high":90},"reserved_usd_per_month":60,"queries_per_hour":7}',
  'sharding.ring': '{"shards":4,"vnodes":3,"companies":50,"keys":["1","ä","漢"],"add":["4"],"remove":["0"]}',
  'sharding.plan': '{"shards":4,"companies":["42","é"]}',
  'sharding.tail_latency': '{"shards":16,"within_percent":{"low":90,"mid":95,"high":99}}',
  'cost.hidden': '{"debugging_hours":100,"customers":{"low":1,"mid":2,"high":3},"reading":"printed"}',
  'cost.evolution': '{"penalty_1":90000,"month":{"low":12,"mid":20,"high":30}}',
  'cost.savings': '{"basis":"expected","rightsizing_usd":1000,"speedup":2.5,"query_effort":"low"}',
  'cost.impact': '{"retained":34,"reading":"lifetime","machines_counted":"yes","investment_usd":{"low":1,"mid":2,"high":3}}',
  'cost.reactive': '{"wait_months":{"low":3,"mid":6,"high":9},"growth_percent":2}',
  'cost.extended_support': '{"instances":3,"since_months":{"low":0,"mid":12,"high":30},"stay_months":18,"rate_usd":0.112}',
  'scaling.degradation': '{"times":25,"curve":"pairs","volume_tb":2,"query_ms":{"low":10,"mid":20,"high":30}}',
  'cost.tco': '{"hours":{"low":8,"mid":12,"high":16},"managed_hours":1,"rate":150,"budget":900,"database":"Ä 漢"}',
  'cost.compare': '{"data_size_gb":{"low":1,"mid":5,"high":900},"reads":"eventual","leave_out":["neon"],"prices":{"aws/ebs/gp3/us-east-1/USD":0.1},"today":"2026-11-22"}',
  'cost.dynamodb': '{"item_bytes":{"low":1,"mid":1025,"high":9000},"reads":"transactional","transactional_writes":true}',
  'cost.quoted': '{"bill":"rds"}',
  'cost.prices': '{"today":"2026-11-22"}',
  'scaling.stage': '{"data_size_gb":{"low":8,"mid":12,"high":1600},"writes_per_second":90,"reads_per_second":900,"peak_factor":3}',
  'scaling.project': '{"data_size_gb":120,"growth_percent_per_month":{"low":1,"mid":5,"high":9},"growth_gb_per_month":9,"months":24}',
  'scaling.urgency': '{"data_size_gb":120,"growth_percent_per_month":5,"running":"single","cpu_percent":85,"complaints":true,"cost":{"low":2,"mid":3,"high":5}}',
  'scaling.plan': '{"money":true,"data_size_gb":300,"growth_percent_per_month":5,"existing":{"store":"mysql"}}',
  'scaling.technologies': '{"needs":["joins","search"],"data_size_gb":{"low":2,"mid":3,"high":4}}',
  'guide.filters': '{"data_model":"relational","multi_row_transactions":true,"writes_per_second":20000,"team_engineers":{"low":2,"mid":3,"high":4}}',
  'reference.records': '{"filter":"aws Ärzte 漢字","category":"graph","sort":"joins","descending":true}',
  'reference.record': '{"id":"redis"}',
  'reference.categories': '{"writes_per_second":60000}',
  'reference.cheat_sheet': '{"application":"漢","writes_per_second":{"low":1,"high":9e4},"yes":["joins"],"no":["vectors"]}',
  'reference.checklist': '{"application":"Ä","money":true,"extension_tried":"falls_short","way_back":"漢 🙂"}',
  'reference.rules': '{"filter":"text Ä","step":"data_model","effect":"require"}',
  'reference.compare': '{"engines":["redis","valkey"]}',
  'audit.claims': '{"filter":"Ä 漢","verdict":"wrong","document":"dataflow-article","topic":"prices","decisive_only":true}',
  'reference.published': '{"engine":"mysql"}',
  'published.nearest': '{"application":"Ä 漢","money":true,"data_size_gb":{"low":1,"high":9e4}}',
  'cases.list': '{}',
  'cases.show': '{"case":"dataflow","month":7}',
  'practice.list': '{}',
  'practice.question': '{"question":"cassandra-tco","seed":7}',
  'practice.skills': '{}',
  'practice.review': '{"stability":2.3065,"difficulty":2.1,"last_day":"2026-11-22","rating":"good","day":"2026-11-25"}',
  'practice.progress': '{"progress":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE","day":"2026-11-22"}',
  'practice.due': '{"progress":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE","day":"2026-11-22","limit":3}',
  'practice.merge': '{"ours":"SW1.1uCFEDnH0GBABEDnH0GBABEBVhUBBBEDnH0GBAHCjBquD2EEAeAI-ZkDCA.iYdyE"}',
  'practice.variant': '{"question":"cassandra-tco"}',
  'practice.solution': '{"question":"cassandra-tco"}',
  'practice.exam': '{"n":4,"minutes":12,"topics":["cost","cache"],"levels":["beginner"],"seed":7}',
  'practice.grade': '{"question":"cassandra-tco","numeric":{"own_total":"≤ 3 000 $","people_cost":2400}}',
  'consistency.lost_update': '{"clients":3,"guard":"compare","start":5,"amount":7}',
  'consistency.replica_lag': '{"lag_ms":800,"reply_after_ms":300,"reply_lag_ms":200,"read_after_ms":150,"sticky_ms":100}',
  'migration.symptoms': '{"writes_per_second":{"low":1,"high":9e4},"existing":{"store":"mysql","symptoms":["langsam Ä 漢"],"tried":["replicas"]}}',
  'migration.path': '{"from":"mongo","to":"postgresql","why":["ACID","漢"]}',
  'migration.pattern': '{"size_tb":{"low":1,"mid":2,"high":3},"rate_mb_per_second":100,"live":true,"capture":false,"pattern":"dual-write"}',
  'migration.dual_write': '{"writes":5,"fails_at":2,"failure":"crash","repair":"outbox","backfill":"overwrite"}',
  'migration.reasons': '{"reasons":["NoSQL scales better","Ä 漢"],"symptoms":["cpu-high"]}',
  'link.encode': '{"route":"labs/ring","fields":["shards=4","application=Über 🙂"]}',
  'link.decode': '{"fragment":"#/decide?v=1&application=%C3%9Cber"}',
});

/** Every field of every method, nested ones as a list of names, from the schemas. */
function* allFields() {
  /**
   * @param {any} schema
   * @param {string[]} path
   * @returns {Generator<string[]>}
   */
  function* fieldsOf(schema, path) {
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      yield [...path, name];
      yield* fieldsOf(member, [...path, name]);
    }
  }
  for (const file of readdirSync(join(root, 'content/schemas/methods'))) {
    const method = file.replace(/\.json$/, '');
    for (const path of fieldsOf(json(`content/schemas/methods/${file}`), [])) yield { method, path };
  }
}

/**
 * @param {string[]} path
 * @param {string} value
 */
const paramsWith = (path, value) => path.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, value);

/**
 * The reply is one object: a result, or an error in the agreed form. Gives the code of the error.
 * @param {string} reply
 * @param {string} about
 * @returns {string | undefined}
 */
function codeOf(reply, about) {
  const answer = JSON.parse(reply);
  assert.ok(answer !== null && typeof answer === 'object' && !Array.isArray(answer), about);
  if (!('error' in answer)) return undefined;
  assert.deepEqual(Object.keys(answer), ['error'], about);
  assert.ok(answer.error.problems.length > 0, about);
  for (const { code, message, where } of [answer.error, ...answer.error.problems]) {
    assert.match(code, /^SW-\d{4}$/, about);
    assert.ok(knownCodes.has(code), `${code} has no cure: ${about}`);
    assert.ok(message.length > 0, about);
    assert.equal(typeof where, 'string', about);
  }
  return answer.error.code;
}

/** @param {import('../../web/host/core.js').Storewright} storewright */
const goodReplies = (storewright) => goodCalls.map(([method, params]) => {
  const reply = storewright.callText(method, params);
  assert.equal(codeOf(reply, method), undefined);
  return reply;
});

const depth = 65;
/** @type {[name: string, text: string, code: string][]} */
const documents = [
  ['nothing', '', 'SW-1002'],
  ['cut', '{"a":', 'SW-1002'],
  ['two documents', '{} {}', 'SW-1002'],
  ['NaN', '{"a":NaN}', 'SW-1002'],
  ['half a surrogate', '{"a":"\\ud83d"}', 'SW-1002'],
  ['a key twice', '{"a":1,"\\u0061":2}', 'SW-1003'],
  ['lists 65 deep', '['.repeat(depth) + ']'.repeat(depth), 'SW-1004'],
  ['objects 65 deep', '{"a":'.repeat(depth) + '1' + '}'.repeat(depth), 'SW-1004'],
  ['a megabyte of brackets', '['.repeat(1_000_000), 'SW-1004'],
  ['1e400', '{"a":1e400}', 'SW-1006'],
  ['null', 'null', 'SW-1105'],
  ['a number', '1e308', 'SW-1105'],
  ['a text', '"{}"', 'SW-1105'],
  ['a list', '[{}]', 'SW-1105'],
  ['an unknown field', '{"no_such_field":1}', 'SW-1101'],
  ['10 MB', `{"a":"${'x'.repeat(10_000_000)}"}`, 'SW-1001'],
];

const values = ['null', 'true', '""', '"NaN"', '-1', '-1e308', '1e308', '1e400', '1.5', '[]', '[null]', '[[]]', '["no such word"]',
  '{}', '{"low":2,"high":1}', '{"low":null,"high":1}', '{"low":1,"high":1e308}', '{"no_such_member":1}'];

test('every method has a good call here', () => {
  const methods = readdirSync(join(root, 'content/schemas/methods')).map((file) => file.replace(/\.json$/, ''));
  assert.deepEqual(goodCalls.map(([method]) => method).sort(), methods.sort());
});

test('what is no object of fields is refused by every method', async () => {
  const storewright = await loadCore();
  const before = goodReplies(storewright);
  for (const [method] of goodCalls)
    for (const [name, text, code] of documents) assert.equal(codeOf(storewright.callText(method, text), name), code, `${method}: ${name}`);
  assert.deepEqual(goodReplies(storewright), before);
});

test('a good call cut after any byte is refused, between characters and within them', async () => {
  const core = await rawCore();
  const whole = goodCalls.map(([method, params]) => core(method, Buffer.from(params)));
  for (const [method, params] of goodCalls) {
    const bytes = Buffer.from(params);
    for (let size = 0; size < bytes.length; ++size) {
      const cut = bytes.subarray(0, size);
      const expected = Buffer.from(cut.toString()).equals(cut) ? 'SW-1002' : 'SW-1005';
      assert.equal(codeOf(core(method, cut), method), expected, `${method} cut to ${size} bytes`);
    }
  }
  assert.deepEqual(goodCalls.map(([method, params]) => core(method, Buffer.from(params))), whole);
});

test('every wrong value of every field gets the same answer from core.wasm and from the command', async () => {
  const storewright = await loadCore();
  const before = goodReplies(storewright);
  /** @type {Call[]} */
  const cases = [];
  for (const { method, path } of allFields()) {
    for (const value of values) cases.push({ name: `${method} ${path.join('.')} ${value}`, method, text: paramsWith(path, value) });
    const misspelt = [...path.slice(0, -1), `${path.at(-1)}q`];
    cases.push({ name: `${method} ${misspelt.join('.')} misspelt`, method, text: paramsWith(misspelt, '1') });
  }
  const lines = cases.map(({ name, method, text }) => {
    const reply = storewright.callText(method, text);
    const code = codeOf(reply, name);
    if (name.endsWith(' misspelt')) assert.match(`${code} ${JSON.parse(reply).error.message}`, /^SW-1101 .*did you mean “/, name);
    return `${name}\t${code ? 'error' : 'ok'}\t${reply}\n`;
  });
  const native = withFolder((folder) => {
    const file = join(folder, 'cases.json');
    writeFileSync(file, JSON.stringify({ cases }));
    return spawnSync(command, ['cases', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  });
  assert.equal(native.status, 0, native.stderr);
  assert.equal(native.stdout, lines.join(''));
  assert.deepEqual(goodReplies(storewright), before);
});

test('what JavaScript can pass but JSON cannot say is refused or throws, and spoils nothing', async () => {
  const storewright = await loadCore();
  const before = goodReplies(storewright);
  /** @type {Record<string, unknown>} */
  const circle = {};
  circle.circle = circle;
  for (const params of [null, 7, 'x', [], { writes_per_second: NaN }, { writes_per_second: -Infinity }, () => 1, circle, { money: 1n }])
    assert.throws(() => storewright.call('recommend', params), String(params));
  for (const method of ['', 'a\nb', 'x'.repeat(10_000_000), '\ud800', /** @type {any} */ (null), /** @type {any} */ ({})])
    assert.equal(codeOf(storewright.callText(method, '{}'), 'method'), 'SW-1201');
  assert.equal(codeOf(storewright.callText('recommend', '{"application":"\ud83d"}'), 'half a surrogate'), undefined);
  assert.deepEqual(goodReplies(storewright), before);
});

test('a spoilt content file is refused by validate with code and file', () => {
  /** @type {[spoil: (text: string) => string | Buffer, problem: RegExp][]} */
  const rows = [
    [() => '', /^SW-1002 FILE#byte 0/m],
    [(text) => text.slice(0, text.length / 2), /^SW-1002 FILE#byte \d+/m],
    [(text) => text.replace('{', '{"twice":1,"twice":2,'), /^SW-1003 FILE#\/twice/m],
    [() => '['.repeat(depth) + ']'.repeat(depth), /^SW-1004 FILE#/m],
    [(text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), /^SW-1005 FILE#byte \d+/m],
    [(text) => text.replace('{', '{"large":1e400,'), /^SW-1006 FILE#byte \d+/m],
    [(text) => text + ' '.repeat(17_000_000), /^SW-1001 FILE#/m],
    [() => 'null', /^SW-1408 FILE#/m],
    [() => '[]', /^SW-1408 FILE#/m],
    [() => '{}', /^SW-1408 FILE#/m],
    [() => '{"items":null}', /^SW-1408 FILE#/m],
    [(text) => text.replace('{', '{"no_such_member":1,'), /^SW-1408 FILE#.*no_such_member/m],
    [() => `{"items":["${'x'.repeat(10_000_000)}"]}`, /^SW-1408 FILE#/m],
  ];
  const files = ['pack.json', 'categories.json', 'traits.json', 'sources.json', 'errors.json', 'presets.json', 'engines/redis.json',
    'rules/scale.json', 'notes/ring.json'];
  withFolder((folder) => {
    cpSync(join(root, 'content'), folder, { recursive: true });
    for (const file of files) {
      const path = join(folder, file);
      const good = readFileSync(path, 'utf8');
      for (const [spoil, problem] of rows) {
        writeFileSync(path, spoil(good));
        const { status, stdout } = spawnSync(command, ['validate', folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
        assert.equal(status, 1, `${file}: ${problem}`);
        assert.match(stdout, new RegExp(problem.source.replace('FILE', file.replace('.', '\\.')), 'm'));
        for (const [code] of stdout.matchAll(/^SW-\d+/gm)) assert.ok(knownCodes.has(code), code);
      }
      writeFileSync(path, good);
    }
    assert.equal(spawnSync(command, ['validate', folder]).status, 0);
  });
});

/**
 * core.wasm without core.js, which can only send whole characters: bytes in, text out.
 * @returns {Promise<(method: string, params: Uint8Array) => string>}
 */
async function rawCore() {
  const { instance } = await WebAssembly.instantiate(readFileSync(corePath), {
    env: { emscripten_notify_memory_growth() {} }, wasi_snapshot_preview1: { proc_exit() { throw new Error('the core gave up'); } },
  });
  const core = /** @type {any} */ (instance.exports);
  core._initialize?.();
  /** @param {Uint8Array} bytes */
  const placed = (bytes) => {
    const at = core.sw_alloc(bytes.length);
    new Uint8Array(core.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  return (method, params) => {
    const name = Buffer.from(method);
    const [nameAt, paramsAt] = [placed(name), placed(params)];
    const reply = core.sw_call(nameAt, name.length, paramsAt, params.length);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(core.memory.buffer, reply, core.sw_result_size()));
    core.sw_free(nameAt);
    core.sw_free(paramsAt);
    return text;
  };
}

/**
 * @template Result
 * @param {(folder: string) => Result} use
 * @returns {Result}
 */
function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'storewright-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
