/** The name of somebody who is not in the directory yet, as it was written. */
import jobs from '../../catalogue/words/jobs.json';
import notNames from '../../catalogue/words/not-names.json';
import { plain } from '../plain';

const NEVER = new Set([
  ...notNames,
  ...jobs.stops,
  ...jobs.nouns.flatMap((noun) => noun.split(' ')),
]);
const PARTICLES = new Set('de da di do dos du den der van von le la el al bin ter y'.split(' '));
const CUE =
  /\b(?:called|named|(?:(?:her|his|their) )?name(?: is)?|new starter(?: is| for)?|starter is|appointed|recruited|onboard|onboarding|set up(?: for)?|setup|new start(?: is)?)\s*[:,-]?\s+(?=\p{L})/giu;
const CAPITALS = /\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,2}/gu;
const WORD = /[\p{L}'’-]+/gu;

/** @param asked whether the name was asked for: then it is the whole message, if it can be a name */
export function readName(text: string, asked: boolean): string | undefined {
  if (asked) {
    const bare = text
      .trim()
      .replace(/[.!?,]+$/, '')
      .replace(/^(?:it'?s|its|name is|called)\s+/i, '');
    const words = namesAtStart(bare, 5);
    const isWhole = words.length > 0 && words.length === bare.split(/\s+/).length;
    if (isWhole && words.every((word) => /\p{L}/u.test(word))) return asAName(words);
  }
  for (const cue of text.matchAll(CUE)) {
    const words = namesAtStart(text.slice(cue.index + cue[0].length), 3);
    if (words.length >= 2) return asAName(words);
  }
  for (const [written] of text.matchAll(CAPITALS)) {
    const words = written.split(/\s+/);
    const own = words.filter((word) => !NEVER.has(plain(word)));
    if (own.length >= 2) return own.join(' ');
  }
  return undefined;
}

function namesAtStart(text: string, most: number): string[] {
  const words: string[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (text.slice(end, index).trim() !== '' || words.length === most) break;
    if (NEVER.has(plain(word)) || endsBefore(word, words)) break;
    words.push(word);
    end = index + word.length;
  }
  return words;
}

/** Where a name has capitals, the next word has one too: "Kasia Nowicka pharmacy technician". */
function endsBefore(word: string, words: readonly string[]): boolean {
  const hasCapitals = words.some((one) => /^\p{Lu}/u.test(one));
  return hasCapitals && /^\p{Ll}/u.test(word) && !PARTICLES.has(word);
}

/** "maria lopez" → "Maria Lopez"; capitals that they wrote stay as they are. */
function asAName(words: readonly string[]): string {
  const name = words.join(' ');
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
