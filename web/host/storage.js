// What the browser keeps for the next visit, under keys of our own; a visit without storage works as well.

const prefix = 'storewright/';

export class Storage {
  /** @type {Map<string, string>} */
  #memory = new Map();
  #onProblem;
  #told = false;

  #keeps;

  /**
   * @param {() => void} onProblem called once, when the browser keeps nothing
   * @param {boolean} [keeps] false: for this visit only
   */
  constructor(onProblem, keeps = true) {
    this.#onProblem = onProblem;
    this.#keeps = keeps;
  }

  /** All that is kept, as [key, value]. */
  entries() {
    if (!this.#keeps) return [...this.#memory];
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
    if (!this.#keeps || this.#memory.has(key)) return this.#memory.get(key);
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
    if (!this.#keeps) return;
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
