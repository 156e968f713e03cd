/** Bank details have no place in a chat: they are never kept in a request. */
import { plain } from '../plain';

const NUMBERS =
  /(?<![\d/])(?:\d{8}|\d{2}[- ]\d{2}[- ]\d{2}|\d{6}|gb\d{2} ?[a-z]{4}[\d ]{14,18})(?![\d/])/;
const WORDS = /\b(?:account|acct|acc|sort ?code|iban|bank)\b/;

/** An account number or a sort code beside a word for it. A date alone ("14-08-27") is none. */
export function hasBankDetails(text: string): boolean {
  return NUMBERS.test(text.toLowerCase()) && WORDS.test(plain(text));
}
