// Keeps real elements over the picture: the same headings, texts and controls for keyboard, screen reader, selection.
import { applyDisabled, applyNode, containers, createEntry, domId, shapeOf } from './elements.js';

/** @typedef {import('./types.d.ts').Tree} Tree */
/** @typedef {import('./types.d.ts').MirrorNode} MirrorNode */
/** @typedef {import('./types.d.ts').Send} Send */
/** @typedef {import('./elements.js').Entry} Entry */

const announceDelay = 500;   // results follow each other while a slider moves; only the last is read out

export class Mirror {
  #root;
  #announcer;
  #send;
  #help = document.createElement('div');
  /** @type {MirrorNode[]} */
  #nodes = [];
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  /** @type {WeakMap<Element, Entry>} */
  #byElement = new WeakMap();
  #observer = new ResizeObserver((changes) => this.#measured(changes));
  #announced = '';
  #ring = false;
  #timer = 0;

  /** Heights of prose matter to the picture only. */
  measuring = true;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} announcer a polite live region
   * @param {Send} send
   */
  constructor(root, announcer, send) {
    this.#root = root;
    this.#announcer = announcer;
    this.#send = send;
    this.#help.hidden = true;
    root.after(this.#help);
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('input', (event) => this.#entered(event));
    root.addEventListener('change', (event) => this.#chosen(event));
    root.addEventListener('keydown', (event) => this.#keyed(event));
    root.addEventListener('keyup', (event) => this.#ringed(event.target));
    root.addEventListener('focusin', (event) => this.#focused(event.target));
    root.addEventListener('focusout', (event) => this.#blurred(event.target));
  }

  /** @param {Tree} tree */
  patch(tree) {
    if (tree.title) document.title = tree.title;
    const focused = document.activeElement;
    const had = this.#root.contains(focused) ? this.#find(focused)?.node.id : undefined;
    this.#remove(tree.nodes);
    this.#apply(tree.nodes);
    this.#order(tree.nodes);
    this.#describe(tree.nodes);
    this.#announce(tree.announcement ?? '');
    if (had !== undefined && !focused?.isConnected) this.#readOn(had, tree.nodes);
    this.#nodes = tree.nodes;
  }

  /**
   * @param {string} id of a node
   * @param {boolean} [still] whether the page stays where it is scrolled
   */
  focus(id, still = false) {
    const control = this.#entries.get(id)?.control;
    if (!control) return;
    if (control.tabIndex < 0 && !control.hasAttribute('tabindex')) control.tabIndex = -1;
    control.focus({ preventScroll: true });
    if (still) return;
    // A heading begins what is to be read; anything else only has to be in sight.
    control.scrollIntoView({ block: /^H[1-6]$/.test(control.tagName) ? 'start' : 'nearest', behavior: 'instant' });
  }

  // When the element with the focus is gone, the reader goes on with what now follows what stood before it; on another page,
  // from its heading instead of the document's top.
  /**
   * @param {string} gone
   * @param {MirrorNode[]} nodes
   */
  #readOn(gone, nodes) {
    const heading = titleOf(nodes);
    if (heading?.name !== titleOf(this.#nodes)?.name) return heading && this.focus(heading.id, true);
    const places = new Map(nodes.map((node, i) => [node.id, i]));
    const before = this.#nodes.slice(0, this.#nodes.findIndex((node) => node.id === gone) + 1).filter((node) => places.has(node.id)).pop();
    const from = before ? (places.get(before.id) ?? 0) + (before.id === gone ? 0 : 1) : 0;
    const next = nodes.slice(from).find((node) => !containers.has(node.role) && !node.disabled) ?? heading;
    if (next) this.focus(next.id);
  }

  // Elements of nodes that are gone or have become something else.
  /** @param {MirrorNode[]} nodes */
  #remove(nodes) {
    const shapes = new Map(nodes.map((node) => [node.id, shapeOf(node)]));
    for (const [id, entry] of this.#entries) {
      if (shapes.get(id) === shapeOf(entry.node)) continue;
      this.#observer.unobserve(entry.outer);
      entry.outer.remove();
      this.#entries.delete(id);
    }
  }

  /** @param {MirrorNode[]} nodes */
  #apply(nodes) {
    const labelled = new Set(nodes.map((node) => (node.role === 'label' ? node.for : undefined)));
    /** @type {Set<string | undefined>} */
    const named = new Set();
    /** @type {{depth: number, id: string}[]} */
    const groups = [];
    nodes.forEach((node, i) => {
      while (groups.length > 0 && groups[groups.length - 1].depth >= node.depth) groups.pop();
      const around = {
        labelled: labelled.has(node.id),
        group: groups[groups.length - 1]?.id ?? '',
        captioned: containers.has(node.role) && (labelled.has(node.id) || writesOut(nodes, i)),
        aside: node.role === 'label' && named.has(node.for),
      };
      if (node.role === 'label') named.add(node.for);
      if (node.role === 'radiogroup') groups.push({ depth: node.depth, id: domId(node.id) });
      const entry = this.#entries.get(node.id) ?? this.#create(node);
      const json = JSON.stringify([node, around]);
      if (entry.json === json) return;
      applyNode(entry, node, around);
      entry.json = json;
    });
  }

  /** @param {MirrorNode} node */
  #create(node) {
    const entry = createEntry(node);
    this.#entries.set(node.id, entry);
    this.#byElement.set(entry.control, entry);
    this.#byElement.set(entry.outer, entry);
    if (node.role === 'prose') this.#observer.observe(entry.outer);
    return entry;
  }

  // Puts every element where the tree has it. Moving an element takes the focus from it, so the siblings that stand in
  // front of the right one move, never the one that holds the focus.
  /** @param {MirrorNode[]} nodes */
  #order(nodes) {
    /** @type {{depth: number, element: Element, next: Element | null}[]} */
    const open = [{ depth: -1, element: this.#root, next: this.#root.firstElementChild }];
    for (const node of nodes) {
      const element = this.#entries.get(node.id)?.outer;
      if (!element) continue;
      while (open[open.length - 1].depth >= node.depth) open.pop();
      const parent = open[open.length - 1];
      if (element === parent.next) {
        parent.next = element.nextElementSibling;
      } else if (element.parentElement === parent.element && element.contains(document.activeElement)) {
        while (parent.next && parent.next !== element) {
          const passed = parent.next;
          parent.next = passed.nextElementSibling;
          parent.element.append(passed);
        }
        parent.next = element.nextElementSibling;
      } else {
        parent.element.insertBefore(element, parent.next);
      }
      if (containers.has(node.role)) open.push({ depth: node.depth, element, next: firstOf(element) });
    }
  }

  /** @param {MirrorNode[]} nodes */
  #describe(nodes) {
    const wanted = new Map();
    for (const node of nodes) if (node.description) wanted.set(`${domId(node.id)}-help`, node.description);
    for (const element of [...this.#help.children]) if (!wanted.has(element.id)) element.remove();
    for (const [id, text] of wanted) {
      let element = document.getElementById(id);
      if (!element) {
        element = document.createElement('span');
        element.id = id;
        this.#help.append(element);
      }
      if (element.textContent !== text) element.textContent = text;
    }
  }

  /** @param {string} text */
  #announce(text) {
    if (text === this.#announced) return;
    this.#announced = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#announcer.textContent = text;
    }, announceDelay);
  }

  /** @param {ResizeObserverEntry[]} changes */
  #measured(changes) {
    if (!this.measuring) return;
    for (const change of changes) {
      const entry = this.#byElement.get(change.target);
      const height = change.target.getBoundingClientRect().height;
      if (entry && height > 0) this.#send({ type: 'action', id: entry.node.id, kind: 'height', value: height });
    }
  }

  /** Measures all prose, after the picture has come back. */
  measureAll() {
    for (const entry of this.#entries.values()) {
      if (entry.node.role !== 'prose') continue;
      const height = entry.outer.getBoundingClientRect().height;
      if (height > 0) this.#send({ type: 'action', id: entry.node.id, kind: 'height', value: height });
    }
  }

  /**
   * @param {EventTarget | null} target
   * @param {string} kind
   * @param {unknown} [value]
   */
  #act(target, kind, value) {
    const entry = this.#find(target);
    if (entry) this.#send({ type: 'action', id: entry.node.id, kind, ...(value === undefined ? {} : { value }) });
  }

  /** @param {EventTarget | null} target */
  #find(target) {
    const element = target instanceof Element ? target.closest('[data-id]') : null;
    return element ? this.#byElement.get(element) : undefined;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button && !this.#find(button)?.node.disabled) this.#act(button, button.getAttribute('role') === 'tab' ? 'choose' : 'press');
  }

  /** @param {Event} event */
  #entered(event) {
    const field = event.target;
    const entry = this.#find(field);
    if (!entry) return;
    if (field instanceof HTMLInputElement && field.type === 'range') return this.#act(field, 'set', Number(field.value));
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
    if (!isText) return;
    entry.typed.push(field.value);
    this.#act(field, 'text', field.value);
  }

  /** @param {Event} event */
  #chosen(event) {
    const box = event.target;
    if (box instanceof HTMLSelectElement) this.#act(box, 'choose', Number(box.value));
    if (!(box instanceof HTMLInputElement)) return;
    if (box.type === 'checkbox') this.#act(box, 'set', box.checked);
    if (box.type === 'radio') this.#act(box, 'choose');
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const target = event.target;
    if (event.isComposing || !(target instanceof HTMLElement)) return;
    if (event.key === 'Enter' && target instanceof HTMLInputElement && target.type === 'text') {
      this.#act(target, 'press');   // commits what was typed
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || target.getAttribute('role') !== 'tab') return;
    const tabs = [...(target.closest('[role=tablist]')?.querySelectorAll('[role=tab]') ?? [])];
    const next = tabs[(tabs.indexOf(target) + step + tabs.length) % tabs.length];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
    this.#act(next, 'choose');
  }

  /** @param {EventTarget | null} target */
  #focused(target) {
    if (!(target instanceof Element)) return;
    this.#ring = target.matches(':focus-visible');
    this.#act(target, 'focus', this.#ring);
  }

  /** @param {EventTarget | null} target */
  #blurred(target) {
    const entry = this.#find(target);
    if (entry) applyDisabled(entry.control, entry.node.disabled ?? false, true);
    this.#act(target, 'blur');
  }

  // A key pressed on a control that was focused by the pointer makes its ring visible without another focus event.
  /** @param {EventTarget | null} target */
  #ringed(target) {
    if (target === document.activeElement && target instanceof Element && target.matches(':focus-visible') !== this.#ring) {
      this.#focused(target);
    }
  }
}

/** @param {MirrorNode[]} nodes */
const titleOf = (nodes) => nodes.find((node) => node.role === 'heading' && node.level === 1);

// The first child that stands for a node: a legend or caption of ours stays in front.
/** @param {Element} element */
function firstOf(element) {
  const first = element.firstElementChild;
  return first instanceof HTMLElement && first.dataset.title ? first.nextElementSibling : first;
}

// Whether something inside of the container at `index` shows its name.
/**
 * @param {MirrorNode[]} nodes
 * @param {number} index
 */
function writesOut(nodes, index) {
  const { depth, name } = nodes[index];
  for (let i = index + 1; i < nodes.length && nodes[i].depth > depth; ++i) {
    const inner = nodes[i];
    if (inner.name === name && ['text', 'label', 'heading'].includes(inner.role)) return true;
  }
  return false;
}
