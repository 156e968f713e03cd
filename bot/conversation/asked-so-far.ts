/** What approvers have asked about a request before they decide, and what its requester answered. */
import type { FollowedRequest } from '../../dialogs';
import { wording } from '../wording';
import { asTyped } from './handover-shown';

/** Oldest first, a line each. @param givenName the requester's */
export function askedSoFar(
  { events }: Pick<FollowedRequest, 'events'>,
  givenName: string,
): readonly string[] {
  const { question } = wording.approvals;
  return events.flatMap(({ kind, askedBy, by, note, question: id }) => {
    if (kind !== 'asked' || askedBy === undefined) return [];
    const answer = events.find((one) => one.kind === 'answered' && one.question === id);
    return [
      question.asked(by ?? askedBy, asTyped(note ?? '')),
      answer === undefined
        ? question.notYet(givenName)
        : question.answer(givenName, asTyped(answer.note ?? '')),
    ];
  });
}
