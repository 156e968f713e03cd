/** Free text: kept as it was said, without "I would like to" and without the day it is to start. */
import { compilePhrase, hasAnyPhrase, hasPhrase } from '../../catalogue/phrases';
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

/**
 * "Been up all night with flu, wont be in": the first clause in which one of its phrases stands,
 * or what follows the field's own words in it, where that has the phrase too.
 */
export function readTextIn(
  text: string,
  field: FieldDefinition,
  today: string,
): string | undefined {
  const { saidIn } = field;
  if (saidIn.length === 0) return undefined;
  const isTold = (words: string) => saidIn.some((phrase) => hasPhrase(phrase, words));
  for (const sentence of sentences(text)) {
    const clause = clauses(sentence.said).find(({ plain: words }) => isTold(words));
    if (clause === undefined) continue;
    const after = readTextAfter(clause.said, field, today);
    return after !== undefined && isTold(plain(after)) ? after : trimmed(clause.said, today);
  }
  return undefined;
}

/** Words of a message that only names a service, and of any wish. */
const LITTLE_SAID = 2;

/**
 * The message that starts a service, where it says more than that it is wanted.
 *
 * @param named the service's own names
 */
export function readMessage(
  text: string,
  { saysLittle, speaksOf }: FieldDefinition,
  named: readonly string[],
): string | undefined {
  if (speaksOf.length > 0 && !hasAnyPhrase(speaksOf, plain(text))) return undefined;
  const said = named.reduce((rest, name) => rest.replace(plain(name), ' '), plain(text));
  const own = said
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(word) && !saysLittle.includes(word));
  return own.length < LITTLE_SAID ? undefined : text.trim();
}

const SMALL_WORDS = new Set([
  ...[...LEADS].flatMap((lead) => lead.split(' ')),
  ...'a an the i im ive my me to for of about with it is have got hi hello please thanks some new form request help'.split(
    ' ',
  ),
]);

/** What stands after "because of", to the end of its sentence. */
export function readTextAfter(
  text: string,
  field: FieldDefinition,
  today: string,
): string | undefined {
  const found = afterIn(text, field);
  return found === undefined ? undefined : trimmed(text.slice(found.valueAt, found.to), today);
}

/** The text without what another field takes: "4 days a week because of childcare". */
export function withoutAfter(text: string, others: readonly FieldDefinition[]): string {
  return others.reduce((rest, field) => {
    const found = afterIn(rest, field);
    return found === undefined ? rest : `${rest.slice(0, found.at)}${rest.slice(found.to)}`.trim();
  }, text);
}

interface After {
  readonly at: number;
  readonly valueAt: number;
  readonly to: number;
}

/** A cause that comes first ends at a comma: "because of childcare, I want …". */
function afterIn(text: string, { saidAfter }: FieldDefinition): After | undefined {
  if (saidAfter.length === 0) return undefined;
  const cue = new RegExp(String.raw`(?:^|[\s,(]+)(?:${saidAfter.join('|')})\s+(?=\S)`, 'i');
  for (const { said, at: before } of sentences(text)) {
    const at = text.indexOf(said, before);
    const found = cue.exec(said);
    if (found === null) continue;
    const comma = found.index === 0 ? said.indexOf(',') : -1;
    const to = at + (comma > 0 ? comma : said.length);
    return { at: at + found.index, valueAt: at + found.index + found[0].length, to };
  }
  return undefined;
}

/** A lone "yes" or "nothing" is no answer to "who should it go to?". */
const SAYS_NOTHING =
  /^(?:yes|yeah|yep|no|nope|nah|ok|okay|nothing|none|null|undefined|na|n a|nil)$/;

/** The whole answer to the field's own question; undefined where nothing is left of it. */
export function readTextAsked(text: string, today: string): string | undefined {
  const value = trimmed(text, today);
  return value === undefined || value.length < 2 || SAYS_NOTHING.test(plain(value))
    ? undefined
    : value;
}

function trimmed(text: string, today: string): string | undefined {
  const value = withoutStartDay(withoutLeads(text.trim().replace(/[\s.,;:!?]+$/, '')), today)
    .replace(ENDING, '')
    .replace(/[\s.,;:!?]+$/, '')
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
    // "From april, tuesdays and thursdays" tells the days that are worked.
    if (read !== undefined && read.kind !== 'problem' && isOnlyDays(tail))
      return text.slice(0, match.index);
  }
  return text;
}

/** "From 1 june" and the like. @param tail plain text */
export function isOnlyDays(tail: string): boolean {
  return `${tail} `.replace(CUE, '').replace(WHEN, '').trim() === '';
}
