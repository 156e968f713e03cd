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
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', kind = ''] = [begun[at], kinds[at]];
    features.add(word).add(kind);
    for (let apart = 1; apart <= FURTHEST && at + apart < words.length; apart += 1) {
      const [next = '', nextKind = ''] = [begun[at + apart], kinds[at + apart]];
      const between = apart === 1 ? ' ' : '~';
      features.add(word + between + next);
      // Most words are of no kind: the pair is then the same, and need not be made twice.
      if (kind !== word || nextKind !== next) features.add(kind + between + nextKind);
    }
  }
  return features;
}
