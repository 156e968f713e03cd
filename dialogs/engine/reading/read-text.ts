/** Free text: kept as it was said, without "I would like to" and without the day it is to start. */
import { compilePhrase, hasPhrase } from '../../catalogue/phrases';
import type { FieldDefinition } from '../../catalogue/schema';
import groups from '../../catalogue/words/groups.json';
import guards from '../../catalogue/words/not-a-request.json';
import { clauses, plain, sentences } from '../plain';
import { withoutOpening } from '../questions';
import { readDays } from './read-days';

const LEADS = new Set(
  [...guards.openings, ...[...groups.polite, ...groups.want].flatMap(withSubject)].map(plain),
);
const ENDING = /[\s,]*\b(?:please|pls|thanks|thank you)\b[\s.!]*$/i;
const WHEN = compilePhrase('^ {when}');
const CUE = /^(?:from|starting|as of|as from|with effect from|beginning|effective|commencing) /;
const START_DAY =
  /[\s,]+(?:from|starting|as of|as from|with effect from|beginning|effective|commencing)\b(?=[^.]*$)/gi;

function withSubject(lead: string): readonly string[] {
  return ['', 'i ', 'i just ', 'im ', 'i am ', 'i was ', 'id ', 'we '].map(
    (subject) => `${subject}${lead}`,
  );
}

/** The value in a sentence that starts the request, where one of the field's phrases is in it. */
export function readTextUnasked(
  text: string,
  field: FieldDefinition,
  today: string,
): string | undefined {
  const labelled = field.words.map(
    (word) => new RegExp(`\\b${word}\\s*:\\s*(\\S.*)$`, 'is').exec(text)?.[1],
  );
  const value = labelled.find((found) => found !== undefined);
  if (value !== undefined) return value.trim();
  for (const sentence of sentences(text)) {
    const clause = clauses(sentence.said).find(({ plain: words }) => {
      const bare = withoutOpening(words);
      return field.saidBy.some((phrase) => hasPhrase(phrase, bare));
    });
    if (clause !== undefined) return trimmed(sentence.said.slice(clause.at), today);
  }
  return undefined;
}

/** The whole answer to the field's own question; undefined where nothing is left of it. */
export function readTextAsked(text: string, today: string): string | undefined {
  const value = trimmed(text, today);
  return value === undefined || value.length < 2 ? undefined : value;
}

function trimmed(text: string, today: string): string | undefined {
  const value = withoutStartDay(withoutLeads(text.trim()), today)
    .replace(ENDING, '')
    .replace(/[\s.,!?]+$/, '')
    .trim();
  return value === '' ? undefined : value;
}

function withoutLeads(text: string): string {
  let words = text.split(/\s+/);
  for (;;) {
    const length = [8, 7, 6, 5, 4, 3, 2, 1].find(
      (count) => count < words.length && LEADS.has(plain(words.slice(0, count).join(' '))),
    );
    if (length === undefined) return words.join(' ');
    words = words.slice(length);
  }
}

/** Only where the day ends the sentence: what comes after it belongs to the wish. */
function withoutStartDay(text: string, today: string): string {
  for (const match of [...text.matchAll(START_DAY)].reverse()) {
    const tail = plain(text.slice(match.index).replace(ENDING, ''));
    const read = readDays(tail, { today, monthMeansFirst: true });
    if (read !== undefined && isOnlyDays(tail)) return text.slice(0, match.index);
  }
  return text;
}

function isOnlyDays(tail: string): boolean {
  return `${tail} `.replace(CUE, '').replace(WHEN, '').trim() === '';
}
