/** The name of an organisation: after its cue, by its capitals, or words that are as good as a name. */
import { wordsOfPhrase } from '../../catalogue/phrases';
import type { FieldDefinition } from '../../catalogue/schema';
import dayWords from '../../catalogue/words/day-words.json';
import words from '../../catalogue/words/organisations.json';
import { plain } from '../plain';
import { asWritten } from './as-written';

const MOST_WORDS = 7;
const ENDS = new Set(words.ends);
const JOINS = new Set(words.joins);
const NOT_FIRST = new Set(words.notFirst);
const CALENDAR = new Set([...dayWords.months, ...dayWords.weekdays]);
const NOT_ONE = new Set([...words.notOne, ...CALENDAR]);
const BEFORE_CAPITALS = /\b(?:for|to|with|at|from)\s+(?:the\s+)?(?=\p{Lu})/gu;

/** The answer to the field's own question: its name alone where a cue stands before it. */
export function readOrganisationAsked(text: string, field: FieldDefinition): string | undefined {
  return /^i? ?(?:dont|do not) know|^(?:im )?not sure|^no idea/.test(plain(text))
    ? undefined
    : (afterCue(text, field) ?? text);
}

/** @param isFree whether it was not said before: what only looks like it then changes nothing */
export function readOrganisation(
  text: string,
  field: FieldDefinition,
  isFree: boolean,
): string | undefined {
  const cued = afterCue(text, field);
  if (cued !== undefined || !isFree) return cued;
  return withCapitals(text) ?? asGoodAsAName(text, field);
}

function afterCue(text: string, { saidAfter }: FieldDefinition): string | undefined {
  if (saidAfter.length === 0) return undefined;
  const cue = new RegExp(String.raw`\b(?:${saidAfter.join('|')})[\s:]+(?=\S)`, 'gi');
  for (const { 0: said, index } of text.matchAll(cue)) {
    const name = nameAt(text.slice(index + said.length));
    if (name !== undefined) return name;
  }
  return undefined;
}

function withCapitals(text: string): string | undefined {
  for (const { 0: said, index } of text.matchAll(BEFORE_CAPITALS)) {
    const name = nameAt(text.slice(index + said.length), true);
    if (name !== undefined && !NOT_ONE.has(plain(name.split(' ', 1)[0] ?? ''))) return name;
  }
  return undefined;
}

function asGoodAsAName(text: string, { saidAs }: FieldDefinition): string | undefined {
  const said = plain(text);
  const found = saidAs.flatMap((phrase) => wordsOfPhrase(phrase, said) ?? [])[0];
  return found === undefined ? undefined : asWritten(found, text);
}

/** Words up to the end of the clause; "Halifax and I …" ends at "and", "Marks and Spencer" does not. */
function nameAt(text: string, capitalsOnly = false): string | undefined {
  const clause = /^[^,;:!?()\n]*?(?=[,;:!?()\n]|\.(?:\s|$)|\s[-–—]\s|$)/u.exec(text)?.[0] ?? '';
  const all = clause.split(/\s+/).filter((word) => word !== '');
  const own: string[] = [];
  for (const [index, word] of all.entries()) {
    const next = all[index + 1];
    const goesOn =
      index > 0 && JOINS.has(word.toLowerCase()) && hasCapital(next) && !isOfTheCalendar(next);
    // A date ends a name: "Airedale NHS FT 3 Mar".
    const isFigure = index > 0 && (/^\d/.test(word) || isOfTheCalendar(word));
    const isIn =
      !isFigure && (goesOn || (capitalsOnly ? hasCapital(word) : !ENDS.has(plain(word))));
    if (!isIn || own.length === MOST_WORDS) break;
    own.push(word);
  }
  const [first] = own;
  const isName = first !== undefined && (!NOT_FIRST.has(plain(first)) || isOwners(own));
  return isName ? own.join(' ') : undefined;
}

/** "My landlord" names one; "my" alone does not. */
function isOwners(own: readonly string[]): boolean {
  return own.length > 1 && /^(?:my|our)$/i.test(own[0] ?? '');
}

/** "At Severnhope on Tuesdays". */
const isOfTheCalendar = (word = ''): boolean => CALENDAR.has(plain(word).replace(/s$/, ''));

function hasCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}
