/** What an approver types: "what awaits me", "approve PS-…", "decline PS-… because …". Patterns are data. */
import { z } from 'zod';
import data from './task-words.json';

export type TaskWords =
  | { readonly kind: 'list' }
  | { readonly kind: 'approve'; readonly reference: string | undefined }
  | {
      readonly kind: 'decline';
      readonly reference: string | undefined;
      /** Empty where none was said. */
      readonly reason: string;
    };

const Patterns = z.array(z.string()).transform((all) => all.map((one) => new RegExp(one, 'iu')));
const patterns = z.object({ list: Patterns, approve: Patterns, decline: Patterns }).parse(data);

/** @returns undefined for everything else */
export function taskWordsIn(text: string): TaskWords | undefined {
  const said = text.replaceAll(/[‘’`]/g, "'").trim();
  for (const kind of ['list', 'approve', 'decline'] as const) {
    const found = firstOf(patterns[kind], said);
    if (found === undefined) continue;
    if (kind === 'list') return { kind };
    const reference = found.ref?.toUpperCase();
    return kind === 'approve'
      ? { kind, reference }
      : { kind, reference, reason: found.reason?.trim() ?? '' };
  }
  return undefined;
}

function firstOf(
  all: readonly RegExp[],
  said: string,
): Partial<Record<string, string>> | undefined {
  for (const pattern of all) {
    const found = pattern.exec(said);
    if (found !== null) return found.groups ?? {};
  }
  return undefined;
}
