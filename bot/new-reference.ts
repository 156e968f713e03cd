/** References: `PS-` (a request), `TP-` (talk to a person) or `HP-` (helped by phone) and six letters or digits that cannot be mistaken for one another. */
import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no I, L, O or U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

export const newReference = (): string => `PS-${letters()}`;
export const newCallReference = (): string => `HP-${letters()}`;
export const newHandoverReference = (): string => `TP-${letters()}`;

function letters(): string {
  return Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
