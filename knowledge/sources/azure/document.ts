/**
 * A passage as Azure AI Search keeps it. Days are whole numbers (20260401): they are compared as
 * days, and no time zone can move them.
 */
import { z } from 'zod';
import { termsOf } from '../../words/normalise';
import type { Day } from '../../policies/schema';
import type { Passage } from '../source';

export const NATIONAL = 'national';

export interface PassageDocument {
  readonly id: string;
  readonly clauseId: string;
  readonly policy: string;
  readonly title: string;
  readonly heading: string;
  readonly asks: readonly string[];
  readonly text: string;
  /** All of the passage in the assistant's own stems, so that staff slang meets policy words. */
  readonly terms: string;
  readonly organisation: string;
  readonly staffGroups: readonly string[];
  readonly effective: number;
  readonly until: number;
}

/** What a search brings back. */
export const FoundDocument = z.object({ clauseId: z.string(), organisation: z.string() });

const FOR_EVER = 99991231;

export const dayNumber = (day: Day): number => Number(day.replaceAll('-', ''));

/** Azure allows letters, digits, `_`, `-` and `=` in a key. */
export const keyOf = (clause: string, organisation: string | null): string =>
  Buffer.from(`${organisation ?? ''} ${clause}`, 'utf8').toString('base64url');

/** @throws Error for an organisation whose id would make its text national */
export function toDocument(passage: Passage): PassageDocument {
  const { id, policy, title, heading, asks, text, organisation, staffGroups, effective, until } =
    passage;
  if (organisation === NATIONAL)
    throw new Error(
      `No organisation may be called "${NATIONAL}": its text would be everyone's. Rename it.`,
    );
  return {
    id: keyOf(id, organisation),
    clauseId: id,
    policy,
    title,
    heading,
    asks,
    text,
    terms: [...new Set(termsOf([title, heading, ...asks, text].join('\n')))].join(' '),
    organisation: organisation ?? NATIONAL,
    staffGroups,
    effective: dayNumber(effective),
    until: until === undefined ? FOR_EVER : dayNumber(until),
  };
}
