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
export const synonyms = (text) => renamed(text, names);

/** Each name by another one of its list, then by the next. @param {Texts} text @param {string[][]} lists @returns {Texts[]} */
export function otherNames(text, lists) {
  const all = [];
  for (let step = 1; step < Math.max(...lists.map((list) => list.length)); ++step) {
    const table = /** @type {[RegExp, string][]} */ (
      lists.flatMap((list) => (step < list.length ? list.map((name, i) => [whole_words(name), list[(i + step) % list.length]]) : []))
    );
    const changed = renamed(text, table);
    if (changed) all.push(changed);
  }
  return all;
}

const whole_words = (/** @type {string} */ name) => new RegExp(`\\b${name}\\b`, 'gi');

/** @param {Texts} text @param {[RegExp, string][]} table @returns {Texts | null} */
function renamed(text, table) {
  let found = false;
  const changed = each(text, (words) => {
    // One pass over the original, so that no new name is changed back; the longest name counts.
    const spots = table.flatMap(([pattern, name]) => [...words.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length, name })));
    spots.sort((a, b) => a.at - b.at || b.length - a.length);
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

/** The fields in every order that begins with another one. @param {Texts} text @returns {Texts[]} */
export function rotated(text) {
  const fields = Object.entries(text);
  return fields.slice(1).map((_, i) => Object.fromEntries([...fields.slice(i + 1), ...fields.slice(0, i + 1)]));
}

/**
 * Two sentences that follow each other change places, where each of them, and the one behind them, stands for itself: it names its
 * subject (`subject`), begins with no word that points back or forward and with no heading, and ends with a stop.
 * @param {Texts} text @param {RegExp} subject @returns {Texts[]}
 */
export function sentencesMoved(text, subject) {
  /** @type {Texts[]} */
  const all = [];
  const free = (/** @type {string} */ sentence) =>
    sentence.length >= 25 && /^[A-Z].*[.!?]$/.test(sentence) && subject.test(sentence) && !points_elsewhere.test(sentence) && !/^[^.]{0,40}:/.test(sentence);
  for (const [field, words] of Object.entries(text)) {
    const paragraphs = words.split('\n');
    paragraphs.forEach((paragraph, at) => {
      const sentences = paragraph.split(/(?<=[.!?])\s+(?=[A-Z])/);
      for (let i = 0; i + 1 < sentences.length; ++i) {
        if (!sentences.slice(i, i + 3).every((one) => free(one.trim()))) continue;
        const moved = [...sentences.slice(0, i), sentences[i + 1], sentences[i], ...sentences.slice(i + 2)];
        all.push({ ...text, [field]: paragraphs.map((one, k) => (k === at ? moved.join(' ') : one)).join('\n') });
      }
    });
  }
  return all;
}

const points_elsewhere =
  /^(this|that|it|they|these|those|such|which|so|because|otherwise|therefore|then|hence|thus|its|their|there|both|also|he|she|and|but|or|yet|still|instead|however|only|first|second|secondly|third|next|after|afterwards|later|finally|last|before|until|meanwhile|same|the same|either|neither|nor|no|not|yes|one|another|others?|for example|in that|in this|on this|on that|at that|by that|with that|with this|as a result|again|if so|if not|now|once|when|else|too|likewise|here|everything|all|none|nothing|anything|them|most|even|step|phase|plus)\b/i;

const long_word = /\b[a-z]{9,}\b/g;

/**
 * Two letters inside of long words change places: in each word, in every second and in every third, at several places of a word.
 * Safe is a slip in a word that was spelt right and becomes no other word; `spelt` knows words that are.
 * @param {Texts} text @param {Set<string>} spelt @returns {Texts[]}
 */
export function typos(text, spelt) {
  const all = [];
  for (const at of [1, 3, 4, 6])
    for (const step of [1, 2, 3])
      for (let first = 0; first < step; ++first) {
        let count = 0;
        let found = false;
        const changed = each(text, (words) =>
          words.replace(long_word, (word) => {
            const slip = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
            if (count++ % step !== first || slip === word || !spelt.has(word) || spelt.has(slip)) return word;
            found = true;
            return slip;
          }),
        );
        if (found) all.push(changed);
      }
  return all;
}

/** A claim as a paragraph of its own, behind what was written or before it. @param {Texts} text @param {{field: string, text: string}} example @param {boolean} before @returns {Texts} */
export function falseClaimAdded(text, example, before) {
  const field = example.field in text ? example.field : Object.keys(text)[Object.keys(text).length - 1];
  return { ...text, [field]: before ? `${example.text}\n\n${text[field]}` : `${text[field].trimEnd()}\n\n${example.text}` };
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
  if (before === '\n' || !/\s/.test(before)) return before === '\n';
  let stop = at - 2;                          // "(… done.) Then" ends at the stop inside of the bracket
  while (stop > 0 && /[)\]"'”’]/.test(String.fromCharCode(bytes[stop]))) --stop;
  return stop >= 0 && /[.!?]/.test(String.fromCharCode(bytes[stop]));
}

/** @param {Texts} text @param {(words: string) => string} change @returns {Texts} */
const each = (text, change) => Object.fromEntries(Object.entries(text).map(([field, words]) => [field, change(words)]));
