/** What reviewers found of an answer, as their page shows it, and what they can do about it. */
import { isGap } from '../feedback/content-task';
import type { ReviewState } from '../feedback/review-item';
import { CAUSES, VERDICTS, type Verdict } from '../feedback/verdict';
import { replyHtml } from '../web/reply-html';
import { wording } from '../wording';
import { clauseAddress } from './clause-address';
import type { Mask } from './mask';
import type { TranscriptTurn } from './reading';
import { showLedTo, type ShownLedTo } from './show-led-to';
import type { Tag } from './tags';
import { whenInWords } from './when';

export const VERDICT_TAGS: Readonly<Record<Verdict['verdict'], Tag>> = {
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
const STATE_TAGS: Readonly<Record<ReviewState, Tag>> = {
  new: { text: 'To review', colour: 'blue' },
  taken: { text: 'Being reviewed', colour: 'yellow' },
  done: { text: 'Reviewed', colour: 'green' },
  'passed-over': { text: 'Nothing to do', colour: 'grey' },
};

export const stateTag = (state: ReviewState): Tag => STATE_TAGS[state];

export const verdictChoices = VERDICTS.map((value) => ({ value, text: VERDICT_TAGS[value].text }));
export const causeChoices = [
  { value: '', text: 'Choose' },
  ...CAUSES.map((value) => ({ value, text: CAUSE_WORDS[value] })),
];

interface Written {
  readonly by: string;
  readonly when: string;
}

export interface ShownReview {
  readonly interaction: string;
  /** Where its forms are sent. */
  readonly address: string;
  /** Somebody was not content, and nobody has looked. */
  readonly isWaiting: boolean;
  /** Newest first: the first counts. */
  readonly verdicts: readonly (Written & {
    readonly tag: Tag;
    readonly cause: string | null;
    readonly note: string | null;
  })[];
  readonly notes: readonly (Written & { readonly text: string | null })[];
  /** Null where it is not in the queue. */
  readonly queue: {
    readonly tag: Tag;
    readonly state: ReviewState;
    readonly holder: string | null;
    /** Their id, by which the form says who had it; empty for nobody. */
    readonly holderId: string;
    readonly isMine: boolean;
    readonly isOpen: boolean;
  } | null;
  /** Null where they asked for no reply. */
  readonly reply: {
    readonly asked: string;
    /** What "you said" begins with. */
    readonly said: string;
    readonly answer: (Written & { readonly html: string | null }) | null;
  } | null;
  /** Where a wrong answer becomes a question that is asked again; null where it was right. */
  readonly regression: string | null;
  /** The organisation's own rules that it told, where they may be wrong: they are changed from their pages. */
  readonly ownRules: readonly { readonly heading: string; readonly href: string }[];
  /** The policies whose owner can be asked to fill a gap, the likely one chosen; null where there is none. */
  readonly gap: readonly PolicyChoice[] | null;
  readonly ledTo: ShownLedTo;
}

interface PolicyChoice {
  readonly value: string;
  readonly text: string;
  readonly selected?: boolean;
}

interface View {
  readonly mask: Mask;
  readonly nameOf: (id: string) => string;
  readonly readerId: string;
  /** Every national one, by title. */
  readonly policies: readonly PolicyChoice[];
  readonly now: Date;
}

/** @returns null for a turn outside of an interaction */
export function showReview(turn: TranscriptTurn, view: View): ShownReview | null {
  const { interaction, verdicts, ratings, notes } = turn;
  if (interaction === null) return null;
  const rating = ratings.findLast((each) => each.rating !== null)?.rating ?? null;
  const newest = verdicts.at(-1);
  const address = `/console/reviews/${encodeURIComponent(interaction.id)}`;
  return {
    interaction: interaction.id,
    address,
    isWaiting: verdicts.length === 0 && (rating === 'no' || rating === 'partly'),
    verdicts: verdicts.toReversed().map(({ verdict, cause, note, reviewer, at }) => ({
      tag: VERDICT_TAGS[verdict],
      cause: cause === null ? null : CAUSE_WORDS[cause],
      note: note === null ? null : view.mask(note),
      ...written(reviewer, at, view),
    })),
    notes: notes.map(({ by, at, text }) => ({
      text: text === null ? null : view.mask(text),
      ...written(by, at, view),
    })),
    queue: showQueue(turn, view),
    reply: showReply(turn, view),
    regression: newest === undefined || newest.verdict === 'right' ? null : `${address}/regression`,
    ownRules: newest?.verdict === 'right' ? [] : ownRulesIn(turn),
    gap: isGap(newest?.cause) ? gapChoices(turn, view) : null,
    ledTo: showLedTo(turn.ledTo, view),
  };
}

/** Ids of own clauses have their organisation before a slash. */
const ownRulesIn = ({ reply }: TranscriptTurn): ShownReview['ownRules'] =>
  reply.citations
    .filter(({ clause }) => clause.includes('/'))
    .map(({ clause, heading }) => ({ heading, href: clauseAddress(clause) }));

/** What was cited is likeliest, then what was found, then what it is about. */
function gapChoices(
  { interaction, trace, reply }: TranscriptTurn,
  { policies }: View,
): readonly PolicyChoice[] {
  const near = [...(interaction?.clauses ?? []), ...trace.found].map(({ clause }) =>
    clause.replace(/^[^/]*\//, '').replace(/\.\d+$/, ''),
  );
  const likely = [...near, ...reply.topics].find((id) =>
    policies.some(({ value }) => value === id),
  );
  return policies.map((policy) => ({ ...policy, selected: policy.value === likely }));
}

const written = (by: string, at: string, { nameOf, now }: View): Written => ({
  by: nameOf(by),
  when: whenInWords(new Date(at), now),
});

function showQueue({ inQueue }: TranscriptTurn, { nameOf, readerId }: View): ShownReview['queue'] {
  if (inQueue === null) return null;
  const { state, reviewer } = inQueue;
  return {
    tag: stateTag(state),
    state,
    holder: reviewer === null ? null : nameOf(reviewer),
    holderId: reviewer ?? '',
    isMine: reviewer === readerId,
    isOpen: state === 'new' || state === 'taken',
  };
}

function showReply({ wanted, ratings }: TranscriptTurn, view: View): ShownReview['reply'] {
  if (wanted === null) return null;
  const { askedAt, answer } = wanted;
  const reason = ratings.findLast((each) => each.reason !== null)?.reason ?? null;
  const comment = ratings.findLast((each) => each.comment !== null)?.comment ?? null;
  return {
    asked: whenInWords(new Date(askedAt), view.now),
    said: [
      ...(reason === null ? [] : [wording.feedback.reasons[reason]]),
      ...(comment === null ? [] : [view.mask(comment)]),
    ].join('. '),
    answer: answer && {
      html: answer.text === null ? null : replyHtml(view.mask(answer.text), []),
      ...written(answer.by, answer.at, view),
    },
  };
}
