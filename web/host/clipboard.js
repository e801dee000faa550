// Copies to the clipboard, saves and opens files, and keeps invisible colours out of what a reader copies.

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * For pages without a secure context, where navigator.clipboard is missing.
 * @param {string} text
 */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  area.setAttribute('aria-hidden', 'true');
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}

/**
 * Hands a file to the browser's downloads.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: type || 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const longestFile = 1_000_000;

/**
 * Lets the reader choose a file. Nothing happens when none is chosen; of one that is too long only the beginning is read.
 * @param {string} accept what the browser offers first
 * @param {(text: string) => void} take
 */
export function openFile(accept, take) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) take(await file.slice(0, longestFile).text());
  });
  input.click();
}

/**
 * The text layer of the mirror is transparent, and would be so in whatever it is pasted into: copy plain words.
 * @param {HTMLElement} mirror
 */
export function copyPlainText(mirror) {
  mirror.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const within = selection.getRangeAt(0).commonAncestorContainer;
    const element = within instanceof Element ? within : within.parentElement;
    if (element?.closest('.prose')) return;
    event.clipboardData.setData('text/plain', selection.toString());
    event.preventDefault();
  });
}
