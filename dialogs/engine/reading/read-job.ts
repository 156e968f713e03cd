/** The title of a job: "band 5 staff nurse on ward 7" has "staff nurse" in it. */
import jobs from '../../catalogue/words/jobs.json';
import { pattern } from './pattern';

const MOST_WORDS_BEFORE = 3;
const STOPS = new Set(jobs.stops);
const NOUN = pattern(
  String.raw`(?<=^| )(?:${[...jobs.nouns].sort((a, b) => b.length - a.length).join('|')})(?=s? |s?$)`,
);

/** @param said plain text; @returns the last word for a job, with what goes before it; undefined where none is said */
export function readJob(said: string): string | undefined {
  const [found] = [...said.matchAll(NOUN)];
  if (found === undefined) return undefined;
  const before = said.slice(0, found.index).trim().split(' ');
  const own: string[] = [];
  for (const word of before.toReversed()) {
    if (own.length === MOST_WORDS_BEFORE || STOPS.has(word) || !/^[a-z]{2,}$/.test(word)) break;
    own.unshift(word);
  }
  return [...own, found[0]].join(' ');
}
