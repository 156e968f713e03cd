/** Words from a file as they may stand in an answer. */

// Control, zero-width and direction characters: invisible, and able to hide or reorder words.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]/g;
/** `[1]` would be taken for a citation of the answer. */
const MARKER = /\[(\d{1,3}|[ivx]{1,4}|\*)\]/g;

export const tidyWords = (text: string): string =>
  text
    .replaceAll('\u00a0', ' ')
    .replace(UNSEEN, '')
    .replace(MARKER, '($1)')
    .replaceAll('](', '] (')
    .replace(/[ \t]+/g, ' ')
    .trim();
