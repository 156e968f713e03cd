/** Elements inside elements without end: slow to parse, and too deep to walk. */
import { UnreadableDocument } from './document-problem';

/** Real pages stay far below. */
const DEEPEST = 500;
const TAG = /<(\/?)([a-z][a-z0-9-]*)/gi;
/** Elements that are often left open, or have no end. */
const UNCOUNTED = new Set(
  (
    'p li dt dd option optgroup tr td th thead tbody tfoot caption colgroup col br hr img input ' +
    'meta link area base embed param source track wbr rp rt html head body'
  ).split(' '),
);

/** Looked at before the page is parsed, because parsing is what takes so long. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (UNCOUNTED.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

export const tooDeep = (): UnreadableDocument =>
  new UnreadableDocument(
    'The page has elements inside elements without end.',
    'Save it again from the program that wrote it.',
  );
