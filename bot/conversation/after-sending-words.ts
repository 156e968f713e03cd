/** What is typed about a request that was sent just now: "i forgot a receipt", "send it again". Patterns are data. */
import { z } from 'zod';
import data from './after-sending.json';

const Patterns = z.array(z.string()).transform((all) => all.map((one) => new RegExp(one, 'iu')));
const {
  polite: [polite = /^/u],
  ...patterns
} = z
  .object({
    again: Patterns,
    hurry: Patterns,
    shown: Patterns,
    // Before a file: a note may be one.
    note: Patterns,
    file: Patterns,
    leaveOut: Patterns,
    wrong: Patterns,
    polite: Patterns,
  })
  .parse(data);

export interface AfterSending {
  readonly kind: keyof typeof patterns;
  /** The note that is to go with it; empty where it was not said. */
  readonly what: string;
}

/** @returns undefined for everything else */
export function afterSendingIn(text: string): AfterSending | undefined {
  const said = straight(text);
  const kinds = Object.keys(patterns) as AfterSending['kind'][]; // the type of its keys is lost
  for (const kind of kinds)
    for (const pattern of patterns[kind]) {
      const found = pattern.exec(said);
      if (found !== null) return { kind, what: found.groups?.what ?? '' };
    }
  return undefined;
}

/** "Can you add the 10th as well" → "add the 10th as well": an order, and no question. */
export const asOrder = (text: string): string => straight(text).replace(polite, '');

const straight = (text: string): string => text.replaceAll(/[‘’`]/g, "'").trim();
