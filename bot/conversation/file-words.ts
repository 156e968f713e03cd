/** What is typed about the files of a request: "take the photo out", "can i send a photo of it". Patterns are data. */
import { z } from 'zod';
import { plain } from '../../dialogs';
import data from './file-words.json';

const Patterns = z.array(z.string()).transform((all) => all.map((one) => new RegExp(one, 'u')));
const patterns = z.object({ takeOut: Patterns, add: Patterns }).parse(data);

const isOneOf = (those: readonly RegExp[], text: string): boolean => {
  const said = plain(text);
  return those.some((pattern) => pattern.test(said));
};

export const isTakeOut = (text: string): boolean => isOneOf(patterns.takeOut, text);
export const asksToAdd = (text: string): boolean => isOneOf(patterns.add, text);
