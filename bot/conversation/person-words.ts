/** "Tell Fern: …": a message that names to whom it goes. Patterns are data. */
import { z } from 'zod';
import data from './person-words.json';

const Pattern = z.string().transform((one) => new RegExp(one, 'iu'));
const words = z
  .object({
    toWhom: Pattern,
    team: z.array(z.string()),
    mark: Pattern,
    joining: Pattern,
    forPerson: Pattern,
    forAssistant: Pattern,
    whoSees: Pattern,
  })
  .parse(data);

/** May it name somebody? A look that costs nothing, before it is known whether there is anybody. */
export const mayBeAddressed = (text: string): boolean => words.toWhom.test(text);

export interface Addressed {
  /** Empty where only the name was said. */
  readonly text: string;
  /** False for "tell them I am late", which may mean others: then it is asked. */
  readonly isPlain: boolean;
}

/** @param names of who has it: the whole name, and the given one */
export function addressedTo(text: string, names: readonly string[]): Addressed | undefined {
  const rest = text.replace(words.toWhom, '');
  if (rest === text) return undefined;
  const named = startOf(rest, names);
  const found = named ?? startOf(rest, words.team);
  if (found === undefined) return undefined;
  const after = rest.slice(found.length);
  const isMarked = words.mark.test(after);
  const said = after.replace(words.mark, '').replace(words.joining, '').trim();
  return { text: said, isPlain: said === '' || isMarked || named !== undefined };
}

/** "For her": to the question for whom a message is. */
export const isForPerson = (text: string): boolean => words.forPerson.test(text.trim());
export const isForAssistant = (text: string): boolean => words.forAssistant.test(text.trim());

/** "Who will see this?": in place of what the team should know. */
export const asksWhoSees = (text: string): boolean => words.whoSees.test(text.trim());

/** The longest of them that the text begins with, as a whole word. */
function startOf(text: string, names: readonly string[]): string | undefined {
  const said = text.toLowerCase();
  return names
    .filter((name) => name !== '' && said.startsWith(name.toLowerCase()))
    .filter((name) => !/^[\p{L}\p{N}]/u.test(text.slice(name.length)))
    .toSorted((a, b) => b.length - a.length)[0];
}
