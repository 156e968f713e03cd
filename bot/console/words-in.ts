/**
 * What somebody wrote in a form of the console is given back to them, whatever became of it. The
 * rest of a form was put there by its page.
 */
import { z } from 'zod';
import type { HttpRequest } from '../http/route';

/** The fields that people write in, over all forms; the parts of a day are read as one. */
const WRITTEN = [
  ['day', 'month', 'year'],
  ['who'],
  ['reason'],
  ['note'],
  ['said'],
  ['done'],
  ['heading'],
  ['question'],
  ['text'],
  ['asks'],
  ['search'],
  ['address'],
  ['new-name', 'new-value'],
  ['email'],
] as const;

const Fields = z.record(z.string(), z.unknown()).catch({});

/** @returns undefined where nothing was written */
export function wordsIn({ body }: Pick<HttpRequest, 'body'>): string | undefined {
  const fields = Fields.parse(body);
  const figures = Object.keys(fields).filter((name) => name.startsWith('value-'));
  const words = [...WRITTEN, ...figures.map((name) => [name])]
    .map((names) =>
      names
        .map((name) => fields[name])
        .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
        .join(' '),
    )
    .filter((each) => each !== '');
  return words.length === 0 ? undefined : words.join('\n\n');
}
