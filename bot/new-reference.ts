/** Request references: `PS-` and six letters or digits that cannot be mistaken for one another. */
import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

export function newReference(): string {
  return `PS-${Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')}`;
}
