/** A conversation as a reviewer's page shows it. */
import { timeOfDay, today } from '../calendar/days';
import type { Contact, Helpline } from '../directory/directory';
import type { Rating } from '../feedback/interaction';
import { findService } from '../../dialogs';
import { wholeText } from '../conversation/reply';
import { replyHtml } from '../web/reply-html';
import { wording } from '../wording';
import type { Mask } from './mask';
import type { TranscriptTurn } from './reading';
import { showReview, type ShownReview } from './show-review';
import { outcomeTag, ratingTag, type Tag } from './tags';
import { dayInWords } from './when';

export interface TranscriptView {
  /** Leaves a text as it is where somebody gave a reason to see it. */
  readonly mask: Mask;
  /** Whom the assistant may have named to somebody in distress. */
  readonly lines: readonly Pick<Contact | Helpline, 'name' | 'phone'>[];
  readonly now: Date;
  /** Of a reviewer. */
  readonly nameOf: (id: string) => string;
  readonly readerId: string;
  /** Every national one, by title. */
  readonly policies: readonly { readonly value: string; readonly text: string }[];
}

/** The part before the slash is the organisation whose own rule it is. */
const CLAUSE = /^(?:([a-z][a-z0-9-]*)\/)?([a-z][a-z0-9-]*)\.\d+$/;
const LEVELS = {
  'life-at-risk': 'Life at risk',
  disclosure: 'Something happened to them, or they saw it',
} as const;
const STAGES = {
  asking: 'being filled in',
  confirming: 'read back, not sent',
  submitted: 'sent',
  cancelled: 'cancelled',
} as const;

export const showTranscript = (turns: readonly TranscriptTurn[], view: TranscriptView) =>
  turns.map((turn, index) => {
    const { sensitivity, at } = turn;
    const head = { day: dayAbove(turns, index, view.now), time: timeOfDay(at).replace(/^0/, '') };
    return sensitivity === 'life-at-risk' || sensitivity === 'disclosure'
      ? { ...head, ...unkept(turn, LEVELS[sensitivity], view) }
      : {
          ...head,
          ...kept(turn, ratingBelow(turns, index), view),
          review: reviewBelow(turns, index, view),
        };
  });

/** Nothing of it was kept to be read: not the words, and not how we understood them. */
const unkept = ({ reply }: TranscriptTurn, level: string, { lines }: TranscriptView) => ({
  isKept: false as const,
  level,
  contacts: lines
    .filter(({ name, phone }) => reply.text.includes(name) && reply.text.includes(phone))
    .map(({ name }) => name),
});

function kept(turn: TranscriptTurn, rated: ShownRating | null, { mask }: TranscriptView) {
  const { said, sensitivity, reply, trace } = turn;
  return {
    isKept: true as const,
    said: said === null ? null : mask(said),
    isSensitive: sensitivity === 'question',
    html: replyHtml(mask(wholeText(reply)), reply.citations),
    sources: reply.citations.map(({ number, title, heading, url, version }) => ({
      number,
      title,
      heading,
      url,
      version,
    })),
    modelWritten: reply.modelWritten,
    outcome: outcomeTag(reply.outcome),
    rated: rated && { ...rated, comment: rated.comment === null ? null : mask(rated.comment) },
    found: trace.found.map(({ clause, score, version }) => ({
      clause,
      url: addressOf(clause),
      score: score.toFixed(1),
      version,
    })),
    why: mask(trace.why),
    took: tookInWords(trace.elapsedMs),
    request: reply.request && {
      title: findService(reply.request.service)?.title ?? reply.request.service,
      stage: STAGES[reply.request.stage],
      reference: reply.request.reference,
    },
  };
}

interface ShownRating {
  readonly tag: Tag;
  readonly reason: string | null;
  readonly comment: string | null;
}

/** What the person said of an interaction stands once, below the last thing they were told in it. */
function ratingBelow(turns: readonly TranscriptTurn[], index: number): ShownRating | null {
  const { interaction, ratings } = turns[index] ?? {};
  if (interaction === null || interaction === undefined || ratings === undefined) return null;
  const theirs = (turn: TranscriptTurn) => turn.interaction?.id === interaction.id;
  const told = turns.findLastIndex((turn) => theirs(turn) && !turn.reply.feedback?.rated);
  const last = told === -1 ? turns.findLastIndex(theirs) : told;
  return index === last ? newestOf(ratings) : null;
}

/** Beside what the person said of it. */
function reviewBelow(
  turns: readonly TranscriptTurn[],
  index: number,
  view: TranscriptView,
): ShownReview | null {
  const turn = turns[index];
  return turn === undefined || ratingBelow(turns, index) === null ? null : showReview(turn, view);
}

function newestOf(ratings: readonly Rating[]): ShownRating {
  const rating = ratings.findLast((each) => each.rating !== null)?.rating ?? null;
  const reason = ratings.findLast((each) => each.reason !== null)?.reason ?? null;
  const comment = ratings.findLast((each) => each.comment !== null)?.comment ?? null;
  return {
    tag: ratingTag(rating),
    reason: reason === null ? null : wording.feedback.reasons[reason],
    comment,
  };
}

/** Null for a clause of a document that has no page here. */
function addressOf(clause: string): string | null {
  const [, organisation, policy] = CLAUSE.exec(clause) ?? [];
  if (policy === undefined) return null;
  const at = organisation === undefined ? '' : `?at=${organisation}`;
  return `/policies/${policy}${at}#${clause}`;
}

const tookInWords = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(1)} milliseconds` : `${(ms / 1000).toFixed(1)} seconds`;

function dayAbove(turns: readonly TranscriptTurn[], index: number, now: Date): string | null {
  const [turn, before] = [turns[index], turns[index - 1]];
  if (turn === undefined) return null;
  return before !== undefined && today(before.at) === today(turn.at)
    ? null
    : dayInWords(turn.at, now);
}
