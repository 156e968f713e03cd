/**
 * A file's name as it may be shown, sent on and asked for: no path, no sign that a page, Markdown
 * or another system's query could take for its own. It is never used as a path.
 */
import { endingsOf, type FileType } from './kinds';

const LONGEST_STEM = 60;

/** Lower case, without the dot; empty where the name has none. */
export const endingOf = (name: string): string =>
  /\.(\w{1,10})\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** @param type of what is in it: it gives the ending where the name has none */
export const safeName = (name: string, type: FileType): string =>
  endingOf(name) === '' ? `${safeStem(name)}.${endingsOf(type)[0] ?? ''}` : shownName(name);

/** For a file that is not taken, of whatever kind its name tells. */
export function shownName(name: string): string {
  const ending = endingOf(name);
  if (ending === '') return safeStem(name);
  return `${safeStem(name.slice(0, name.lastIndexOf('.')))}.${ending}`;
}

function safeStem(stem: string): string {
  const base = stem.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const kept = base
    .replaceAll(/[^\p{L}\p{M}\p{N} ._()'-]/gu, ' ')
    // Between letters it is part of a name; elsewhere Markdown slants what comes after it.
    .replaceAll(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  return start(kept).replaceAll(/^[. ]+|[. ]+$/g, '') || 'file';
}

/** Counted as its stored length is; a letter that counts twice is left out whole. */
const start = (text: string): string => text.slice(0, LONGEST_STEM).replace(/[\uD800-\uDBFF]$/, '');
