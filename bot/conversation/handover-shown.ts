/** A handover in words: who has it, when to expect a reply, and what the team's deeds tell the person. */
import { timeOfDay, longDay, today } from '../calendar/days';
import { wording } from '../wording';
import type { Colleague, Handover } from './handovers';
import { plainReply, type Button, type Reply } from './reply';

/** A button's label has at most 100 letters. */
const LONGEST_NAME = 50;

/** For instance `Monday 23 November at 13:00`. */
export const whenPromised = (promisedAt: Date): string =>
  `${longDay(today(promisedAt)).replace(/ \d{4}$/, '')} at ${timeOfDay(promisedAt).replace(/^0/, '')}`;

const givenNameOf = (name: string): string =>
  (name.split(/\s+/u)[0] ?? name).slice(0, LONGEST_NAME);

/** Whom a message of the person goes to: Fern, or the team while nobody has it. */
export const recipientOf = ({ state, takenBy }: Pick<Handover, 'state' | 'takenBy'>): string =>
  state === 'taken' && takenBy !== null
    ? givenNameOf(takenBy.name)
    : wording.approvals.peopleServices;

export const replyButton = (handover: Pick<Handover, 'id' | 'state' | 'takenBy'>): Button => ({
  label:
    handover.state === 'taken'
      ? wording.person.replyTo(recipientOf(handover))
      : wording.person.tellTeam,
  press: { kind: 'reply-to-person', handover: handover.id },
});

/** The handover that the newest words here invite an answer to. */
export function answerable(newest: Pick<Reply, 'buttons'> | undefined): string | undefined {
  for (const { press } of newest?.buttons ?? [])
    if (press.kind === 'reply-to-person') return press.handover;
  return undefined;
}

/** What somebody typed, where a reply repeats it: none of it is Markdown, a citation or a link. */
export const asTyped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`).replaceAll(/\n+/g, '\n\n');

export const takenNotice = (
  { id, takenBy, state }: Pick<Handover, 'id' | 'takenBy' | 'state'>,
  by: Colleague,
): Reply => {
  const { notice } = wording.person;
  const givenName = givenNameOf(by.name);
  const text =
    state === 'taken' && takenBy !== null
      ? notice.takenOver(by.name, takenBy.name, id, givenName)
      : notice.taken(by.name, id, givenName);
  return plainReply({ outcome: 'handover', text });
};

export function messageNotice(id: string, by: Colleague, text: string): Reply {
  const { notice } = wording.person;
  return plainReply({
    outcome: 'handover',
    text: `${notice.message(by.name, asTyped(text))}\n\n${notice.toAnswer(givenNameOf(by.name))}`,
    buttons: [replyButton({ id, state: 'taken', takenBy: by })],
  });
}

export const closedNotice = (
  { id, interaction }: Pick<Handover, 'id' | 'interaction'>,
  by: Colleague,
): Reply =>
  plainReply({
    outcome: 'handover',
    text: wording.person.notice.closed(by.name, id),
    buttons: [reopenButton(id)],
    feedback: { interaction, rated: null },
  });

export const reopenButton = (handover: string): Button => ({
  label: wording.person.reopen,
  press: { kind: 'reopen-person', handover },
});
