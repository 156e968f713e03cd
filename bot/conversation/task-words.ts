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
const { nothing, same, ...patterns } = z
  .object({
    list: Patterns,
    approve: Patterns,
    decline: Patterns,
    withdraw: Patterns,
    approveOf: Patterns,
    declineOf: Patterns,
    askOf: Patterns,
    showOf: Patterns,
    allOf: Patterns,
    thenReason: Patterns,
    noReason: Patterns,
    change: Patterns,
    whatBecame: Patterns,
    aboutRequest: Patterns,
    ofThisAlone: Patterns,
    ifDeclined: Patterns,
    ofTheRequest: Patterns,
    offer: Patterns,
    nothing: z.array(z.string()),
    same: z.record(z.string(), z.string()),
  })
  .parse(data);

/** @returns undefined for everything else */
export function taskWordsIn(text: string): TaskWords | undefined {
  const said = straight(text);
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

/** What is to be done with a request that goes without its reference: "approve ana's december leave". */
export interface WordsOfTask {
  readonly kind: 'approve' | 'decline' | 'ask' | 'show';
  /** Which one, in their words. */
  readonly what: string;
  /** Why it is declined; empty where none was said. */
  readonly reason: string;
  /** "Both", "everything that is waiting". */
  readonly isAll: boolean;
}

/** @returns undefined where it is nothing of the kind; whom it names is not looked at */
export function wordsOfTaskIn(text: string): WordsOfTask | undefined {
  const said = straight(text);
  for (const kind of ['approve', 'decline', 'ask', 'show'] as const) {
    const what = firstOf(patterns[`${kind}Of`], said)?.what?.trim();
    if (what === undefined) continue;
    const reason = kind === 'decline' ? firstOf(patterns.thenReason, what)?.reason : undefined;
    const named = reason === undefined ? what : what.slice(0, what.length - reason.length);
    return { kind, what: named, reason: reason ?? '', isAll: has(patterns.allOf, what) };
  }
  return undefined;
}

/** "Holiday" and "leave" are one. */
export const sameWord = (word: string): string => same[word] ?? word;

export interface WithdrawWords {
  readonly reference: string | undefined;
  /** What the request is about, in words of its service; empty where it was not said. */
  readonly about: readonly string[];
}

/** "withdraw PS-…", "cancel my leave request". @returns undefined for everything else */
export function withdrawWordsIn(text: string): WithdrawWords | undefined {
  const found = firstOf(patterns.withdraw, straight(text));
  if (found === undefined) return undefined;
  const words = (found.what ?? '').toLowerCase().split(' ');
  return {
    reference: found.ref?.toUpperCase(),
    about: words.filter((word) => word !== '' && !nothing.includes(word)).map(sameWord),
  };
}

/** Every reference that is named, once. */
export const referencesIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\bps-[0-9a-hjkmnp-tv-z]{6}\b/giu)].map(([found]) => found.toUpperCase()),
  ),
];

/** "Actually I'll approve it", "wait", "wrong button": never sent to anybody as a reason. */
export const isNoReason = (text: string): boolean => has(patterns.noReason, text);

/** "Make it the 8th", "wrong dates, 4 to 7 may": said of what was sent before. */
export const isChange = (text: string): boolean => has(patterns.change, text);

/** "How long does it take?", "will my manager see this?" */
export const asksAboutRequest = (text: string): boolean => has(patterns.aboutRequest, text);

/** "Is it confidential?", in the middle of a request: of this one, and not of the assistant. */
export const asksWhoReads = (text: string): boolean => has(patterns.ofThisAlone, text);

/** "What if she says no?" */
export const asksIfDeclined = (text: string): boolean => has(patterns.ifDeclined, text);

/** "Any news?", "has grace seen it", of what was sent. */
export const asksWhatBecame = (text: string): boolean => has(patterns.whatBecame, text);

/** "What did she ask for?" */
export const asksOfTheRequest = (text: string): boolean => has(patterns.ofTheRequest, text);

/** "Could you take 10 to 14 May instead?": put as a question, and said to the requester. */
export const isOffer = (text: string): boolean => has(patterns.offer, text);

const has = (all: readonly RegExp[], text: string): boolean =>
  firstOf(all, straight(text)) !== undefined;

const straight = (text: string): string => text.replaceAll(/[‘’`]/g, "'").trim();

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
