/**
 * "Can I talk to someone": the people team's number and hours, and the offer that they reply here,
 * with what was said here or without it. Nothing is passed on before the person pressed for it.
 */
import { bankHolidays } from '../calendar/bank-holidays';
import { openHoursLater } from '../calendar/open-hours-later';
import { sayOpening, whenOpen } from '../calendar/opening-hours';
import { canBeAnswered } from '../directory/people-team';
import type { Contact } from '../directory/directory';
import { wording } from '../wording';
import { replyButton, reopenButton, whenPromised } from './handover-shown';
import type { Handover } from './handovers';
import { interactionOpened, newInteraction } from './new-interaction';
import { endElsewhere, openHandover, ownHandover, ownName } from './own-handover';
import { contactOf, contactsOf, sayContact } from './people';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';

/** What was said before is another day's talk, which nobody means by "this conversation". */
const ALONG_MS = 24 * 3_600_000;

/** One press to the same, for replies that could not help. Empty for who could not be answered here. */
export const talkButtons = ({ turn }: Scene): Button[] =>
  turn.speaker.kind === 'person' && turn.call === undefined
    ? [{ label: wording.person.talk, press: { kind: 'say', text: wording.person.talk } }]
    : [];

export async function talkToPerson(scene: Scene): Promise<Played> {
  const { asking, tools, turn } = scene;
  const open = await openHandover(scene);
  if (open !== undefined) return showOpen(scene, open);
  const team = await teamOf(scene);
  if (team === undefined) {
    const contact = await contactOf('people-team', asking, tools.directory, turn.at);
    return said(wording.handover(contact), 'a person was asked for');
  }
  const { offer, whoSees, withConversation, withoutConversation } = wording.person;
  return said(`${offer(sayContact(team, turn.at))}\n\n${whoSees}`, 'a person was asked for', [
    { label: withConversation, press: { kind: 'ask-person', along: true } },
    { label: withoutConversation, press: { kind: 'ask-person', along: false } },
  ]);
}

/** They want it: what should the team know? */
export async function askPerson(scene: Scene, along: boolean): Promise<Played> {
  const open = await openHandover(scene);
  if (open !== undefined) return showOpen(scene, open);
  const team = await teamOf(scene);
  return team === undefined ? talkToPerson(scene) : askAbout(team, along);
}

export function askAbout({ name }: Contact, along: boolean, above = ''): Played {
  const { about, skip, cancel } = wording.person;
  const text = [above, about(name)].filter((part) => part !== '').join('\n\n');
  return {
    ...said(text, 'handover: what they should know', [
      { label: skip, press: { kind: 'skip-note' } },
      { label: cancel, press: { kind: 'drop-note' } },
    ]),
    state: { pending: { kind: 'about', along } },
  };
}

/** It is on disk with the reply that says so. */
export async function sendToTeam(
  scene: Scene,
  along: boolean,
  text: string | null,
): Promise<Played> {
  const { tools, turn } = scene;
  const open = await openHandover(scene);
  if (open !== undefined) return showOpen(scene, open);
  const team = await teamOf(scene);
  if (team === undefined) return talkToPerson(scene);
  const id = tools.newHandoverReference();
  const interaction = tools.newId();
  const promisedAt = promiseOf(team, turn.at);
  const { asked, takesAlong, takesNothing, noLonger } = wording.person;
  const words = [
    asked(team.name, id),
    ...expectation(team, promisedAt, turn.at),
    along ? takesAlong : takesNothing,
    wording.person.meanwhile(team.phone),
  ];
  return {
    ...said(words.join('\n\n'), 'handover sent', [
      { label: noLonger, press: { kind: 'end-person', handover: id } },
    ]),
    effects: [
      ...(await endElsewhere(scene)),
      interactionOpened(
        newInteraction(scene, { id: interaction, kind: 'question', outcome: 'handover' }),
      ),
      {
        kind: 'handover-opened',
        handover: {
          id,
          organisation: team.organisation,
          interaction,
          along: along ? new Date(turn.at.getTime() - ALONG_MS) : null,
          promisedAt,
        },
        text,
      },
    ],
    interaction,
  };
}

export const dropNote = (): Played => said(wording.person.cancelled, 'handover not sent');

/** Who asked needs it no more. */
export async function endByPerson(scene: Scene, id: string): Promise<Played> {
  const found = await ownHandover(scene, id);
  if (found === undefined) return unknown();
  if (found.state === 'closed') return isClosed(found);
  const by = await ownName(scene);
  const played = said(wording.person.ended(id), 'handover ended', [reopenButton(id)]);
  return {
    ...played,
    reply: { ...played.reply, feedback: { interaction: found.interaction, rated: null } },
    interaction: found.interaction,
    effects: [{ kind: 'handover-ended', handover: id, by }],
  };
}

export async function reopenByPerson(scene: Scene, id: string): Promise<Played> {
  const { turn } = scene;
  const found = await ownHandover(scene, id);
  const open = await openHandover(scene);
  if (open !== undefined) return showOpen(scene, open);
  if (found === undefined) return unknown();
  const team = await teamOf(scene);
  if (team === undefined) return talkToPerson(scene);
  if (found.isErased) return said(wording.person.wordsGone, 'handover erased');
  const promisedAt = promiseOf(team, turn.at);
  const words = [
    wording.person.reopened(team.name, id),
    ...expectation(team, promisedAt, turn.at),
    wording.person.meanwhile(team.phone),
  ];
  return {
    ...said(words.join('\n\n'), 'handover reopened', [
      { label: wording.person.noLonger, press: { kind: 'end-person', handover: id } },
    ]),
    effects: [{ kind: 'handover-reopened', handover: id, promisedAt }],
  };
}

/** Who has it and when to expect a reply. */
async function showOpen(scene: Scene, handover: Handover): Promise<Played> {
  const { asking, tools, turn } = scene;
  const { id, takenBy, state, promisedAt } = handover;
  const { waits, hasIt, ring, noLonger } = wording.person;
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  const team = (await teamContact(scene))?.name ?? wording.peopleTeamUnknown;
  const text =
    state === 'taken' && takenBy !== null
      ? hasIt(takenBy.name, id)
      : waits(team, id, whenPromised(promisedAt));
  return said(`${text} ${ring(contact)}`, 'handover shown', [
    replyButton(handover),
    { label: noLonger, press: { kind: 'end-person', handover: id } },
  ]);
}

/** One line for "my requests". */
export async function handoverLine(scene: Scene): Promise<string | undefined> {
  const open = await openHandover(scene);
  if (open === undefined) return undefined;
  return open.state === 'taken' && open.takenBy !== null
    ? wording.person.statusTaken(open.id, open.takenBy.name)
    : wording.person.statusWaits(open.id, whenPromised(open.promisedAt));
}

/** The people team, where somebody of it could answer who speaks. */
export async function teamOf(scene: Scene): Promise<Contact | undefined> {
  const { turn, tools } = scene;
  const isHere = tools.isTeamHere && turn.door !== 'terminal';
  if (turn.speaker.kind !== 'person' || !isHere) return undefined;
  const canBe = await canBeAnswered(tools.directory, turn.speaker.person);
  return canBe ? teamContact(scene) : undefined;
}

async function teamContact({ asking, tools }: Scene): Promise<Contact | undefined> {
  const contacts = await contactsOf(asking, tools.directory);
  return contacts.find(({ kind }) => kind === 'people-team');
}

const promiseOf = ({ hours, replyWithinHours }: Contact, at: Date): Date =>
  openHoursLater(hours, at, replyWithinHours, bankHolidays);

function expectation({ hours }: Contact, promisedAt: Date, at: Date): string[] {
  const { expect, closedNow } = wording.person;
  const opening = whenOpen(hours, at, bankHolidays);
  return [
    expect(whenPromised(promisedAt)),
    ...(opening.openNow ? [] : [closedNow(sayOpening(opening, at))]),
  ];
}

export const isClosed = ({ id }: Handover): Played =>
  said(wording.person.isClosed(id), 'handover closed before', [reopenButton(id)]);

export const unknown = (): Played => said(wording.person.unknown, 'no such handover');

export const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'handover', text, buttons }, why);
