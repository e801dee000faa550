// Prose as real elements: paragraphs, lists and inline marks, made without parsing HTML.
import { embedded, outward } from './embedding.js';

/** @type {Record<string, string>} */
const tags = { p: 'p', h2: 'h2', h3: 'h3', h4: 'h4', quote: 'blockquote', code: 'pre' };

// Strong before emphasis, since both begin with a star.
const marks = /\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/;

// Addresses that a link of ours may lead to.
const safeAddress = /^(#|\.{0,2}\/|https?:\/\/)/;

/**
 * Fills an element with blocks. List items that follow each other share a list.
 * @param {HTMLElement} parent
 * @param {[kind: string, text: string][]} blocks
 */
export function fillProse(parent, blocks) {
  const made = document.createDocumentFragment();
  /** @type {HTMLUListElement | undefined} */
  let list;
  for (const [kind, text] of blocks) {
    if (kind === 'li') {
      if (!list) made.append((list = document.createElement('ul')));
      list.append(blockElement('li', kind, text));
      continue;
    }
    list = undefined;
    made.append(blockElement(tags[kind] ?? 'p', kind, text));
  }
  parent.replaceChildren(made);
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
function inlineElement([whole, strong, emphasis, code, words, address]) {
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
