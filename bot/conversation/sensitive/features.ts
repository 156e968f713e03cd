/**
 * What the scorer looks at in a message: the beginnings of its words, which forgives endings and
 * slips of spelling, alone and in pairs up to three words apart; and the same with words that are
 * alike (`alike.json`) put as one, so that "my nan" helps with "my aunt".
 */
import { z } from 'zod';
import raw from './alike.json';

const alike = new Map(
  Object.entries(z.record(z.string(), z.array(z.string())).parse(raw)).flatMap(([kind, words]) =>
    words.map((word) => [word, `<${kind}>`] as const),
  ),
);

const BEGINNING = 5;
const FURTHEST = 3;

/** @param said normalised: see normalise.ts */
export function featuresOf(said: string): ReadonlySet<string> {
  const words = said.split(' ');
  const begun = words.map((word) => word.slice(0, BEGINNING));
  const kinds = words.map((word, index) => alike.get(word) ?? begun[index] ?? '');
  const features = new Set<string>();
  for (const line of [begun, kinds]) {
    line.forEach((word, at) => {
      features.add(word);
      for (let apart = 1; apart <= FURTHEST && at + apart < line.length; apart += 1)
        features.add(`${word}${apart === 1 ? ' ' : '~'}${line[at + apart] ?? ''}`);
    });
  }
  return features;
}
