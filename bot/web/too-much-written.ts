/** A form's fields may hold more than anybody answers: told before it becomes a turn. */
import { sensitivityOfEnds } from '../conversation/sensitive/sensitivity-of-ends';
import { LONGEST_WRITTEN, type Said } from '../conversation/turn';
import { wording } from '../wording';

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
