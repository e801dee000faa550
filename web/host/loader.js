// Brings the app into the page: progress while it loads, and words that help when it does not.
/**
 * Something that keeps the page from starting, with the stable code under which it is explained.
 */
class Failure extends Error {
  /**
   * @param {number} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const noWebAssembly = 'Your browser cannot run this page: WebAssembly is missing or turned off. '
  + 'Use a current browser, or allow WebAssembly for this site. You can read the text below meanwhile.';
const stopped = 'The page has stopped because of a fault of ours. Your inputs are in its address: load it again to go on.';

/** @param {string} file */
const notLoaded = (file) => `The file ${file} did not load. Check your connection and try again. `
  + 'If it stays so, tell whoever runs this site which file is missing.';

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function find(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Failure(9002, notLoaded('index.html'));
  return element;
}

/** @param {unknown} error */
function showFailure(error) {
  const notice = document.getElementById('notice');
  if (!notice) return;
  const code = error instanceof Failure ? error.code : 9009;
  const text = document.createElement('p');
  text.textContent = `${error instanceof Failure ? error.message : stopped} (SW-${code})`;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = 'Load again';
  retry.addEventListener('click', () => location.reload());
  notice.replaceChildren(text, retry);
  notice.setAttribute('role', 'alert');
  notice.hidden = false;
  if (!(error instanceof Failure)) console.error(error);
}

/** @param {HTMLElement} notice */
function showProgress(notice) {
  const bar = document.createElement('progress');
  const text = document.createElement('p');
  text.id = 'loading';
  text.textContent = 'Loading the interactive page…';
  bar.setAttribute('aria-labelledby', text.id);
  notice.replaceChildren(text, bar);
  notice.hidden = false;
  return bar;
}

/**
 * The response with its bytes counted on the way.
 * @param {Response} response
 * @param {(bytes: number) => void} count
 */
function counted(response, count) {
  if (!response.body) return response;
  let bytes = 0;
  const counter = new TransformStream({
    transform(/** @type {Uint8Array} */ part, controller) {
      bytes += part.length;
      count(bytes);
      controller.enqueue(part);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { 'Content-Type': 'application/wasm' } });
}

/**
 * @param {WebAssembly.Imports} imports
 * @param {HTMLProgressElement} bar
 */
async function instantiate(imports, bar) {
  const response = await fetch(new URL('app.wasm', import.meta.url)).catch(() => undefined);
  if (!response?.ok) throw new Failure(9002, notLoaded('app.wasm'));
  // Compressed files tell their length as sent, not as read; the build knows the real one.
  const total = Number(document.documentElement.dataset.wasmBytes) || 0;
  if (total > 0) bar.max = total;
  const stream = counted(response, (bytes) => {
    if (total > 0) bar.value = Math.min(bytes, total);
  });
  try {
    return await WebAssembly.instantiateStreaming(stream, imports);
  } catch (error) {
    // Blocked by a policy, or cut off on the way: a compile error names both.
    throw error instanceof WebAssembly.CompileError && /polic|unsafe-eval|disallowed/i.test(error.message)
      ? new Failure(9001, noWebAssembly)
      : new Failure(9002, notLoaded('app.wasm'));
  }
}

/**
 * A module fails with all that it imports; the browser knows which answer was an error.
 * @param {string} file
 * @returns {never}
 */
function failModule(file) {
  const failed = performance.getEntriesByType('resource').find(
    (entry) => 'responseStatus' in entry && Number(entry.responseStatus) >= 400 && entry.name.endsWith('.js'));
  throw new Failure(9002, notLoaded(failed ? failed.name.replace(/.*\//, '') : file));
}

async function load() {
  const notice = find('notice', HTMLElement);
  if (typeof WebAssembly !== 'object') throw new Failure(9001, noWebAssembly);
  const bar = showProgress(notice);
  // Imported here and not above, so that this module can still speak when another one is missing.
  const [{ Host }, { Pages }, glue] = await Promise.all([
    import('./host.js').catch(() => failModule('host.js')),
    import('./pages.js').catch(() => failModule('pages.js')),
    import('./app.js').catch(() => failModule('app.js')),
  ]);
  const pages = new Pages();
  const host = new Host({
    page: find('page', HTMLElement),
    picture: find('picture', HTMLCanvasElement),
    mirror: find('mirror', HTMLElement),
    announcer: find('announcer', HTMLElement),
  }, showFailure);

  /** @type {import('./types.d.ts').CreateApp} */
  const createApp = glue.default;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  const module = await new Promise((resolve, reject) => {
    createApp({
      host: host.calls,
      instantiateWasm(imports, receive) {
        instantiate(pages.withPlaceholders(imports), bar).then(({ instance, module: compiled }) => {
          pages.attach(instance.exports);
          // The glue shortens the names of the exports; there is one memory among them.
          const found = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
          memory = /** @type {WebAssembly.Memory} */ (found);
          receive(instance, compiled);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
  if (!memory) throw new Failure(9002, notLoaded('app.wasm'));
  // A page that is opened directly comes as a whole; when it does not come, the app says so in its place.
  if (pages.wanted) await pages.load().catch(() => {});
  await document.fonts.ready;
  host.start(module, memory, pages, () => {
    notice.hidden = true;
    notice.replaceChildren();
    document.getElementById('shell')?.remove();
  });
}

load().catch(showFailure);
