// Prose as real elements: paragraphs, lists and inline marks, made without parsing HTML.
import { embedded, outward } from './embedding.js';

/** @type {Record<string, string>} */
const tags = { p: 'p', quote: 'blockquote', code: 'pre' };

/** @type {Record<string, string>} */
const lists = { li: 'ul', ol: 'ol' };

// A backslash before a character that is meant as itself; strong before emphasis, since both begin with a star.
const marks = /\\([\\`*[\]])|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\])+?)\*|`([^`]+)`|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)/;

// Addresses that a link of ours may lead to.
const safeAddress = /^(#|\.{0,2}\/|https?:\/\/)/;

/**
 * Fills an element with blocks. List items that follow each other share a list.
 * @param {HTMLElement} parent
 * @param {[kind: string, text: string][]} blocks
 */
export function fillProse(parent, blocks) {
  const made = document.createDocumentFragment();
  /** @type {HTMLElement | undefined} */
  let list;
  for (const [kind, text] of blocks) {
    const tag = lists[kind];
    if (tag) {
      if (list?.localName !== tag) made.append((list = document.createElement(tag)));
      list.append(blockElement('li', kind, text));
      continue;
    }
    list = undefined;
    made.append(kind === 'table' ? tableElement(text) : blockElement(tags[kind] ?? 'p', kind, text));
  }
  parent.replaceChildren(made);
}

/**
 * A table in a box of its own, which scrolls sideways where the screen is too narrow.
 * @param {string} text cells divided by tabs, rows by line breaks, the head first
 */
function tableElement(text) {
  const table = document.createElement('table');
  for (const [i, row] of text.split('\n').entries()) {
    const line = (i === 0 ? table.createTHead() : table.tBodies[0] ?? table.createTBody()).insertRow();
    for (const cell of row.split('\t')) {
      const element = document.createElement(i === 0 ? 'th' : 'td');
      if (element.localName === 'th') element.scope = 'col';
      addInline(element, cell);
      line.append(element);
    }
  }
  const box = document.createElement('div');
  box.className = 'wide';
  box.tabIndex = 0;   // as the box of the page that needs no script: scrolled by keys too
  box.role = 'group';
  box.ariaLabel = 'Table';
  box.append(table);
  return box;
}

/**
 * @param {string} tag
 * @param {string} kind
 * @param {string} text
 */
function blockElement(tag, kind, text) {
  const element = document.createElement(tag);
  if (kind === 'code') {
    element.textContent = text;
    element.tabIndex = 0;   // a wide one scrolls sideways, by keys too
  } else {
    addInline(element, text);
  }
  return element;
}

/**
 * @param {HTMLElement} parent
 * @param {string} text
 */
function addInline(parent, text) {
  let rest = text;
  for (let found = marks.exec(rest); found; found = marks.exec(rest)) {
    parent.append(rest.slice(0, found.index), inlineElement(found));
    rest = rest.slice(found.index + found[0].length);
  }
  parent.append(rest);
}

/** @param {RegExpExecArray} found */
function inlineElement([whole, escaped, strong, emphasis, code, words, address]) {
  if (escaped !== undefined) return document.createTextNode(escaped);
  if (code !== undefined) {
    const element = document.createElement('code');
    element.textContent = code;
    return element;
  }
  if (words !== undefined) {
    if (!safeAddress.test(address)) return document.createTextNode(whole);
    const link = document.createElement('a');
    link.href = embedded ? outward(address) : address;
    if (address.startsWith('http')) link.rel = 'noopener';
    addInline(link, words);
    return link;
  }
  const element = document.createElement(strong !== undefined ? 'strong' : 'em');
  addInline(element, strong ?? emphasis);
  return element;
}
