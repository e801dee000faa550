// A small static server for `./dev serve`, the browser tests and the benchmarks.
//
//   node tests/serve.mjs dist 8080
//
// It sends the content-security policy of the site as a header, as a careful host would, and nothing of a hidden file.
// @ts-check
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self' data:; manifest-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Serves a folder. Port 0 picks a free one.
 * @param {string} folder
 * @param {number} [port]
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` ends in a slash
 */
export function serve(folder, port = 0) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const answer = (/** @type {number} */ status, /** @type {string} */ text) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'Only GET and HEAD.');
    const path = fileOf(root, request.url ?? '/');
    if (!path) return answer(404, 'There is no such file.');
    const size = statSync(path).size;
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      // Pages of other sites may import the element as a module.
      ...(path.endsWith(`${sep}embed.js`) && { 'access-control-allow-origin': '*' }),
    });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(path).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({
        url: `http://localhost:${address.port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * The file that an address means, or null: nothing above the folder, nothing hidden.
 * @param {string} root
 * @param {string} address
 */
function fileOf(root, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.split('/').some((part) => part.startsWith('.')) || path.includes('\0')) return null;
  let file = join(root, normalize(path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  let found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    file = join(file, 'index.html');
    found = statSync(file, { throwIfNoEntry: false });
  }
  return found?.isFile() ? file : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', port = '8080'] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, Number(port));
    console.log(`Serving ${folder} at ${url.slice(0, -1)} (Ctrl+C stops)`);
  } catch (reason) {
    const taken = /** @type {NodeJS.ErrnoException} */ (reason).code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is in use. Choose another: PORT=8081 ./dev serve` : String(reason));
    process.exitCode = 1;
  }
}
