/** Puts `reportname` where somebody else is named, so that phrases need not know names. */
import notNames from '../catalogue/words/not-names.json';
import type { Report } from './asker';
import { plain } from './plain';

const NOT_NAMES = new Set(notNames);

/** Where a name that nobody knows must stand for the sentence to be about somebody's hours. */
const NAME_PLACES = [
  /(?<=\b(?:change|amend|update|alter|reduce|increase|decrease|cut|raise|adjust|lower|drop|move|put|bump|take|switch|set) )([a-z]{2,}(?: [a-z]{2,})?)(?= (?:(?:weekly|working|contracted) )?hours\b| (?:down |up )?(?:to|on|onto) (?:\d|full|part))/,
  /(?<=^)([a-z]{2,}(?: [a-z]{2,})?)(?= (?:is|wants|will|has agreed|would like|needs)\b)/,
  /(?<=\b(?:change of hours|hours change|contract change|hours) (?:for|of) )([a-z]{2,}(?: [a-z]{2,})?)/,
];

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
  return undefined;
}

function withoutOwnersS(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
