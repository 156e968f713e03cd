/**
 * Names what one form wrote. The same words sent twice from one page are one; other words from it
 * are another: somebody corrected them before they saw that the first were on their way.
 */
import { createHash } from 'node:crypto';

export const formName = (message: string, ...words: readonly (string | null)[]): string =>
  `${message}.${createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16)}`;
