// Answers made from answers: what a learner might as well have written, and what turns it round.

/** @typedef {Record<string, string>} Texts */

const names = /** @type {[RegExp, string][]} */ ([
  [/\bpostgresql\b/gi, 'Postgres'],
  [/\bpostgres\b/gi, 'PostgreSQL'],
  [/\bmongodb\b/gi, 'Mongo'],
  [/\bmongo\b/gi, 'MongoDB'],
  [/\belasticsearch\b/gi, 'Elastic Search'],
  [/\bdynamodb\b/gi, 'Dynamo DB'],
  [/\bCDC\b/g, 'change data capture'],
  [/\bchange data capture\b/gi, 'CDC'],
  [/\bTTL\b/g, 'time to live'],
  [/\btime to live\b/gi, 'TTL'],
  [/\basynchronous\b/gi, 'async'],
]);

/** Other names of the same products and notions; null where none stands. @param {Texts} text @returns {Texts | null} */
export function synonyms(text) {
  let found = false;
  const changed = each(text, (words) => {
    // One pass over the original, so that no new name is changed back.
    const spots = names.flatMap(([pattern, name]) => [...words.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length, name })));
    spots.sort((a, b) => a.at - b.at);
    let out = '';
    let done = 0;
    for (const { at, length, name } of spots) {
      if (at < done) continue;
      out += words.slice(done, at) + name;
      done = at + length;
      found = true;
    }
    return out + words.slice(done);
  });
  return found ? changed : null;
}

/** The fields, and the paragraphs of each, from the last to the first: a paragraph that goes on with the one before stays with it. @param {Texts} text @returns {Texts | null} */
export function reordered(text) {
  let moved = Object.keys(text).length > 1;
  const parts = Object.entries(text).reverse();
  const changed = Object.fromEntries(
    parts.map(([field, words]) => {
      const paragraphs = words.split(/\n\s*\n/);
      if (paragraphs.length < 2 || paragraphs.some((one) => one.trim().length < 80 || goes_on.test(one.trim()))) return [field, words];
      moved = true;
      return [field, paragraphs.reverse().join('\n\n')];
    }),
  );
  return moved ? changed : null;
}

const goes_on = /^(this|that|it|they|these|those|such|which|so|because|otherwise|therefore|then|hence|thus|its|their|there|both|also|he|she|and|but|[-*•(]|\d+[.)])/i;

const long_word = /\b[a-z]{9,}\b/g;

/** Two letters inside of each third long word change places. @param {Texts} text @returns {Texts | null} */
export function typo(text) {
  let count = 0;
  let found = false;
  const changed = each(text, (words) =>
    words.replace(long_word, (word) => {
      const at = 4;
      if (++count % 3 || word[at] === word[at + 1]) return word;
      found = true;
      return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    }),
  );
  return found ? changed : null;
}

/** @param {Texts} text @param {{field: string, text: string}} example @returns {Texts} */
export function falseClaimAdded(text, example) {
  const field = example.field in text ? example.field : Object.keys(text)[Object.keys(text).length - 1];
  return { ...text, [field]: `${text[field].trimEnd()}\n\n${example.text}` };
}

/** Every sentence that holds evidence begins with "It is not true that". @param {Texts} text @param {{field: string, start: number, end: number}[]} evidence @returns {Texts | null} */
export function denied(text, evidence) {
  if (!evidence.length) return null;
  const changed = { ...text };
  for (const field of new Set(evidence.map((span) => span.field))) {
    const bytes = Buffer.from(text[field]);
    const starts = [...new Set(evidence.filter((span) => span.field === field).map((span) => sentence_start(bytes, span.start)))].sort((a, b) => b - a);
    let out = bytes;
    for (const start of starts) out = Buffer.concat([out.subarray(0, start), Buffer.from('It is not true that '), out.subarray(start)]);
    changed[field] = out.toString();
  }
  return changed;
}

/** @param {Buffer} bytes @param {number} at */
function sentence_start(bytes, at) {
  let start = at;
  while (start > 0 && !ends_before(bytes, start)) --start;
  while (start < at && /[\s\-*•#]/.test(String.fromCharCode(bytes[start]))) ++start;
  return start;
}

/** @param {Buffer} bytes @param {number} at */
function ends_before(bytes, at) {
  const before = String.fromCharCode(bytes[at - 1]);
  return before === '\n' || (/\s/.test(before) && at > 1 && /[.!?]/.test(String.fromCharCode(bytes[at - 2])));
}

/** @param {Texts} text @param {(words: string) => string} change @returns {Texts} */
const each = (text, change) => Object.fromEntries(Object.entries(text).map(([field, words]) => [field, change(words)]));
