// Agreement of two markers, and how sure a figure is. The generator is seeded: the same answers give the same intervals.

/** @typedef {{tp: number, fp: number, fn: number, tn: number}} Cells */

/** @param {Cells} cells */
export const f1 = ({ tp, fp, fn }) => (tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn));

/** Cohen's kappa of a table of two by two; where both say the same of all, agreement is whole. @param {Cells} cells */
export function kappa({ tp, fp, fn, tn }) {
  const all = tp + fp + fn + tn;
  if (!all) return 0;
  const observed = (tp + tn) / all;
  const chance = ((tp + fp) * (tp + fn) + (fn + tn) * (fp + tn)) / (all * all);
  return chance === 1 ? 1 : (observed - chance) / (1 - chance);
}

/** Cohen's kappa with quadratic weights. @param {[number, number][]} pairs */
export function weighted_kappa(pairs) {
  let observed = 0;
  let chance = 0;
  for (const [one, other] of pairs) observed += (one - other) ** 2;
  for (const [one] of pairs) for (const [, other] of pairs) chance += (one - other) ** 2;
  return chance === 0 ? 1 : 1 - (observed * pairs.length) / chance;
}

/** Mulberry32. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const samples = 1000;

/**
 * Each figure with its 2.5th and 97.5th percentile over samples of the rows, drawn with replacement within each group.
 * @template T
 * @param {T[]} rows
 * @param {(row: T) => string} group_of
 * @param {(rows: T[]) => number[]} figures
 * @returns {[number, number, number][]}
 */
export function bootstrap(rows, group_of, figures) {
  const draw = generator(20261122);
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const row of rows) groups.set(group_of(row), [...(groups.get(group_of(row)) ?? []), row]);
  const values = figures(rows);
  /** @type {number[][]} */
  const drawn = values.map(() => []);
  for (let i = 0; i < samples; ++i) {
    const sample = [...groups.values()].flatMap((group) => group.map(() => group[Math.floor(draw() * group.length)]));
    figures(sample).forEach((value, k) => drawn[k].push(value));
  }
  return values.map((value, k) => {
    const sorted = drawn[k].sort((a, b) => a - b);
    return [value, sorted[Math.floor(samples * 0.025)], sorted[Math.ceil(samples * 0.975) - 1]];
  });
}

const small_words = new Set(
  'the a an and or of to in on at by for with from is are be it its this that as so not no we i you they one each every all than then which who what when where how their our your if but can may'.split(' '),
);

/** Words that say something, without their commonest endings. @param {string} text @returns {Set<string>} */
export function content_words(text) {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.filter((word) => !small_words.has(word)).map((word) => (word.length > 4 ? word.replace(/(ing|ed|es|s)$/, '') : word)));
}
