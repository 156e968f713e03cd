/** Puts `reportname` where somebody else is named, so that phrases need not know names. */
import jobs from '../catalogue/words/jobs.json';
import notNames from '../catalogue/words/not-names.json';
import type { Report } from './asker';
import { plain } from './plain';

const NOT_NAMES = new Set(notNames);
const JOB_WORDS = new Set(jobs.nouns.flatMap((noun) => noun.split(' ')));
/** "My lot" is nobody's name. */
const DETERMINERS = new Set(['a', 'an', 'the', 'my', 'our', 'his', 'her', 'their', 'this', 'that']);

/** Where a name that nobody knows must stand for the sentence to be about somebody's hours, or their going. */
const NAME_PLACES = [
  /(?<=\b(?:change|amend|update|alter|reduce|increase|decrease|cut|raise|adjust|lower|drop|move|put|bump|take|switch|set) )([a-z]{2,}(?: [a-z]{2,})?)(?= (?:(?:weekly|working|contracted) )?hours\b| (?:down |up )?(?:to|on|onto) (?:\d|full|part))/,
  /(?<=^)([a-z]{2,}(?: [a-z]{2,})?)(?= (?:is|wants|will|has agreed|would like|needs)\b)/,
  /(?<=\b(?:change of hours|hours change|contract change|hours) (?:for|of) )([a-z]{2,}(?: [a-z]{2,})?)/,
  /(?<=\b(?:(?:leavers?|termination)(?: form| request)? (?:for|is)|terminate) )([a-z]{2,}(?: [a-z]{2,})?)/,
];

/** What is said of somebody who goes: the name stands before it. */
const LEAVING = new RegExp(
  String.raw` (?:(?:is|has been) (?:leaving|retiring|finishing|resigning|off to|made redundant)|(?:has )?(?:retired|resigned|quit|handed|left us|left on)|retires|resigns|(?:leaves|finishes) (?:us|on|with)|has (?:given|left|put (?:her|his|their) notice)|gave (?:her|his|their|in))\b`,
);
/** "Ngozi's fixed term": the name stands before it, with its s. */
const OWNED =
  /(?<=s) (?:(?:last|final) day|fixed term|ftc|contract|notice|resignation|retirement|leaving date)\b/;

export function namesAsTokens(plainText: string, reports: readonly Report[]): string {
  const names = new Set(
    reports.flatMap(({ name, givenName }) => plain(`${givenName} ${name}`).split(' ')),
  );
  const known = plainText
    .split(' ')
    .map((word) => (names.has(word) || names.has(withoutOwnersS(word)) ? 'reportname' : word))
    .join(' ')
    .replace(/reportname(?: reportname)+/g, 'reportname');
  if (known.includes('reportname')) return known;
  const stranger = strangerIn(known);
  return stranger === undefined ? known : known.replace(stranger, 'reportname');
}

/** A name, as plain words, where the sentence has room for one and the team has nobody so called. */
export function strangerIn(plainText: string): string | undefined {
  for (const place of NAME_PLACES) {
    const [first, second] = place.exec(plainText)?.[1]?.split(' ') ?? [];
    if (first === undefined || NOT_NAMES.has(first)) continue;
    if (second === undefined || NOT_NAMES.has(second)) return first;
    return `${first} ${second}`;
  }
  return nameBefore(LEAVING, plainText) ?? nameBefore(OWNED, plainText);
}

function nameBefore(place: RegExp, plainText: string): string | undefined {
  const found = place.exec(plainText);
  if (found === null) return undefined;
  const [last, first] = plainText.slice(0, found.index).split(' ').toReversed();
  if (last === undefined || !isNameLike(last) || DETERMINERS.has(first ?? '')) return undefined;
  return first !== undefined && isNameLike(first) ? `${first} ${last}` : last;
}

function isNameLike(word: string): boolean {
  const others = [word, withoutOwnersS(word)];
  return (
    /^[a-z]{2,}$/.test(word) && !others.some((one) => NOT_NAMES.has(one) || JOB_WORDS.has(one))
  );
}

function withoutOwnersS(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
