// The pages that every check of all pages goes through: each address among the page goldens, and some with answers in them.
// A new page has a golden, and is then checked here as well.
// @ts-check
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @type {{route: string}[]} */
const goldens = JSON.parse(readFileSync(fileURLToPath(new URL('golden/pages.json', import.meta.url)), 'utf8'));

/** Every page as it is first met. */
export const startingRoutes = [...new Set(goldens.map(({ route }) => route.split('?')[0]))];

/** The same, and what more is on some of them once they are answered or filtered. */
export const routes = [
  ...startingRoutes,
  '#/decide?v=1&money=true&writes_per_second=900',
  '#/decide?v=1&data_model=key_value&access_patterns=joins',
  '#/labs/ring?v=1&add=16',
  '#/calculate/tco?v=1&hours=12',
  '#/reference/migrations?v=1&from=mysql&why=cpu-high,missing-types',
  '#/reference/compare?v=1&engines=postgresql,mysql',
  '#/reference/audit?v=1&verdict=outdated',
];
