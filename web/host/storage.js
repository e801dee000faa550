// What the browser keeps for the next visit, under keys of our own; a visit without storage works as well.

const prefix = 'storewright/';

export class Storage {
  /** @type {Map<string, string>} */
  #memory = new Map();
  #onProblem;
  #told = false;

  /** @param {() => void} onProblem called once, when the browser keeps nothing */
  constructor(onProblem) {
    this.#onProblem = onProblem;
  }

  /** All that is kept, as [key, value]. */
  entries() {
    try {
      for (let i = 0; i < localStorage.length; ++i) {
        const key = localStorage.key(i);
        if (key?.startsWith(prefix)) this.#memory.set(key.slice(prefix.length), localStorage.getItem(key) ?? '');
      }
    } catch {
      this.#tell();
    }
    return [...this.#memory];
  }

  /** @param {string} key */
  get(key) {
    if (this.#memory.has(key)) return this.#memory.get(key);
    try {
      return localStorage.getItem(prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param {string} key
   * @param {string} value "" forgets it
   */
  set(key, value) {
    this.#memory.set(key, value);
    try {
      if (value === '') localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, value);
    } catch {
      this.#tell();
    }
  }

  #tell() {
    if (this.#told) return;
    this.#told = true;
    this.#onProblem();
  }
}
