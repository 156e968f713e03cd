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
export function readJob(
  text: string,
  name: string | undefined,
  saidAfter: readonly string[] = [],
): string | undefined {
  const told = clauses(text).map(({ plain: clause }) =>
    name === undefined ? clause : clause.replace(plain(name), ','),
  );
  const job =
    firstOf(told, (said) => jobAfter(said, saidAfter)) ??
    firstOf(told, (said) => (saidAfter.length === 0 ? jobIn(said) : ownJobIn(said)));
  return job === undefined ? undefined : asWritten(job, text);
}

function firstOf<T>(all: readonly T[], read: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = read(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "My manager says yes to me going as a project nurse": the job is what stands after "as". */
function jobAfter(said: string, cues: readonly string[]): string | undefined {
  if (cues.length === 0) return undefined;
  const cue = pattern(String.raw`(?<=^| )(?:${cues.join('|')}) (?=\S)`);
  return firstOf([...said.matchAll(cue)], ({ 0: words, index }) => {
    const after = said.slice(index + words.length);
    const job = jobIn(after);
    return job !== undefined && after.indexOf(job) <= MOST_LETTERS_BEFORE ? job : undefined;
  });
}

/** Not "my manager said yes", nor "sister's happy": those are who was asked. */
function ownJobIn(said: string): string | undefined {
  const job = jobIn(said);
  if (job === undefined || job.split(' ').length > 1) return job;
  const speaks = new RegExp(String.raw`\b${job}s? (?:has|is|says?|said)\b`);
  return jobs.bosses.includes(job) || speaks.test(said) ? undefined : job;
}

/** "As a band 5", and then the job. */
const MOST_LETTERS_BEFORE = 12;

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
