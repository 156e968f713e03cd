/** The title of a job: "band 5 staff nurse on ward 7" has "staff nurse" in it. */
import jobs from '../../catalogue/words/jobs.json';
import { clauses, plain } from '../plain';
import { asWritten } from './as-written';
import { pattern } from './pattern';

const MOST_WORDS_BEFORE = 3;
const STOPS = new Set(jobs.stops);
const NOUN = pattern(
  String.raw`(?<=^| )(?:${[...jobs.nouns].sort((a, b) => b.length - a.length).join('|')})(?=s? |s?$)`,
);

const WORD_BETWEEN = 1;

/**
 * @param name somebody's name in the same text, which is no part of the job
 * @returns the first words for a job, with what goes before them, as they were typed
 */
export function readJob(text: string, name: string | undefined): string | undefined {
  for (const { plain: clause } of clauses(text)) {
    const said = name === undefined ? clause : clause.replace(plain(name), ',');
    const job = jobIn(said);
    if (job !== undefined) return asWritten(job, text);
  }
  return undefined;
}

function jobIn(said: string): string | undefined {
  const nouns = [...said.matchAll(NOUN)];
  const [found] = nouns;
  if (found === undefined) return undefined;
  const own: string[] = [];
  for (const word of said.slice(0, found.index).trim().split(' ').toReversed()) {
    if (own.length === MOST_WORDS_BEFORE || !isOfAJob(word)) break;
    own.unshift(word);
  }
  return [...own, ...toLastNoun(said, nouns)].join(' ');
}

/** "Apprentice dental nurse" is one job. */
function toLastNoun(said: string, nouns: readonly RegExpExecArray[]): readonly string[] {
  const [first] = nouns;
  if (first === undefined) return [];
  let end = first.index + first[0].length;
  for (const next of nouns.slice(1)) {
    const between = said
      .slice(end, next.index)
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    if (between.length > WORD_BETWEEN || !between.every(isOfAJob)) break;
    end = next.index + next[0].length;
  }
  return [said.slice(first.index, end)];
}

function isOfAJob(word: string): boolean {
  return !STOPS.has(word) && /^[a-z]{2,}$/.test(word);
}
