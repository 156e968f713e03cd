/**
 * One clause of an organisation's own file as its writer left it, and the file with that clause
 * written anew. Everything else in the file, its comments too, stays as it is.
 */
import { parseDocument } from 'yaml';
import { linesOf, withNextVersion } from './file-fields';
import { frontMatterOf, readSections } from './policy-sections';
import type { Day } from './schema';
import { VariationClauseMeta } from './variation-schema';

/** What may be changed of a clause. */
export interface Wording {
  /** Markdown, in which `{name}` stands for a figure. */
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  /** Ways in which people ask it; left out where they stay as they are. */
  readonly asks?: readonly string[];
}

export interface WrittenClause extends Wording {
  readonly heading: string;
  readonly asks: readonly string[];
}

interface Place {
  readonly clause: WrittenClause;
  /** Lines, counted from 0, from the one below the heading to the one that ends its fields … */
  readonly block: readonly [from: number, to: number];
  /** … and to the end of its text. */
  readonly end: number;
}

/** @returns undefined where the file has no such clause, or cannot be read */
export const writtenClause = (content: string, number: number): WrittenClause | undefined =>
  placeOf(content, number)?.clause;

/**
 * @param on the day of the change: the version is the next one of its year
 * @returns undefined where the file has no such clause, or the words would not stay one clause
 */
export function rewriteClause(
  content: string,
  number: number,
  { text, values, asks }: Wording,
  on: Day,
): string | undefined {
  const front = frontMatterOf(content);
  const place = placeOf(content, number);
  if (front === undefined || place === undefined) return undefined;
  const { lines } = front;
  const [from, to] = place.block;
  const written = [
    ...withNextVersion(front, on),
    ...lines.slice(front.end, from),
    ...withFields(lines.slice(from, to), place.clause, { values, asks: asks ?? place.clause.asks }),
    ...lines.slice(to, to + 1),
    '',
    text,
    '',
    ...lines.slice(place.end),
  ].join('\n');
  return staysOne(content, written, number, text) ? written : undefined;
}

function placeOf(content: string, number: number): Place | undefined {
  const front = frontMatterOf(content);
  if (front === undefined) return undefined;
  const { sections } = readSections(VariationClauseMeta, '', front);
  const index = sections.findIndex(({ meta }) => meta.id === number);
  const section = sections[index];
  if (section === undefined) return undefined;
  const { heading, body, meta, line, bodyLine } = section;
  const next = sections[index + 1];
  return {
    clause: { heading, text: body, values: meta.values, asks: meta.asks },
    block: [line, bodyLine - 2],
    end: next === undefined ? front.lines.length : next.line - 1,
  };
}

/** A heading or a fence in the words would make another clause of what follows it. */
function staysOne(before: string, after: string, number: number, text: string): boolean {
  const numbersIn = (content: string): string => {
    const front = frontMatterOf(content);
    const read = front && readSections(VariationClauseMeta, '', front);
    return JSON.stringify([read?.sections.map(({ meta }) => meta.id), read?.errors.length]);
  };
  return (
    numbersIn(before) === numbersIn(after) && writtenClause(after, number)?.text === text.trim()
  );
}

function withFields(
  block: readonly string[],
  was: WrittenClause,
  { values, asks }: Pick<WrittenClause, 'values' | 'asks'>,
): readonly string[] {
  const changed = Object.entries(values).filter(([name, value]) => was.values[name] !== value);
  const isAskedAnew = JSON.stringify(asks) !== JSON.stringify(was.asks);
  if (changed.length === 0 && !isAskedAnew) return block;
  const open = block.findIndex((line) => line.trim() === '```yaml') + 1;
  const fields = parseDocument(block.slice(open).join('\n'));
  for (const [name, value] of changed) fields.setIn(['values', name], value);
  if (isAskedAnew) fields.set('asks', fields.createNode(asks));
  return [...block.slice(0, open), ...linesOf(fields)];
}
