// What must not change, and how: answers are changed, graded again and compared with what they were. README.md beside this file
// says what each change promises.
// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { check, content, grade, held_back, here, questions, show_wrong } from './answers.mjs';
import { denied, falseClaimAdded, otherNames, reordered, rotated, sentencesMoved, synonyms, typos } from './variants.mjs';

/** @typedef {import('./variants.mjs').Texts} Texts */
/** @typedef {import('./answers.mjs').Graded} Graded */
/** @typedef {import('./answers.mjs').Row} Row */

/** @typedef {{from: Row, text: Texts, id: string, criterion?: string}} Made */

/** @param {string} name @param {Row[]} rows @param {(row: Row) => Made[]} make @param {(before: Row, after: Graded, made: Made) => boolean} holds */
function changed(name, rows, make, holds) {
  let all = 0;
  let unseen = 0;
  /** @type {string[]} */
  const broken = [];
  for (const question of questions) {
    const made = rows.filter((row) => row.question === question).flatMap(make);
    const graded = grade(question, made.map(({ id, text }) => ({ id, text })));
    made.forEach((one, i) => {
      ++all;
      unseen += held_back(one.from.answer.id) ? 1 : 0;
      if (!holds(one.from, graded[i], one)) broken.push(one.id);
    });
  }
  const seen = broken.filter((id) => !held_back(id.slice(0, id.indexOf('/'))));
  check(`${name}: ${all - unseen} variants of what may be seen`, !seen.length, `${seen.length} break it`);
  if (unseen) check(`${name}: ${unseen} variants of the held-back half`, broken.length === seen.length, `${broken.length - seen.length} break it`);
  if (show_wrong && seen.length) console.log(`      ${seen.join(' ')}`);
}

const mixtures = 30;   // of each question

/**
 * Answers that nobody holds back: the content's own, and mixtures of the examples of the marking guides, one for each criterion.
 * @param {string} question @returns {Row[]}
 */
function own_answers(question) {
  const { model, alternatives, examples } = content(question);
  const whole = [model, ...alternatives, ...examples].flatMap(({ text }) => (text ? [typeof text === 'string' ? { text } : text] : []));
  /** @type {{question: string, criterion: string, field: string, text: string}[]} */
  const guide = JSON.parse(readFileSync(here('criteria/examples.json'), 'utf8')).examples.filter((/** @type {any} */ one) => one.question === question);
  const criteria = [...new Set(guide.map((one) => one.criterion))];
  const mixed = Array.from({ length: mixtures }, (_, n) => {
    /** @type {Texts} */
    const text = {};
    criteria.forEach((criterion, i) => {
      const of_criterion = guide.filter((one) => one.criterion === criterion);
      const { field, text: said } = of_criterion[(n * (i + 1) + i) % of_criterion.length];
      text[field] = text[field] ? `${text[field]} ${said}` : said;
    });
    return text;
  });
  const answers = [...whole, ...mixed].map((text, i) => ({ id: `${question}-own-${i}`, text, labels: {} }));
  const graded = grade(question, answers.map(({ id, text }) => ({ id, text })));
  return answers.map((answer, i) => ({ question, answer, graded: graded[i], truth: {}, other: {}, overlap: 0 }));
}

/** Checks what changed answers promise. @param {Row[]} answers */
export function metamorphic(answers) {
  const rows = [...answers, ...questions.flatMap(own_answers)];
  /** @param {string} kind @param {(text: Texts, question: string) => (Texts | null)[]} change @returns {(row: Row) => Made[]} */
  const each = (kind, change) => (row) =>
    change(row.answer.text, row.question).flatMap((text, i) => (text ? [{ from: row, text, id: `${row.answer.id}/${kind}-${i}` }] : []));
  /** Each criterion keeps its points, not the sum alone. @param {Row} before @param {Graded} after */
  const same = (before, after) => Object.entries(after.marks).every(([id, mark]) => mark.points === before.graded.marks[id].points);
  const { names } = lexicon();
  changed('another name for the same thing leaves every mark', rows, each('synonym', (text) => [synonyms(text), ...otherNames(text, names)]), same);
  changed('fields and paragraphs in another order leave every mark', rows, each('order', (text) => [reordered(text), ...rotated(text)]), same);
  changed('two sentences that stand for themselves, exchanged, leave every mark', rows, each('sentences', (text, question) => sentencesMoved(text, subject_of(question))), same);
  const spelt = words_of_content();
  changed('a safe typo leaves every mark', rows, each('typo', (text) => typos(text, spelt)), same);
  const { examples } = JSON.parse(readFileSync(here('criteria/examples.json'), 'utf8'));
  // A list of words to which a sentence is added is another kind of answer, so only answers in sentences are taken.
  const add_claims = (/** @type {Row} */ row) =>
    examples
      .filter((/** @type {any} */ example) => row.graded.style === 'sentences' && example.question === row.question && example.state === 'contradicted')
      .flatMap((/** @type {any} */ example, /** @type {number} */ i) =>
        [false, true].map((before) => ({ from: row, text: falseClaimAdded(row.answer.text, example, before), id: `${row.answer.id}/claim-${i}-${before}`, criterion: example.criterion })),
      );
  // The claim is false in what one criterion asks; that it says something right of another is possible.
  const not_raised = (/** @type {Row} */ before, /** @type {Graded} */ after, /** @type {Made} */ made) =>
    after.marks[made.criterion ?? ''].points <= before.graded.marks[made.criterion ?? ''].points;
  changed('a false claim added never raises the mark of what it is about', rows, add_claims, not_raised);
  const lower = (/** @type {Row} */ before, /** @type {Graded} */ after, /** @type {Made} */ made) =>
    after.marks[made.criterion ?? ''].points < before.graded.marks[made.criterion ?? ''].points;
  const all = denials(rows);
  changed('denying the sentences that were credited lowers the mark', rows, (row) => all.get(row) ?? [], lower);
}

const lexicon = () => JSON.parse(readFileSync(here('../../content/practice/lexicon.json'), 'utf8'));

/** What the data of a question are called: a sentence that has such a word names its subject. @param {string} question */
function subject_of(question) {
  let subject = subjects.get(question);
  if (!subject) {
    const own = JSON.parse(readFileSync(here(`../../content/practice/patterns/${question}.json`), 'utf8'));
    const forms = [...lexicon().concepts, ...own.concepts].filter((one) => one.kind === 'slot').flatMap((one) => one.forms);
    subject = new RegExp(`\\b(${forms.map((form) => form.replace(/[^a-z0-9]+/gi, '[^a-z0-9]+')).join('|')})(s|es)?\\b`, 'i');
    subjects.set(question, subject);
  }
  return subject;
}
/** @type {Map<string, RegExp>} */
const subjects = new Map();

/** All words of the site's own texts, which are spelt right. @returns {Set<string>} */
function words_of_content() {
  const folder = here('../../content/');
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.json'));
  return new Set(files.flatMap((file) => readFileSync(folder + file, 'utf8').toLowerCase().match(/[a-z]+/g) ?? []));
}

const rounds = 8;

/** Each credited criterion denied; what is said twice must be denied twice, so what is still credited is denied in turn. @param {Row[]} rows */
function denials(rows) {
  /** @type {Map<Row, Made[]>} */
  const all = new Map(rows.map((row) => [row, []]));
  for (const question of questions) {
    /** @type {Made[]} */
    let open = [];
    for (const row of rows.filter((one) => one.question === question))
      for (const [criterion, mark] of Object.entries(row.graded.marks)) {
        const text = mark.state === 'met' ? denied(row.answer.text, mark.evidence) : null;
        if (text) open.push({ from: row, text, id: `${row.answer.id}/${criterion}`, criterion });
      }
    for (const one of open) all.get(one.from)?.push(one);
    for (let round = 1; round < rounds && open.length; ++round) {
      const graded = grade(question, open.map(({ id, text }) => ({ id, text })));
      open = open.filter((one, i) => {
        const mark = graded[i].marks[one.criterion ?? ''];
        const text = mark.state === 'met' ? denied(one.text, mark.evidence) : null;
        if (text) one.text = text;
        return text !== null;
      });
    }
  }
  return all;
}
