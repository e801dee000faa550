// One node of the app's tree as an element: which tag, which attributes, where its lines of text lie.
import { fillProse } from './prose.js';

/** @typedef {import('./types.d.ts').MirrorNode} MirrorNode */

/**
 * What the mirror knows of a node.
 * @typedef {object} Entry
 * @property {MirrorNode} node as last applied
 * @property {string} json the same as text, for comparison
 * @property {HTMLElement} outer the element among its siblings
 * @property {HTMLElement} control the element that has role, name and focus
 * @property {HTMLElement} [words] the label inside of a control, for the eye
 * @property {string} [told] the value of a text field that the app last sent
 * @property {string[]} typed what was sent to the app since; these values come back as an echo
 */

/**
 * What a node's element depends on besides the node itself.
 * @typedef {object} Surroundings
 * @property {boolean} labelled whether a `label` node names it
 * @property {string} group the id of the radio group around it
 * @property {boolean} captioned whether its name is written out by a node inside
 * @property {boolean} aside a second label of the same control
 */

/** @type {Record<string, string>} */
const tags = {
  banner: 'header', navigation: 'nav', main: 'main', contentinfo: 'footer', section: 'section', group: 'fieldset',
  radiogroup: 'fieldset', list: 'ul', listitem: 'li', table: 'table', row: 'tr', figure: 'figure', tablist: 'div',
  text: 'p', label: 'label', link: 'a', button: 'button', tab: 'button', cell: 'td', columnheader: 'th', rowheader: 'th',
  status: 'div', prose: 'div', image: 'div',
};

// The overlay gives tables another display, which would take their meaning from them: they carry it as a role too.
/** @type {Record<string, string>} */
const roles = {
  tablist: 'tablist', tab: 'tab', status: 'status', image: 'img', radiogroup: 'radiogroup', list: 'list', listitem: 'listitem',
  table: 'table', row: 'row', cell: 'cell', columnheader: 'columnheader', rowheader: 'rowheader',
};

const fieldSize = 15;   // of the letters the app draws in its fields, when it does not say

/** @type {Record<string, string>} */
const inputTypes = { select: 'select', checkbox: 'checkbox', radio: 'radio', slider: 'range', number: 'text', textfield: 'text' };

export const containers = new Set(['banner', 'navigation', 'main', 'contentinfo', 'section', 'group', 'radiogroup', 'list',
  'listitem', 'table', 'row', 'figure', 'tablist']);

/** @param {string} id */
export const domId = (id) => `sw-${id.replace(/\s/g, '_')}`;

/** @param {MirrorNode} node which control stands inside of a cell: '' for none */
const insideOf = (node) => (node.sort ? 'button' : node.href && node.role !== 'link' ? 'a' : '');

/** @param {MirrorNode} node nodes of one shape can share an element */
export const shapeOf = (node) => `${node.role}/${node.level ?? 0}/${node.multiline ?? false}/${insideOf(node)}`;

/**
 * @param {MirrorNode} node
 * @returns {Entry}
 */
export function createEntry(node) {
  const type = inputTypes[node.role];
  if (!type) {
    const outer = document.createElement(node.role === 'heading' ? `h${node.level || 2}` : tags[node.role] ?? 'div');
    if (roles[node.role]) outer.setAttribute('role', roles[node.role]);
    const inside = insideOf(node);
    const control = inside ? document.createElement(inside) : outer;
    if (control instanceof HTMLButtonElement) control.type = 'button';
    if (control !== outer) outer.append(control);
    return finish({ node, json: '', outer, control, typed: [] });
  }
  const outer = document.createElement('span');
  const control = document.createElement(type === 'select' ? type : node.multiline ? 'textarea' : 'input');
  if (control instanceof HTMLInputElement) control.type = type;
  const words = document.createElement('label');
  words.className = 'words';
  words.htmlFor = domId(node.id);
  const before = ['text', 'range', 'select'].includes(type);
  outer.append(...(before ? [words, control] : [control, words]));
  if (type === 'range') {
    const shown = document.createElement('span');
    shown.className = 'shown';
    shown.setAttribute('aria-hidden', 'true');
    outer.append(shown);
  }
  return finish({ node, json: '', outer, control, words, typed: [] });
}

/** @param {Entry} entry */
function finish(entry) {
  entry.control.id = domId(entry.node.id);
  entry.control.dataset.id = entry.node.id;
  return entry;
}

/**
 * Makes the element say what the node says.
 * @param {Entry} entry
 * @param {MirrorNode} node
 * @param {Surroundings} around
 */
export function applyNode(entry, node, around) {
  const before = entry.json === '' ? undefined : entry.node;
  entry.node = node;
  applyPlace(entry, node, around);
  if (node.role === 'prose') {
    if (JSON.stringify(before?.blocks) !== JSON.stringify(node.blocks)) fillProse(entry.outer, node.blocks ?? []);
    return;
  }
  applyName(entry, node, around);
  applyState(entry, node, around);
  if (entry.words || entry.control instanceof HTMLInputElement) applyValue(entry, node);
}

/**
 * @param {Entry} entry
 * @param {MirrorNode} node
 * @param {Surroundings} around
 */
function applyPlace({ outer, control }, node, around) {
  const container = containers.has(node.role);
  const classes = ['node', node.role, container ? 'box' : 'leaf'];
  if (node.hidden_text || (!container && !node.rect)) classes.push('unseen');
  if (around.aside) classes.push('aside');
  if (node.bold) classes.push('bold');
  if (node.mono) classes.push('mono');
  if (node.numeric) classes.push('numeric');
  outer.className = classes.join(' ');
  if (container) return;
  const [x, y, width, height] = node.rect ?? [0, 0, 0, 0];
  setSize(outer, '--x', x);
  setSize(outer, '--y', y);
  setSize(outer, '--w', node.role === 'prose' ? node.prose_width ?? width : width);
  setSize(outer, '--h', height);
  const size = node.size || (control === outer ? 16 : fieldSize);
  setSize(outer, '--size', size);
  setSize(outer, '--step', node.line || size * 1.5);
  if (control !== outer) control.classList.add('control');
}

/**
 * @param {HTMLElement} element
 * @param {string} property
 * @param {number} pixels
 */
function setSize(element, property, pixels) {
  const value = `${Math.round(pixels * 1000) / 1000}px`;
  if (element.style.getPropertyValue(property) !== value) element.style.setProperty(property, value);
}

/**
 * @param {Entry} entry
 * @param {MirrorNode} node
 * @param {Surroundings} around
 */
function applyName(entry, node, around) {
  const { outer, control, words } = entry;
  const name = node.name ?? '';
  if (words) {
    words.hidden = around.labelled;
    if (around.labelled) words.replaceChildren();
    else if (node.lines) fillLines(words, node);
    else words.textContent = name;
    words.classList.toggle('undrawn', !node.lines);
    setAttribute(control, 'aria-label', name || null);
  } else if (containers.has(node.role)) {
    applyTitle(entry, name, around);
  } else if (node.lines) {
    fillLines(control, node);
    setAttribute(control, 'aria-label', takesName(node) && !saysName(node) ? name : null);
  } else {
    if (outer.textContent !== name) outer.textContent = name;
    setAttribute(outer, 'aria-label', node.role === 'image' ? name : null);
  }
}

// A fieldset or figure whose name is not written inside gets a legend or caption for the text view.
/**
 * @param {Entry} entry
 * @param {string} name
 * @param {Surroundings} around
 */
function applyTitle({ outer }, name, around) {
  const tag = outer instanceof HTMLFieldSetElement ? 'legend' : outer.tagName === 'FIGURE' ? 'figcaption' : '';
  const present = outer.firstElementChild;
  const title = present instanceof HTMLElement && present.dataset.title ? present : undefined;
  if (tag && name && !around.captioned) {
    const element = title ?? document.createElement(tag);
    element.dataset.title = 'true';
    if (element.textContent !== name) element.textContent = name;
    if (!title) outer.prepend(element);
    setAttribute(outer, 'aria-label', tag === 'figcaption' ? name : null);
    return;
  }
  title?.remove();
  setAttribute(outer, 'aria-label', name || null);
}

/** @param {MirrorNode} node roles that are named by what the app says, not by what is drawn */
const takesName = (node) => ['button', 'tab', 'link'].includes(node.role) || insideOf(node) !== '';

/** @param {MirrorNode} node */
const saysName = (node) => drawnText(node).join('').trim() === (node.name ?? '').trim();

/**
 * @param {Entry} entry
 * @param {MirrorNode} node
 * @param {Surroundings} around
 */
function applyState({ outer, control }, node, around) {
  const toggled = node.checked === undefined ? null : String(node.checked);
  if (node.role === 'link' || node.href) {
    setAttribute(control, 'href', node.href ?? null);
    setAttribute(control, 'rel', node.href?.startsWith('http') ? 'noopener' : null);
  }
  if (node.role === 'label') setAttribute(control, 'for', node.for ? domId(node.for) : null);
  if (node.role === 'button') setAttribute(control, 'aria-pressed', toggled);
  if (node.role === 'tab') {
    setAttribute(control, 'aria-selected', toggled ?? 'false');
    control.tabIndex = node.checked ? 0 : -1;
  }
  if (node.role === 'radio' && control instanceof HTMLInputElement) control.name = around.group;
  if (node.role === 'columnheader') setAttribute(outer, 'scope', 'col');
  if (node.role === 'rowheader') setAttribute(outer, 'scope', 'row');
  if (node.role === 'columnheader') setAttribute(outer, 'aria-sort', node.sort ?? null);
  applyDisabled(control, node.disabled ?? false);
  setAttribute(control, 'aria-expanded', node.expanded === undefined ? null : String(node.expanded));
  setAttribute(control, 'aria-current', node.current ? 'page' : null);
  setAttribute(control, 'aria-invalid', node.invalid ? 'true' : null);
  setAttribute(control, 'aria-describedby', node.description ? `${domId(node.id)}-help` : null);
}

/**
 * A control that has the focus keeps it when there is nothing left for it to do: a disabled element would lose it.
 * @param {HTMLElement} control
 * @param {boolean} disabled
 * @param {boolean} [left] whether the focus is about to leave it
 */
export function applyDisabled(control, disabled, left = false) {
  const able = !('disabled' in control) || (control === document.activeElement && !left);
  if ('disabled' in control) control.disabled = disabled && !able;
  setAttribute(control, 'aria-disabled', disabled && able ? 'true' : null);
}

/**
 * @param {Entry} entry
 * @param {MirrorNode} node
 */
function applyValue(entry, node) {
  const { control } = entry;
  if (control instanceof HTMLTextAreaElement) return applyText(entry, control, node);
  if (control instanceof HTMLSelectElement) return applyOptions(control, node);
  if (!(control instanceof HTMLInputElement)) return;
  if (control.type === 'checkbox' || control.type === 'radio') {
    control.checked = node.checked ?? false;
  } else if (control.type === 'range') {
    setAttribute(control, 'min', String(node.min ?? 0));
    setAttribute(control, 'max', String(node.max ?? 0));
    setAttribute(control, 'step', node.step ? String(node.step) : 'any');
    setAttribute(control, 'aria-valuetext', node.value_text || null);
    if (control.value !== node.value) control.value = node.value ?? '';
    const shown = entry.outer.querySelector('.shown');
    if (shown) shown.textContent = node.value_text || node.value || '';
  } else {
    setAttribute(control, 'inputmode', node.numeric ? 'decimal' : null);
    setAttribute(control, 'autocomplete', 'off');
    applyText(entry, control, node);
  }
}

/**
 * @param {HTMLSelectElement} list
 * @param {MirrorNode} node
 */
function applyOptions(list, node) {
  const options = node.options ?? [];
  // Before the first choice there is an entry that says so; it cannot be chosen.
  const words = node.value ? options : [node.placeholder ?? '', ...options];
  const asBefore = list.options.length === words.length && words.every((text, i) => list.options[i].text === text);
  if (!asBefore) {
    list.replaceChildren(...words.map((text) => new Option(text, String(options.indexOf(text)))));
    if (!node.value) list.options[0].disabled = true;
  }
  list.selectedIndex = node.value ? options.indexOf(node.value) : 0;
}

/**
 * The reader's own words are never written over: only a value that the app changed itself is shown.
 * @param {Entry} entry
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {MirrorNode} node
 */
function applyText(entry, field, node) {
  const value = node.value ?? '';
  setAttribute(field, 'placeholder', node.placeholder || null);
  if (value === entry.told) return;
  entry.told = value;
  const echo = entry.typed.lastIndexOf(value);
  if (echo >= 0) {
    entry.typed.splice(0, echo + 1);
    return;
  }
  entry.typed = [];
  if (field.value !== value) field.value = value;
}

/**
 * Each drawn line becomes a span that lies where the picture has it.
 * @param {HTMLElement} parent
 * @param {MirrorNode} node
 */
function fillLines(parent, node) {
  const texts = drawnText(node);
  let holder = parent.firstElementChild;
  if (!(holder instanceof HTMLElement) || !holder.classList.contains('lines')) {
    holder = document.createElement('span');
    holder.className = 'lines';
    parent.replaceChildren(holder);
  }
  const size = node.size || 16;
  const step = node.line || size * 1.5;
  const [left, top] = node.rect ?? [0, 0];
  const spans = holder.children;
  texts.forEach((text, i) => {
    const [, x, y, drawn] = node.lines?.[i] ?? ['', left, top, 0];
    let span = spans[i];
    if (!(span instanceof HTMLElement)) {
      span = document.createElement('span');
      span.className = 'line';
      holder?.append(span);
    }
    if (span.textContent !== text) span.textContent = text;
    if (!(span instanceof HTMLElement)) return;
    // A line is told by the top of a box 1.5 letters high; CSS centres the same letters in a box of `step`.
    span.dataset.drawn = String(drawn);   // tests compare it with the laid out width
    setSize(span, '--dx', x - left);
    setSize(span, '--dy', y + (1.5 * size - step) / 2 - top - i * step);
  });
  while (spans.length > texts.length) spans[spans.length - 1].remove();
}

/**
 * The drawn lines with the spaces between them that breaking the text has swallowed.
 * @param {MirrorNode} node
 */
function drawnText(node) {
  const lines = node.lines ?? [];
  const name = node.name ?? '';
  let at = 0;
  return lines.map(([text], i) => {
    const found = name.indexOf(text, at);
    at = found < 0 ? at : found + text.length;
    const broken = i + 1 < lines.length && /\s/.test(name.charAt(at)) && !/\s$/.test(text);
    return broken ? `${text} ` : text;
  });
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value null removes it
 */
export function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
