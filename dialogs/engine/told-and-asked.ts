/**
 * What a message asks for, and what it tells beside that: "my wife has left, | i need friday off".
 * A short story beside a wish is easily not heard, since the wish stands in front of it.
 */
import words from '../catalogue/words/wishes.json';
import type { Asker } from './asker';
import { byPhrases } from './phrased';
import { clauses } from './plain';
import { saidIn } from './said';

export interface Part {
  readonly said: string;
  /** Whether it asks for something; what does not may be told by the way. */
  readonly asks: boolean;
}

const JOIN = either(words.joins);
const WISH = String.raw`(?:${JOIN}\s+)*${either(words.wishes)}(?!\w)`;
const BEGINS = new RegExp(`^${WISH}`, 'i');
/** Before "and i need", with the words that join it. */
const CUT = new RegExp(String.raw`\s+(?<!\b${JOIN}\s+)(?=${WISH})`, 'gi');

const WITHIN = new RegExp(String.raw`(?<!\w)${WISH}`, 'i');

/** True where anything is wished for in so many words: "i need", "please", "can you". */
export const saysAWish = (text: string): boolean => WITHIN.test(text);

export function toldAndAsked(text: string, asker: Asker): readonly Part[] {
  return clauses(text)
    .flatMap(({ said }) => said.split(CUT))
    .filter((said) => said.trim() !== '')
    .map((said) => ({ said, asks: asks(said, asker) }));
}

const asks = (said: string, asker: Asker): boolean =>
  BEGINS.test(said) || byPhrases(saidIn(said, asker), asker)?.certain === true;

function either(list: readonly string[]): string {
  return `(?:${list.join('|')})`.replaceAll(' ', String.raw`\s+`);
}
