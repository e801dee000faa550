// The `storewright` command: what it prints, and how it ends.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = process.env.STOREWRIGHT_COMMAND ?? `${root}build/native/storewright`;

/**
 * @param {string[]} words
 * @param {string} [input]
 */
function run(words, input = '') {
  const { status, stdout, stderr } = spawnSync(command, words, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
}

/**
 * Runs `use` with a copy of the content that it may spoil.
 * @param {(folder: string) => void} use
 */
function withContentCopy(use) {
  const folder = mkdtempSync(join(tmpdir(), 'storewright-'));
  try {
    cpSync(join(root, 'content'), folder, { recursive: true });
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a call prints its result and a newline', () => {
  const { status, stdout } = run(['call', 'sharding.plan'], '{"companies": ["42"]}');
  assert.equal(status, 0);
  assert.ok(stdout.endsWith('}\n'));
  assert.deepEqual(JSON.parse(stdout).shards, [4]);
});

test('a refused call prints its problems as JSON and ends with 1', () => {
  const { status, stdout } = run(['call', 'sharding.ring'], '{"shards": 0}');
  assert.equal(status, 1);
  assert.equal(JSON.parse(stdout).error.code, 'SW-1103');
});

test('a method that does not exist names the nearest and ends with 1', () => {
  const { status, stdout } = run(['call', 'recomend'], '{}');
  assert.equal(status, 1);
  assert.match(JSON.parse(stdout).error.message, /recommend/);
});

test('wrong usage ends with 2 and says what to do', () => {
  /** @type {[string[], RegExp][]} */
  const rows = [
    [[], /--help/],
    [['cal'], /Did you mean "call"/],
    [['valdate', 'content'], /Did you mean "validate"/],
    [['call'], /takes a method/],
    [['methods', '--all'], /--names/],
    [['validate'], /content folder/],
    [['cases'], /at least one file/],
    [['grade', 'recipe-app'], /a question and a file/],
    [['--as-of'], /takes a date/],
    [['--as-of', '2026-13-01', 'methods'], /takes a date/],
  ];
  for (const [words, message] of rows) {
    const { status, stderr } = run(words);
    assert.equal(status, 2, words.join(' '));
    assert.match(stderr, message);
  }
});

test('a file that cannot be read ends with 3 and is named', () => {
  for (const words of [['call', 'recommend', 'no/such.json'], ['call', 'recommend', root], ['validate', 'no/such'], ['cases', 'no/such.json'], ['grade', 'recipe-app', 'no/such.jsonl']]) {
    const { status, stderr } = run(words);
    assert.equal(status, 3, words.join(' '));
    assert.match(stderr, /cannot read/);
  }
});

test('help and version end with 0', () => {
  assert.match(run(['--help']).stdout, /storewright call METHOD/);
  assert.match(run(['call', '--help']).stdout, /Exit status/);
  assert.match(run(['--version']).stdout, /^storewright \d+\.\d+\.\d+\n$/);
});

test('a date may be given for every call, and validate names the facts that are due on it', () => {
  const { status, stdout } = run(['--as-of', '2026-01-31', 'call', 'sharding.plan'], '{}');
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).shard_count, 16);

  const content = join(root, 'content');
  const fresh = run(['--as-of', '2026-11-22', 'validate', content]);
  assert.doesNotMatch(fresh.stdout, /Read again/);
  const later = run(['--as-of', '2099-01-01', 'validate', content]);
  assert.equal(later.status, 0);  // an old fact may still hold
  assert.match(later.stdout, /Read again: engines\/redis\.json licence, read \d{4}-\d\d-\d\d\./);
});

test('the methods are listed with the schemas that stand in content/', () => {
  const methods = JSON.parse(run(['methods']).stdout);
  const names = run(['methods', '--names']).stdout.trim().split('\n');
  assert.deepEqual(methods.map((/** @type {{ name: string }} */ { name }) => name), names);
  const files = readdirSync(join(root, 'content/schemas/methods'));
  assert.deepEqual(files.sort(), names.map((name) => `${name}.json`).sort());
  for (const { name, params } of methods)
    assert.deepEqual(JSON.parse(readFileSync(join(root, `content/schemas/methods/${name}.json`), 'utf8')), params);
});

test('content that is spoilt is refused with code, file and place', () => {
  /** @type {[string, (text: string) => string, RegExp][]} */
  const rows = [
    ['categories.json', (text) => text.slice(0, -10), /SW-1002 categories\.json#byte \d+/],
    ['categories.json', (text) => text.replace('"id"', '"idd"'), /SW-1408 categories\.json#\/items\/0/],
    ['engines/redis.json', (text) => text.replace('"id": "redis"', '"id": "rediz"'), /SW-1401 engines\/redis\.json#\/id/],
    ['engines/redis.json', (text) => text.replace('"category": "key_value"', '"category": "keyvalue"'), /SW-1408 engines\/redis\.json#\/category/],
    ['sources.json', (text) => text.replace('{"items": [', '{"items": [{"id":"x","title":"x","publisher":"x","address":"","read":"2026-01-01"},').replace('"items": [\n', '"items": [{"id":"x","title":"x","publisher":"x","address":"","read":"2026-01-01"},\n'), /SW-1409 sources\.json.*"x"/],
    ['published/uber-schemaless.json', (text) => text.replace('"id": "uber-schemaless"', '"id": "uber"'), /SW-1401 published\/uber-schemaless\.json#\/id/],
    ['published/uber-schemaless.json', (text) => text.replace('"lesson"', '"lessons"'), /SW-1408 published\/uber-schemaless\.json/],
    ['published/uber-schemaless.json', (text) => text.replace('"consistency": "eventual"', '"consistency": "sometimes"'), /published\/uber-schemaless\.json#\/consistency/],
    ['published/uber-schemaless.json', (text) => text.replace('    "consistency": "eventual",\n', ''), /SW-1401 published\/uber-schemaless\.json#\/profile\/consistency/],
    ['published/uber-schemaless.json', (text) => text.replace('"stated": {', '"stated": {"money": "x",'), /SW-1401 published\/uber-schemaless\.json#\/profile\/money/],
    ['published/uber-schemaless.json', (text) => text.replace('"profile": {', '"profile": {"money": true,'), /SW-1401 published\/uber-schemaless\.json#\/stated\/money/],
    ['published/uber-schemaless.json', (text) => text.replace('"engines_after": ["mysql"]', '"engines_after": ["mysqll"]'), /SW-1402 published\/uber-schemaless\.json#\/engines_after/],
    ['questions/recipe-app.json', (text) => text.replace('I would keep everything in one PostgreSQL', 'I would keep everything in one MongoDB'), /SW-2311 questions\/recipe-app\.json.*one_relational_store/],
    ['practice/patterns/recipe-app.json', (text) => text.replace('"read-heavy"', '"read-heavyy"'), /SW-2310 .*read-heavyy/],
    ['practice/lexicon.json', (text) => text.replace('"sqlite"]', '"sqlite", "redis"]'), /SW-2310 .*"redis"/],
    ['audit/hidden-cost.json', (text) => text.replace('"expect": 301041.67', '"expect": 302083'), /SW-1450 audit\/hidden-cost\.json "monthly-churn-cost": "month" comes to 301,041\.6\d+, not to 302,083/],
    ['audit/hidden-cost.json', (text) => text.replace('{month}. The printed', '{moth}. The printed'), /SW-1402 audit\/hidden-cost\.json "monthly-churn-cost".*\{moth\}/],
    ['audit/hidden-cost.json', (text) => text.replace('churn_rate * lifetime_value', 'churn * lifetime_value'), /SW-2902 audit\/hidden-cost\.json "monthly-churn-cost"/],
    ['audit/hidden-cost.json', (text) => text.replace('"id": "churn-counted-twice"', '"id": "monthly-churn-cost"'), /SW-1403 audit\/hidden-cost\.json "monthly-churn-cost"/],
    ['audit/hidden-cost.json', (text) => text.replace('"verdict": "wrong"', '"verdict": "holds"'), /SW-1451 audit\.json#\/wrong/],
    ['audit/hidden-cost.json', (text) => text.replace('["dataflow-article"]', '["dataflow"]'), /SW-1402 audit\/hidden-cost\.json "monthly-churn-cost"/],
    ['audit/hidden-cost.json', (text) => text.replace('"quoted"', '"quote"'), /SW-1408 audit\/hidden-cost\.json/],
    ['new.json', () => '{}', /SW-1408 new\.json/],
    ['errors.json', (text) => text.replace('"code": 1002', '"code": 1001'), /SW-1403 .*1001/],
  ];
  for (const [file, spoil, problem] of rows)
    withContentCopy((folder) => {
      const path = join(folder, file);
      const text = file === 'new.json' ? '' : readFileSync(path, 'utf8');
      writeFileSync(path, spoil(text));
      const { status, stdout } = run(['validate', folder]);
      assert.equal(status, 1, file);
      assert.match(stdout, problem);
    });
});

// What CONTRIBUTING asks of someone who adds them: content alone. The pages are drawn from packs of the copy, so nothing is built.
const ownPrice = {
  provider: 'acme', service: 'acme-postgresql', item: 'node', region: 'any', currency: 'USD', unit: 'hour', amount: 0.4,
  source: '', kind: 'unverified', read: '2026-11-22', review_by: '2027-05-22', note: 'Told on the telephone; no page has it.',
};
const ownOption = {
  id: 'acme-postgresql', name: 'Acme PostgreSQL', engine: 'postgresql', runs: 'managed', burden: 'low',
  hours_a_month: { low: 1, mid: 2, high: 3 }, hours_says: 'An estimate of ours.',
  sizing: { unit: 'node', units_for_one_load: 2, smallest: 1, largest: 16, step: 'whole', says: 'A guess.', source: 'product-rule', kind: 'product_rule' },
  lines: [{ id: 'compute', group: 'compute', label: 'Nodes', quantities: ['hours', 'units'], price: 'acme/acme-postgresql/node' }],
};
const ownCalculator = {
  id: 'seats', method: 'cost.seats', title: 'Cost of seats', question: 'What do the seats of a tool cost?',
  purpose: 'Seats times their price, less a discount.', start: 'ours', answer: 'month', headline: '{seats} seats cost {month} a month.',
  sources: ['product-rule'],
  inputs: [
    { name: 'seats', label: 'Seats', max: 100000 },
    { name: 'price_usd', label: 'Price of a seat', unit: 'USD a month', notation: 'usd' },
    { name: 'discount_percent', label: 'Discount', unit: '%', notation: 'percent', max: 100 },
  ],
  presets: [{ id: 'ours', label: 'Twenty seats', help: 'Ours.', values: { seats: 20, price_usd: 15, discount_percent: 10 } }],
  lines: [{ id: 'month', label: 'A month', unit: 'a month', notation: 'usd', formula: 'seats * price_usd * (1 - discount_percent)' }],
  plot: { title: 'Cost by seats', input: 'seats', x_label: 'seats', to: 100, lines: ['month'], takeaway: '{seats} seats cost {month} a month.' },
};

/** @param {string} folder @param {{price?: object, option?: object, calculator?: object}} [changed] */
function addThree(folder, { price = ownPrice, option = ownOption, calculator = ownCalculator } = {}) {
  writeFileSync(join(folder, 'prices/own.json'), JSON.stringify({ prices: [price] }));
  const options = join(folder, 'prices/options.json');
  const read = JSON.parse(readFileSync(options, 'utf8'));
  writeFileSync(options, JSON.stringify({ ...read, options: [...read.options, option] }));
  writeFileSync(join(folder, 'calculators/seats.json'), JSON.stringify(calculator));
}

test('a price, an option and a small calculator are added by content alone, and the pages show them', () => {
  withContentCopy((folder) => {
    addThree(folder);
    const checked = run(['validate', folder]);
    assert.equal(checked.status, 0, checked.stdout);
    const packs = join(folder, 'packs');
    mkdirSync(packs);
    const packed = spawnSync(join(dirname(command), 'storewright-pack'), [folder, packs], { encoding: 'utf8' });
    assert.equal(packed.status, 0, packed.stderr);
    /** @param {string} route */
    const page = (route) => spawnSync(join(dirname(command), 'storewright-pages'), ['--route', route, '--packs', packs], { encoding: 'utf8' }).stdout;
    // 20 x 15 less a tenth; 2 nodes x 0.4 x 730 hours and 1 to 3 hours of 200.
    assert.match(page('#/calculate/seats'), /status "20 seats cost \$270 a month\."/);
    assert.match(page('#/calculate/seats?v=1&seats=10~20~30'), /\$135 to \$405/);
    assert.match(page('#/calculate'), /link "Cost of seats" -> #\/calculate\/seats/);
    assert.match(page('#/calculate/compare'), /status "Cheapest: Acme PostgreSQL, \$784 to \$1,184 a month with people\."/);
  });
});

test('what is wrong with an added price, option or calculator is named with its place', () => {
  const [seats, ...others] = ownCalculator.inputs;
  const [nodes] = ownOption.lines;
  const [month] = ownCalculator.lines;
  // What the schemas say comes first, then what the packs say of each other.
  /** @type {[Parameters<typeof addThree>[1], RegExp[]][]} */
  const rows = [
    [{ price: { ...ownPrice, unit: 'week' }, calculator: { ...ownCalculator, inputs: [{ ...seats, unit: 'chairs' }, ...others] } },
      [/SW-1408 prices\/own\.json#\/prices\/0\/unit/, /SW-1408 calculators\/seats\.json#\/inputs\/0\/unit: This must be one of/]],
    [{ price: { ...ownPrice, provider: 'aws', service: 'internet', item: 'out', region: 'us-east-1' }, calculator: { ...ownCalculator, lines: [{ ...month, formula: 'seat * price_usd' }] } },
      [/SW-3002 prices\/own\.json#\/prices\/0: .*aws\/internet\/out/, /SW-3007 prices\/options\.json#\/options\/\d+.*acme-postgresql\/node"/, /SW-2902 calculators\/seats\.json#\/lines\/0: "seat"/]],
    [{ option: { ...ownOption, engine: 'postgres', lines: [nodes] } }, [/SW-1402 prices\/options\.json#\/options\/\d+\/engine: No record has the id "postgres"/]],
  ];
  for (const [changed, problems] of rows)
    withContentCopy((folder) => {
      addThree(folder, changed);
      const { status, stdout } = run(['validate', folder]);
      assert.equal(status, 1);
      for (const problem of problems) assert.match(stdout, problem);
    });
});

test('labelled answers are graded, with what is newly right and wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storewright-'));
  try {
    const path = join(folder, 'answers.jsonl');
    const answer = (/** @type {string} */ text, /** @type {object} */ more) => `${JSON.stringify({ text, labels: { one_relational_store: 'met' }, ...more })}\n`;
    writeFileSync(path, answer('We keep all recipes in PostgreSQL.', { id: 'a', was: { one_relational_store: 'not_found' } }) + '\n' +
      answer('We keep all recipes in Cassandra.', { id: 'b', was: { one_relational_store: 'met' } }));
    const { status, stdout } = run(['grade', 'recipe-app', path]);
    assert.equal(status, 0);
    assert.match(stdout, /^one_relational_store\t2\t1\t0\t1\t1\t1$/m);
    assert.match(stdout, /^all\t2\t1\t0\t1\t1\t1$/m);
    assert.match(stdout, /^b\tone_relational_store\tcontradicted instead of met/m);
    writeFileSync(path, '{"text": "x"}\n{"labels": {}}\nno\n');
    assert.match(run(['grade', 'recipe-app', path]).stdout, /SW-1401.*line 2.*SW-1002.*line 3/);
    assert.match(run(['grade', 'recipe', path]).stdout, /SW-2307/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
