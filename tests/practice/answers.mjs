// The labelled answers, how they are graded by the command, and the count of what was checked.
// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as statistics from './statistics.mjs';

/** @typedef {import('./variants.mjs').Texts} Texts */
/** @typedef {{state: string, points: number, keyword?: boolean, keywords?: boolean, evidence: {field: string, start: number, end: number}[]}} Mark */
/** @typedef {{id: string, points: number, max_points: number, style: string, marks: Record<string, Mark>}} Graded */
/** @typedef {{id: string, text: Texts, labels: Record<string, string>}} Answer */
/** @typedef {{question: string, answer: Answer, graded: Graded, truth: Record<string, string>, other: Record<string, string>, overlap: number}} Row */

export const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
export const command = here('../../build/native/storewright');
const folder = here('../../build/test/practice');
mkdirSync(folder, { recursive: true });
export const questions = ['recipe-app', 'ecommerce-polyglot', 'mongodb-to-cassandra', 'ride-sharing'];
export const show_wrong = process.argv.includes('--wrong');

/** Of all checks. */
export const score = { passed: 0, failed: 0 };

/** @param {string} name @param {boolean} holds @param {string} [detail] */
export function check(name, holds, detail = '') {
  if (holds) ++score.passed;
  else ++score.failed;
  console.log(`${holds ? 'PASS' : 'FAIL'}  ${name}${detail ? `: ${detail}` : ''}`);
}

/** @param {string} path @returns {any[]} */
export const lines = (path) =>
  readFileSync(here(path), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

let files = 0;
/** Grades answers by the command, all of one question at once. @param {string} question @param {object[]} answers @returns {Graded[]} */
export function grade(question, answers) {
  if (!answers.length) return [];
  const file = `${folder}/${++files}.jsonl`;
  writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join('\n') + '\n');
  const out = execFileSync(command, ['grade', question, file, '--marks'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Answers with an even number are held back from whoever writes patterns. @param {string} id */
export const held_back = (id) => !id.includes('-own-') && Number(id.slice(-3)) % 2 === 0;

/** Where the two labellers differ, nobody can tell. @param {string} question @returns {Row[]} */
export function corpus(question) {
  const answers = /** @type {Answer[]} */ (lines(`corpus/${question}.jsonl`));
  const second = new Map(lines(`corpus/${question}.second.jsonl`).map((one) => [one.id, one.labels]));
  const model = statistics.content_words(model_of(question));
  for (const word of statistics.content_words(asked_of(question))) model.delete(word);
  const graded = grade(question, answers.map(({ id, text }) => ({ id, text })));
  return answers.map((answer, i) => {
    const other = second.get(answer.id);
    const truth = Object.fromEntries(Object.entries(answer.labels).map(([id, state]) => [id, other[id] === state ? state : 'cannot_tell']));
    const words = statistics.content_words(Object.values(answer.text).join(' '));
    const same = [...model].filter((word) => words.has(word)).length;
    return { question, answer, graded: graded[i], truth, other, overlap: same / model.size };
  });
}

/** @param {string} question */
export const content = (question) => JSON.parse(readFileSync(here(`../../content/questions/${question}.json`), 'utf8'));
/** @param {string} question */
const asked_of = (question) => content(question).scenario.join(' ');
/** @param {string} question */
const model_of = (question) => [...content(question).solution, ...[content(question).model.text].flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text ?? {})))].join(' ');
