/**
 * Tells whether somebody asks for another person's data, or tries to talk the assistant out of
 * its rules. Both are refused in the same words, whether or not the person named exists.
 *
 * It is a courtesy and not the lock: the assistant has no such data to give in the first place.
 */
import { z } from 'zod';
import raw from './about-someone-else.json';
import { normalise } from './normalise';
import { patternBook } from './pattern';

const Patterns = z.array(z.string().min(1));
const { groups, patterns, allowed, injection } = z
  .strictObject({
    groups: z.record(z.string(), Patterns),
    patterns: Patterns,
    allowed: Patterns,
    injection: Patterns,
  })
  .parse(raw);

const { anyOf, hear } = patternBook(groups);
const someoneElses = anyOf(patterns);
const ownAffairs = anyOf(allowed);
const newOrders = anyOf(injection);

export function asksForSomeoneElsesData(text: string): boolean {
  const said = normalise(text);
  const heard = hear(said);
  return newOrders.test(said, heard) || someoneElses.test(ownAffairs.without(said, heard), heard);
}
