// What marking an answer in words takes in core.wasm: about 300 words while a learner waits, and 100 kB to see that it grows with
// the length alone. Usage: node tests/bench/grading.mjs
// @ts-check
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from './browser.mjs';

const { load } = await import(pathToFileURL('web/host/core.js').href);
const core = await load(readFileSync('build/web/core.wasm'));
const rounds = 15;

/** Odd answers of the corpus in one text, cut after `bytes`. @param {string} question @param {number} bytes */
function text_of(question, bytes) {
  const answers = readFileSync(`tests/practice/corpus/${question}.jsonl`, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const seen = answers.filter(({ id }) => Number(id.slice(-3)) % 2 === 1);
  const text = seen.map((answer) => Object.values(answer.text).join('\n\n')).join('\n\n');
  const whole = Buffer.from(text.repeat(Math.ceil(bytes / text.length)));
  return whole.subarray(0, bytes).toString().replace(/\uFFFD+$/, '');   // no half letter at the end
}

/** @param {string} question @param {string} text */
function time_of(question, text) {
  const params = JSON.stringify({ question, text });
  const times = [];
  for (let round = 0; round < rounds; ++round) {
    const started = performance.now();
    const reply = core.callText('practice.grade', params);
    times.push(performance.now() - started);
    if (reply.startsWith('{"error"')) throw new Error(reply);
  }
  return median(times);
}

const words_300 = 1800;
/** @type {string[]} */
const lines = [];
let slowest = 0;
for (const question of ['recipe-app', 'ecommerce-polyglot', 'mongodb-to-cassandra', 'ride-sharing']) {
  const one = time_of(question, text_of(question, words_300));
  const ten = time_of(question, text_of(question, words_300 * 10));
  slowest = Math.max(slowest, one);
  lines.push(`${question} ${one.toFixed(1)} ms, ten times the text ${(ten / one).toFixed(1)} times`);
}
const long = time_of('ride-sharing', text_of('ride-sharing', 100_000));
const one_word = time_of('ride-sharing', 'rides '.repeat(16_000));
const unknown = time_of('ride-sharing', Array.from({ length: 14_000 }, (_, i) => `w${i.toString(36)}q`).join(' '));
console.log(`grading 300 words: slowest ${slowest.toFixed(1)} ms of 5 (${lines.join('; ')})`);
console.log(`grading 100 kB: prose ${long.toFixed(0)} ms, one word ${one_word.toFixed(0)} ms, words that nobody knows ${unknown.toFixed(0)} ms`);
