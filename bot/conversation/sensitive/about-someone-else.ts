/**
 * Tells whether somebody asks for another person's data, or tries to talk the assistant out of
 * its rules. Both are refused in the same words, whether or not the person named exists.
 *
 * It is a courtesy and not the lock: the assistant has no such data to give in the first place.
 */
import { z } from 'zod';
import raw from './about-someone-else.json';
import { normalise } from './normalise';
import { anyOf } from './pattern';

const Patterns = z.array(z.string().min(1));
const { groups, patterns, allowed, injection } = z
  .strictObject({
    groups: z.record(z.string(), Patterns),
    patterns: Patterns,
    allowed: Patterns,
    injection: Patterns,
  })
  .parse(raw);

const someoneElses = anyOf(patterns, groups);
const ownAffairs = anyOf(allowed, groups);
const newOrders = anyOf(injection, groups);

export function asksForSomeoneElsesData(text: string): boolean {
  const said = normalise(text);
  return newOrders.test(said) || someoneElses.test(ownAffairs.without(said));
}
