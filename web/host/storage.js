// What the browser keeps for the next visit, under keys of our own; a visit without storage works as well.

const prefix = 'storewright/';

export class Storage {
  /** @type {Map<string, string>} */
  #memory = new Map();
  #onProblem;
  #told = false;
  #keeps;

  /** Another tab has kept something; "" when it forgot it. @type {(key: string, value: string) => void} */
  onOther = () => {};

  /**
   * @param {(full: boolean) => void} onProblem called once, when the browser keeps nothing, or no more
   * @param {boolean} [keeps] false: for this visit only
   */
  constructor(onProblem, keeps = true) {
    this.#onProblem = onProblem;
    this.#keeps = keeps;
    if (keeps) addEventListener('storage', ({ key, newValue }) => this.#changed(key, newValue ?? ''));
  }

  /** @param {string | null} key @param {string} value */
  #changed(key, value) {
    if (!key?.startsWith(prefix) || key === `${prefix}theme`) return;   // each tab has its own colours
    const own = key.slice(prefix.length);
    this.#memory.set(own, value);
    this.onOther(own, value);
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
      this.#tell(false);
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
    } catch (error) {
      this.#tell(error instanceof DOMException && error.name === 'QuotaExceededError');
    }
  }

  /** @param {boolean} full */
  #tell(full) {
    if (this.#told) return;
    this.#told = true;
    this.#onProblem(full);
  }
}
