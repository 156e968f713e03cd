/** A rule that an organisation did not have, written at the end of its file; or the file that begins with it. */
import { stringify } from 'yaml';
import { withNextVersion } from './file-fields';
import { frontMatterOf, readSections } from './policy-sections';
import type { Clause, Day, PolicyId } from './schema';
import { VariationClauseMeta, type VariationMeta } from './variation-schema';
import { writtenClause, type Wording } from './written-clause';

export interface NewClause {
  readonly number: number;
  readonly heading: string;
  /** The plain question that it answers. */
  readonly question: string;
  readonly wording: Wording;
  /** The national clause that it prevails over; undefined for a rule that the policy does not have. */
  readonly replaces: Clause | undefined;
}

/** What a file begins with, where the organisation has none for the policy. */
export interface NewFile extends Pick<VariationMeta, 'organisation' | 'owner' | 'note'> {
  readonly policy: PolicyId;
}

/**
 * @param content the file in force; null where there is none
 * @param on the day from which it counts
 * @returns undefined where the words would not stay one clause
 */
export function addClause(
  content: string | null,
  file: NewFile,
  clause: NewClause,
  on: Day,
): string | undefined {
  const front = content === null ? undefined : frontMatterOf(content);
  const above =
    front === undefined
      ? ['---', ...yamlLines(headOf(file, on)), '---']
      : [...withNextVersion(front, on), ...front.lines.slice(front.end)];
  const { number, heading, wording } = clause;
  const written = [
    above.join('\n').trimEnd(),
    ...(front === undefined ? [] : ['']),
    `## ${heading}`,
    '',
    '```yaml',
    ...yamlLines(fieldsOf(clause, on)),
    '```',
    '',
    wording.text,
    '',
  ].join('\n');
  const before = front === undefined ? [] : numbersIn(content ?? '');
  const isOneMore = numbersIn(written).join() === [...before, number].join();
  const read = writtenClause(written, number);
  return isOneMore && read?.text === wording.text.trim() && read.heading === heading
    ? written
    : undefined;
}

const headOf = (file: NewFile, on: Day): VariationMeta => ({
  organisation: file.organisation,
  policy: file.policy,
  version: `${on.slice(0, 4)}.1`,
  owner: file.owner,
  effective: on,
  review: yearAfter(on),
  note: file.note,
});

/** Of what it replaces it keeps whose side it is on, and the line of support above it. */
function fieldsOf({ number, question, wording, replaces }: NewClause, on: Day) {
  const { asks = [], values } = wording;
  return {
    id: number,
    ...(replaces === undefined ? { adds: true } : { replaces: replaces.number }),
    question,
    asks,
    ...(Object.keys(values).length > 0 && { values }),
    ...(replaces !== undefined && replaces.for !== 'everyone' && { for: replaces.for }),
    ...(replaces?.support === true && { support: true }),
    effective: on,
    review: yearAfter(on),
  };
}

const yamlLines = (fields: object): readonly string[] =>
  stringify(fields, { lineWidth: 0 }).trimEnd().split('\n');

function numbersIn(content: string): readonly number[] {
  const front = frontMatterOf(content);
  if (front === undefined) return [];
  return readSections(VariationClauseMeta, '', front).sections.map(({ meta }) => meta.id);
}

/** The 29th of February is followed by a 28th. */
const yearAfter = (on: Day): Day =>
  `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`.replace(/-02-29$/, '-02-28');
