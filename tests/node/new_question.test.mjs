// A question from scratch, by the steps of CONTRIBUTING: its files alone, validated, then graded, with no C++ and no build.
// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const command = process.env.STOREWRIGHT_COMMAND ?? `${root}build/native/storewright`;

/** @param {string[]} words */
function run(words) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout: stdout + stderr };
}

const head = { version: 1, level: 'beginner', minutes: 2, source: 'product-rule', kind: 'product_rule', read: '2026-11-22' };

const numeric = {
  ...head, id: 'shelf-space', title: 'How long does the shelf last?', purpose: 'A store fills by what arrives.', modes: ['numeric'], skills: ['capacity.growth'],
  variables: [
    { name: 'free', label: 'Free space', unit: 'GB', classic: 120, from: 60, to: 600, step: 60 },
    { name: 'daily', label: 'New each day', unit: 'GB', classic: 4, values: [2, 3, 4, 5, 6] },
  ],
  demands: [{ expression: 'free / daily', multiple_of: 1 }],
  scenario: ['A disk has {free} GB left. Every day {daily} GB arrive, and nothing is removed.'],
  steps: [{
    id: 'days', prompt: 'After how many days is it full?', unit: 'days', in: 'day', formula: 'free / daily', skill: 'capacity.growth', points: 1, tolerance: 0,
    right: '{free} GB over {daily} GB a day are {days} days.', complete: 'Divide the room by what arrives.', hints: ['What fills the room?', 'How often does one day’s share fit into the room?'],
    slips: [{ formula: 'free * daily', why: 'You multiplied; the room is used up, not filled again each day.' }],
  }],
  solution: ['{free} GB of room divided by {daily} GB a day are {days} days.'],
};

const decisions = {
  ...head, id: 'two-drawers', title: 'Money and clicks', purpose: 'Strict where a mistake hurts.', modes: ['structured'], skills: ['decision.store'],
  scenario: ['A small shop keeps payments and counts clicks on its pages. It has one engineer.'],
  decisions: [{
    id: 'payments', type: 'choice', prompt: 'What keeps the payments?', skill: 'decision.store', points: 1, complete: 'Which of these has transactions?',
    options: [
      { id: 'postgresql', label: 'PostgreSQL', credit: 1, why: 'Transactions, and one system to run.' },
      { id: 'mysql', label: 'MySQL', credit: 1, why: 'Transactions, and one system to run.' },
      { id: 'redis', label: 'Redis', credit: 0, why: 'It may lose the last moments, and payments must not.', misconception: 'memory-for-money' },
    ],
  }],
  hints: ['What must never be lost?', 'Which of these confirms a change only when it is kept?'],
  misconceptions: [{ id: 'memory-for-money', title: 'Money kept in memory', why: 'What is confirmed must still be there after a crash.' }],
  model: { structured: { payments: 'postgresql' } },
  alternatives: [{ id: 'mysql', why: 'MySQL has transactions as well.', structured: { payments: 'mysql' } }],
  examples: [{ id: 'redis', misconception: 'memory-for-money', structured: { payments: 'redis' }, states: { payments: 'contradicted' }, points: 0 }],
  solution: ['A relational database: a payment is confirmed once it is kept.'],
};

const written = {
  ...head, id: 'parcel-labels', title: 'Where does the parcel stand?', purpose: 'One place that is right.', modes: ['text'], skills: ['decision.store'],
  scenario: ['A courier prints a note for each parcel and looks it up by its number. Each parcel has one state at a time.'],
  words: {
    fields: [],
    criteria: [{
      id: 'parcels_relational', points: 1, skill: 'decision.store', asks: 'Parcels are kept in a relational database.', why: 'One row for each parcel, changed in a transaction.',
      question: 'Which kind of store changes one row safely?', complete: 'Name the store that keeps the parcels.',
    }],
  },
  hints: ['How many places may say where a parcel is?', 'Which store changes a row in a transaction?'],
  misconceptions: [{ id: 'queue-as-store', title: 'A queue as the store', why: 'A queue passes states on; it does not tell the newest one by number.' }],
  model: { text: 'I would keep the parcels in PostgreSQL, one row for each, because a change of state is a transaction.' },
  alternatives: [{ id: 'mysql', why: 'MySQL does the same.', text: 'MySQL holds every parcel in a row that is updated in place.' }],
  examples: [{ id: 'kafka', misconception: 'queue-as-store', text: 'Kafka stores the parcels for good, and people ask it for the state.', states: { parcels_relational: 'contradicted' }, points: 0 }],
  solution: ['A relational database with one row for each parcel.'],
};

const patterns = {
  question: 'parcel-labels',
  concepts: [{ id: 'parcels', kind: 'slot', label: 'parcels', forms: ['parcel', 'parcels', 'package'] }],
  criteria: [{
    id: 'parcels_relational',
    met: { concept: ['postgresql', 'mysql'], about: ['parcels'] },
    against: [{ if: { concept: 'kafka', about: ['parcels'] }, why: 'Kafka passes states on.', misconception: 'queue-as-store' }],
  }],
};

/** @type {Record<string, object>} */
const files = {
  'questions/shelf-space.json': numeric,
  'questions/two-drawers.json': decisions,
  'questions/parcel-labels.json': written,
  'practice/patterns/parcel-labels.json': patterns,
};

/**
 * A copy of the content with the new files, one of them changed.
 * @param {(folder: string) => void} use
 * @param {Record<string, object>} [changed]
 */
function withNewQuestions(use, changed = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'storewright-'));
  try {
    cpSync(join(root, 'content'), folder, { recursive: true });
    for (const [path, json] of Object.entries({ ...files, ...changed })) writeFileSync(join(folder, path), JSON.stringify(json));
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The lines of `storewright grade` for some answers.
 * @param {string} folder @param {string} question @param {object[]} answers
 */
function grade(folder, question, answers) {
  const path = join(folder, 'answers.jsonl');
  writeFileSync(path, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  const { status, stdout } = run(['grade', question, path, '--content', folder]);
  rmSync(path);
  assert.equal(status, 0, stdout);
  return stdout;
}

test('questions of each kind are added by their files alone, validated and graded', () => {
  withNewQuestions((folder) => {
    const { status, stdout } = run(['validate', folder]);
    assert.equal(status, 0, stdout);

    const days = (/** @type {string} */ typed, /** @type {string} */ state, seed = 0) => ({ seed, numeric: { days: typed }, labels: { days: state } });
    assert.match(grade(folder, 'shelf-space', [days('30', 'met'), days('120 / 4', 'met'), days('480', 'contradicted'), days('a month', 'cannot_tell'), days('30', 'contradicted', 3)]),
      /^days\t5\t5\t0\t0\t0\t0$/m);

    const payments = (/** @type {string} */ id, /** @type {string} */ state) => ({ structured: { payments: id }, labels: { payments: state } });
    assert.match(grade(folder, 'two-drawers', [payments('postgresql', 'met'), payments('mysql', 'met'), payments('redis', 'contradicted')]), /^payments\t3\t3\t0\t0\t0\t0$/m);

    const parcels = (/** @type {string} */ text, /** @type {string} */ state) => ({ text, labels: { parcels_relational: state } });
    assert.match(grade(folder, 'parcel-labels', [
      parcels('The packages are stored in Postgres.', 'met'),
      parcels('We never keep parcels in PostgreSQL.', 'not_found'),
      parcels('Kafka keeps all parcels.', 'contradicted'),
      parcels('A spreadsheet will do.', 'not_found'),
    ]), /^parcels_relational\t4\t[34]\t0\t/m);
  });
});

test('what a question lacks is named by file', () => {
  const claims = JSON.parse(readFileSync(join(root, 'content/audit/practice.json'), 'utf8'));
  const step = numeric.steps[0];
  const criterion = written.words.criteria[0];
  /** Each row is one copy of the content: the files that are changed, and everything that is then named. @type {[Record<string, object>, RegExp[]][]} */
  const rows = [
    [{
      'questions/shelf-space.json': {
        ...numeric, source: 'nowhere', skills: ['gardening.roses'], steps: [{ ...step, hints: [], slips: [] }],
        variables: numeric.variables.map(({ name, label, unit, classic }) => ({ name, label, unit, classic, values: [classic] })),
      },
      'questions/two-drawers.json': { ...decisions, hints: ['One.'], alternatives: [], examples: [], model: { structured: { payments: 'redis' } } },
      'questions/parcel-labels.json': { ...written, model: { text: 'Somewhere safe.' }, examples: [{ ...written.examples[0], points: 1 }] },
    }, [
      /shelf-space\.json: .*a hint for "days"/, /shelf-space\.json: .*a slip for "days"/, /shelf-space\.json: .*five variants/,
      /shelf-space\.json.*nowhere/, /shelf-space\.json.*gardening/,
      /two-drawers\.json: .*hint ladder/, /two-drawers\.json: .*an alternative in taps/, /two-drawers\.json: .*"memory-for-money"/,
      /two-drawers\.json: the model answer misses "payments"/,
      /parcel-labels\.json: the model answer misses "parcels_relational"/, /parcel-labels\.json: the example "kafka" gets 0 points instead of 1/,
    ]],
    [{
      'questions/shelf-space.json': { ...numeric, minutes: 0 },
      'questions/parcel-labels.json': { ...written, solution: [] },
    }, [/shelf-space\.json.*minutes/, /parcel-labels\.json.*solution/]],
    [{ 'questions/shelf-space.json': { ...numeric, steps: [{ ...step, formula: 'free / weekly' }] } }, [/"shelf-space", "free \/ weekly"/]],
    [{
      // Numbers that nobody is told, that are not there or told too early; one that cannot be typed; a slip that is right.
      'questions/shelf-space.json': {
        ...numeric, title: 'How long do 120 GB last?', read: 'yesterday', demands: [], scenario: ['A disk has room left. Every day {weekly} GB arrive.'],
        variables: [numeric.variables[0], { name: 'daily', label: 'New each day', unit: 'GB', classic: 7, values: [3, 6, 7, 9, 11] }],
        steps: [{ ...step, hints: [step.hints[0], 'It is {days} days.'] }], solution: ['{room} GB.'],
      },
      // What is told of a mistake must be there, and reach whoever makes it.
      'questions/two-drawers.json': {
        ...decisions, misconceptions: [...decisions.misconceptions, { id: 'never-said', title: 'Nobody says it', why: 'It is told to nobody.' }],
        examples: [...decisions.examples, { id: 'other', misconception: 'never-said', structured: { payments: 'redis' } }],
      },
      'audit/practice.json': { ...claims, items: claims.items.map((/** @type {object} */ claim, /** @type {number} */ i) => (i ? claim : { ...claim, question: 'recipe-ap' })) },
    }, [
      /shelf-space\.json: The title holds a number/, /shelf-space\.json: .*the day on which its source was read/, /shelf-space\.json: a scenario names \{weekly\}/,
      /shelf-space\.json: "free" stands neither/, /shelf-space\.json: a hint of "days" names \{days\}/, /shelf-space\.json: a solution names \{room\}/,
      /shelf-space\.json: the right number of "days" with seed 0, typed as "17\.14 days"/,
      /two-drawers\.json: the example "other" is not told of the misconception "never-said"/, /two-drawers\.json: .*what the example "other" must get/,
      /audit\/practice\.json .*There is no question "recipe-ap"/,
    ]],
    [{
      'questions/two-drawers.json': { ...decisions, decisions: [{ ...decisions.decisions[0], options: decisions.decisions[0].options.map((one) => ({ ...one, misconception: 'nobody' })) }] },
    }, [/"nobody": no such misconception/]],
    [{
      'questions/shelf-space.json': { ...numeric, steps: [{ ...step, slips: [...step.slips, { formula: 'free / daily * 1', why: 'The same.' }] }] },
      'questions/parcel-labels.json': {
        ...written, scenario: ['A courier prints {notes} notes a day.', ...written.scenario], variables: [{ name: 'notes', label: 'Notes', classic: 90, values: [90] }],
      },
    }, [/shelf-space\.json: the slip "free \/ daily \* 1" of "days"/, /parcel-labels\.json: .*five variants/]],
    [{ 'questions/parcel-labels.json': { ...written, words: { ...written.words, criteria: [criterion, { ...criterion, id: 'another' }] } } },
      [/"another": no pattern recognises/]],
  ];
  for (const [changed, problems] of rows)
    withNewQuestions((folder) => {
      const { status, stdout } = run(['validate', folder]);
      assert.equal(status, 1);
      for (const problem of problems) assert.match(stdout, problem);
    }, changed);
});
