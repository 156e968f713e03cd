/** Counts questions and ratings by policy and day, in the transaction of the turn that asks or rates. */
import type { Interaction, Rating } from '../feedback/interaction';
import { today } from '../calendar/days';
import { fixed } from './fixed';
import type { Tx } from './tables';

/** The outcome of a question that no clause answers. */
export const UNANSWERED = 'not-covered';

export interface Counted extends Pick<Interaction, 'organisation' | 'openedAt'> {
  /** Null for a request, and for a question that is near no policy. */
  readonly policy: string | null;
}

/** @param isBeingChecked where a clause that is out of answers would have answered it */
export const countAsked = (
  tx: Tx,
  counted: Counted,
  outcome: Interaction['outcome'],
  isBeingChecked: boolean,
) =>
  add(tx, counted, {
    asked: 1,
    not_covered: Number(outcome === UNANSWERED && !isBeingChecked),
    being_checked: Number(isBeingChecked),
  });

/**
 * The newest rating counts in place of the one before. Whoever got no answer did not rate a
 * policy: their question counts as one without an answer already.
 */
export async function countRated(
  tx: Tx,
  counted: Counted,
  outcome: Interaction['outcome'],
  rating: NonNullable<Rating['rating']>,
  before: Rating['rating'],
): Promise<void> {
  if (rating === before || outcome === UNANSWERED) return;
  await add(tx, counted, { [rating]: 1, ...(before !== null && { [before]: -1 }) });
}

type Counts = Partial<typeof NOTHING>;

async function add(
  tx: Tx,
  { organisation, policy, openedAt }: Counted,
  counts: Counts,
): Promise<void> {
  if (organisation === null || policy === null) return;
  const day = today(new Date(openedAt));
  await upsert(tx, { ...NOTHING, ...counts, organisation, policy, day });
}

const NOTHING = { asked: 0, not_covered: 0, being_checked: 0, yes: 0, partly: 0, no: 0 };

const upsert = fixed(
  (
    db,
    values: typeof NOTHING & {
      readonly organisation: string;
      readonly policy: string;
      readonly day: string;
    },
  ) =>
    db
      .insertInto('policy_day')
      .values({
        organisation: values.organisation,
        day: values.day,
        policy: values.policy,
        asked: values.asked,
        not_covered: values.not_covered,
        being_checked: values.being_checked,
        yes: values.yes,
        partly: values.partly,
        no: values.no,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation', 'day', 'policy']).doUpdateSet((eb) => ({
          asked: eb('policy_day.asked', '+', eb.ref('excluded.asked')),
          not_covered: eb('policy_day.not_covered', '+', eb.ref('excluded.not_covered')),
          being_checked: eb('policy_day.being_checked', '+', eb.ref('excluded.being_checked')),
          yes: eb('policy_day.yes', '+', eb.ref('excluded.yes')),
          partly: eb('policy_day.partly', '+', eb.ref('excluded.partly')),
          no: eb('policy_day.no', '+', eb.ref('excluded.no')),
        })),
      ),
);
