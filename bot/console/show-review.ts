/** What reviewers found of an answer, as their page shows it, and what they can say. */
import { CAUSES, VERDICTS, type Verdict } from '../feedback/verdict';
import type { Mask } from './mask';
import type { TranscriptTurn } from './reading';
import type { Tag } from './tags';
import { whenInWords } from './when';

const VERDICT_TAGS: Readonly<Record<Verdict['verdict'], Tag>> = {
  right: { text: 'Right', colour: 'green' },
  partly: { text: 'Partly right', colour: 'yellow' },
  wrong: { text: 'Wrong', colour: 'red' },
};
const CAUSE_WORDS: Readonly<Record<NonNullable<Verdict['cause']>, string>> = {
  'clause-missing': 'No clause says it',
  'clause-unclear': 'The clause is not clear',
  'search-missed': 'There is a clause, and it was not found',
  'should-have-gone-to-a-person': 'A person should have taken it',
};

export const verdictChoices = VERDICTS.map((value) => ({ value, text: VERDICT_TAGS[value].text }));
export const causeChoices = [
  { value: '', text: 'Choose' },
  ...CAUSES.map((value) => ({ value, text: CAUSE_WORDS[value] })),
];

export interface ShownReview {
  readonly interaction: string;
  /** Somebody was not content, and nobody has looked. */
  readonly isWaiting: boolean;
  /** Newest first: the first counts. */
  readonly verdicts: readonly {
    readonly tag: Tag;
    readonly cause: string | null;
    readonly note: string | null;
    readonly by: string;
    readonly when: string;
  }[];
}

/** @param rating the newest; null where nobody rated it */
export const showReview = (
  interaction: string,
  verdicts: TranscriptTurn['verdicts'],
  rating: 'yes' | 'partly' | 'no' | null,
  view: { readonly mask: Mask; readonly nameOf: (id: string) => string; readonly now: Date },
): ShownReview => ({
  interaction,
  isWaiting: verdicts.length === 0 && (rating === 'no' || rating === 'partly'),
  verdicts: verdicts.toReversed().map(({ verdict, cause, note, reviewer, at }) => ({
    tag: VERDICT_TAGS[verdict],
    cause: cause === null ? null : CAUSE_WORDS[cause],
    note: note === null ? null : view.mask(note),
    by: view.nameOf(reviewer),
    when: whenInWords(new Date(at), view.now),
  })),
});
