/** What cells are called, on the page and in the export. */
import type { MeasuresTools } from './choose-measures';
import { services } from '../../../dialogs';
import { promise } from '../../feedback/measures/people-promise';
import { outcomeWords, wording } from '../../wording';

const NAMES: Readonly<Record<string, string>> = {
  'whole:interactions': 'Questions and requests begun',
  'whole:other-messages': 'Other messages',
  'whole:requests-done': 'Requests done',
  'outcome:with-answer': 'Answered or partly answered',
  'outcome:not-covered': outcomeWords['not-covered'],
  'outcome:request': outcomeWords.request,
  'outcome:handover': outcomeWords.handover,
  'outcome:other': 'Asked back, or ended in another way',
  'answer:answered': outcomeWords.answered,
  'answer:partly-answered': outcomeWords['partly-answered'],
  'rated:rated': 'Said how it went',
  'rated:unknown': 'Unknown: did not say',
  'rating:yes': wording.feedback.yes,
  'rating:partly': wording.feedback.partly,
  'rating:no': wording.feedback.no,
  'reviewed:reviewed': 'Reviewed',
  'reviewed:not-reviewed': 'Not reviewed',
  'verdict:right': 'Right',
  'verdict:partly': 'Partly right',
  'verdict:wrong': 'Wrong',
  'turn:signposted': outcomeWords.signposted,
  'turn:refused': outcomeWords.refused,
  'turn:status': outcomeWords.status,
  'turn:small-talk': outcomeWords['small-talk'],
  'turn:other': 'Anything else',
  'topic:own-document': 'The organisation’s own documents',
  'topic:no-policy': 'No policy',
  'element:none': 'No national policy',
  'service:other': 'Services that are no longer there',
  ...Object.fromEntries(promise.map(({ id, title }) => [`element:${id}`, title])),
  ...Object.fromEntries(
    services.flatMap(({ id, title }) => [
      [`service:${id}`, title],
      [`time:${id}/in-time`, `${title}: in time`],
      [`time:${id}/late`, `${title}: late`],
    ]),
  ),
};

/** A policy or service that has gone is called by its id: what was published stands. */
export function nameOf(id: string, policies: MeasuresTools['policies']): string {
  const name = id.slice(id.indexOf(':') + 1);
  return NAMES[id] ?? policies.policy(name)?.meta.title ?? name;
}
