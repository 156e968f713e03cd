/** What people say to the assistant itself, rather than ask of the policies. Patterns are data. */
import { z } from 'zod';
import data from './intents.json';

const Intent = z.enum([
  'privacy',
  'delete',
  'my-data',
  'no-mails',
  'mails',
  'status',
  'person',
  'resume',
  'form',
  'greeting',
  'thanks',
  'bye',
  'how-to',
  'not-that',
  'yes',
  'ok',
  'noted',
  'remember',
]);
export type Intent = z.infer<typeof Intent>;

const rules = z
  .array(z.object({ intent: Intent, patterns: z.array(z.string()) }))
  .parse(data.intents)
  .map(({ intent, patterns }) => ({
    intent,
    patterns: patterns.map((pattern) => new RegExp(pattern)),
  }));

/** @returns undefined for everything that is a question or a request */
export function intentOf(text: string): Intent | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[‘’`]/g, "'")
    .replaceAll(/[“”"]/g, '')
    .replaceAll(/[‐‑‒–]/g, '-')
    .trim();
  return rules.find(({ patterns }) => patterns.some((pattern) => pattern.test(plain)))?.intent;
}

/** With a request on its way, these are said to it: "ok" may send it, "no" may not, "e-mail me" may say how. */
const OF_THE_REQUEST: ReadonlySet<Intent> = new Set([
  'yes',
  'ok',
  'noted',
  'not-that',
  'mails',
  'remember',
]);
export const mayBeOfTheRequest = (intent: Intent): boolean => OF_THE_REQUEST.has(intent);

export const isAgreeing = (intent: Intent | undefined): boolean =>
  intent === 'yes' || intent === 'ok' || intent === 'noted';
