/** What was made of one text for one field, and everything that can be wrong with it. */
import type { FieldValue } from '../../request';
import type { Day } from './days';

export type Problem =
  | { readonly kind: 'not-understood' }
  /** A form that was sent in without it. */
  | { readonly kind: 'missing' }
  /** Said of the person before, who is another now. */
  | { readonly kind: 'said-of-another' }
  /** "I don't know." */
  | { readonly kind: 'unsure' }
  /** 31 June. */
  | { readonly kind: 'no-such-day'; readonly said: string }
  | { readonly kind: 'wrong-weekday'; readonly said: string; readonly day: Day }
  /** "Friday", said on a Friday. */
  | { readonly kind: 'today-or-next'; readonly day: Day; readonly isAlone: boolean }
  | { readonly kind: 'in-the-past'; readonly day: Day }
  | {
      readonly kind: 'too-far';
      readonly day: Day;
      readonly first: Day;
      readonly last: Day;
    }
  /** With the span that they may have meant, which "yes" accepts. */
  | {
      readonly kind: 'last-before-first';
      readonly first: Day;
      readonly last: Day;
      readonly suggestion: { readonly first: Day; readonly last: Day } | undefined;
    }
  /** "Monday and Friday": a request is for one run of days. */
  | { readonly kind: 'separate-days' }
  /** "Every Friday". */
  | { readonly kind: 'repeating-days' }
  /** "2 days next week": which of them? */
  | { readonly kind: 'part-of-span'; readonly days: number; readonly first: Day }
  /** "3 days a week", where hours were asked for. */
  | { readonly kind: 'days-not-hours' }
  | { readonly kind: 'out-of-range'; readonly min: number; readonly max: number }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'bank-details' }
  | { readonly kind: 'choose-one' }
  | { readonly kind: 'not-in-team'; readonly said: string }
  | { readonly kind: 'which-person'; readonly said: string };

export type Reading =
  | { readonly kind: 'value'; readonly value: FieldValue }
  | { readonly kind: 'problem'; readonly problem: Problem };
