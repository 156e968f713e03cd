/** What was written into the fields of a form, out of what a page sends. */
import { sensitivityOfEnds } from '../conversation/sensitive/sensitivity-of-ends';
import { LONGEST_WRITTEN, type Said } from '../conversation/turn';
import { wording } from '../wording';

/** Before the names of a form's fields, which are the catalogue's and not the page's. */
export const FIELD_PREFIX = 'f-';

export function writtenIn(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith(FIELD_PREFIX) && typeof value === 'string'
        ? [[name.slice(FIELD_PREFIX.length), value] as const]
        : [],
    ),
  );
}

/** A book in a field is given back; somebody who needs people first gets them, however much they wrote. */
export function tooMuchIn(
  written: Readonly<Record<string, string>>,
): Said | { problem: string; text: string } | undefined {
  const book = Object.values(written).find((text) => text.length > LONGEST_WRITTEN);
  if (book === undefined) return undefined;
  const { level } = sensitivityOfEnds(book, LONGEST_WRITTEN);
  return level === 'life-at-risk' || level === 'disclosure'
    ? { kind: 'text', text: book }
    : { problem: wording.errors.tooLong(LONGEST_WRITTEN), text: '' };
}
