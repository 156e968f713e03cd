/**
 * What is typed while a person of the people team has somebody's question. It goes to the
 * assistant, unless it was said to whom it goes: by a press, by name, or by a yes to "is this for
 * Fern?", which is asked where Fern's words are the newest here. Words that need people first
 * never come this way.
 */
import { isAnswer, plain } from '../../dialogs';
import { wording } from '../wording';
import { answerable, asTyped, recipientOf, replyButton } from './handover-shown';
import type { Handover } from './handovers';
import { intentOf, type Intent } from './intent';
import {
  addressedTo,
  asksWhoSees,
  isForAssistant,
  isForPerson,
  mayBeAddressed,
} from './person-words';
import type { Played, Scene } from './room';
import { detectSensitivity } from './sensitive/detect';
import type { Pending } from './pending';
import { referencesIn, taskWordsIn, withdrawWordsIn } from './task-words';
import {
  askAbout,
  dropNote,
  isClosed,
  said,
  sendToTeam,
  talkToPerson,
  teamOf,
  unknown,
} from './talk-to-person';
import { openHandover, ownHandover } from './own-handover';

type Tell = Extract<Pending, { kind: 'tell' }>;
type ForWhom = Extract<Pending, { kind: 'for-whom' }>;

/** The turn as it goes on without any of this. */
export type Ordinary = (scene: Scene, text: string) => Promise<Played>;

const LONGEST_TEXT = 4000;

/** Said to the assistant, whatever it has asked. */
const TO_THE_ASSISTANT: ReadonlySet<Intent> = new Set(['delete', 'privacy']);
const NEVER_FOR_A_PERSON: ReadonlySet<Intent> = new Set(['delete', 'privacy', 'person', 'how-to']);

/** "approve PS-…" names what it is about; a reference alone may be what Fern asked for. */
function isForAssistantAlone(text: string, intent: Intent | undefined): boolean {
  const task = taskWordsIn(text);
  return (
    (intent !== undefined && NEVER_FOR_A_PERSON.has(intent)) ||
    (intent === 'status' && referencesIn(text).length === 0) ||
    task?.kind === 'list' ||
    task?.reference !== undefined ||
    withdrawWordsIn(text)?.reference !== undefined
  );
}

/**
 * Call it only for words that nobody in need may have said: others are passed on to nobody.
 * @returns undefined where it is nothing of the kind, and is taken as usual
 */
export async function takePersonWords(
  scene: Scene,
  text: string,
  ordinary: Ordinary,
): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  const intent = intentOf(text);
  if (pending?.kind === 'about') return takeNote(scene, pending.along, text, intent);
  if (intent !== undefined && TO_THE_ASSISTANT.has(intent)) return undefined;
  if (pending?.kind === 'tell') return takeTold(scene, pending, text);
  if (pending?.kind === 'for-whom') {
    const answered = await answerForWhom(scene, pending, text, ordinary);
    if (answered !== undefined) return answered;
  }
  return (await takeAddressed(scene, text)) ?? askForWhom(scene, text, intent);
}

/** What the team should know; a word to the assistant in its place leaves the question open. */
async function takeNote(
  scene: Scene,
  along: boolean,
  text: string,
  intent: Intent | undefined,
): Promise<Played | undefined> {
  if (intent === 'delete') return undefined;
  const answer = plain(text);
  if (isAnswer('cancel', answer)) return dropNote();
  if (isAnswer('skip', answer)) return sendToTeam(scene, along, null);
  const isWhoSees = intent === 'privacy' || asksWhoSees(text);
  const isNote = !isWhoSees && (intent === undefined || intent === 'status');
  if (isNote) return sendToTeam(scene, along, text);
  const team = await teamOf(scene);
  if (team === undefined) return talkToPerson(scene);
  return askAbout(team, along, isWhoSees ? wording.person.whoSees : wording.person.notYet);
}

/** Only the next message is for them: after a notice, or somebody else's taking over, it is read back. */
async function takeTold(scene: Scene, pending: Tell, text: string): Promise<Played> {
  const found = await ownHandover(scene, pending.handover);
  if (found === undefined) return unknown();
  if (isAnswer('cancel', plain(text)))
    return said(wording.person.notTold(recipientOf(found)), 'not told');
  const isNext = isNewest(scene, 'drop-note') && pending.to === recipientOf(found);
  return isNext || found.state === 'closed' ? tell(found, text) : readBack(scene, found, text);
}

/** Whether the newest message here has a button of the kind. */
const isNewest = ({ opened }: Scene, kind: 'drop-note' | 'for-person'): boolean =>
  opened.newest?.buttons.some(({ press }) => press.kind === kind) === true;

/** "Reply to Fern". */
export async function askWhatToTell(scene: Scene, id: string): Promise<Played> {
  const found = await ownHandover(scene, id);
  if (found === undefined) return unknown();
  if (found.state === 'closed') return isClosed(found);
  return sayWhat(found);
}

const sayWhat = (handover: Handover): Played => ({
  ...said(wording.person.say(recipientOf(handover)), 'what to tell', [
    { label: wording.person.cancel, press: { kind: 'drop-note' } },
  ]),
  state: { pending: { kind: 'tell', handover: handover.id, to: recipientOf(handover) } },
});

function tell(handover: Handover, text: string): Played {
  if (handover.state === 'closed') return isClosed(handover);
  return {
    ...said(wording.person.told(recipientOf(handover), handover.id), 'told a person', [
      replyButton(handover),
    ]),
    effects: [{ kind: 'handover-told', handover: handover.id, text }],
  };
}

async function takeAddressed(scene: Scene, text: string): Promise<Played | undefined> {
  if (!mayBeAddressed(text)) return undefined;
  const open = await openHandover(scene);
  if (open === undefined) return undefined;
  const names = open.takenBy === null ? [] : [open.takenBy.name, recipientOf(open)];
  const found = addressedTo(text, names);
  if (found === undefined) return undefined;
  if (found.text === '') return sayWhat(open);
  return found.isPlain ? tell(open, found.text) : readBack(scene, open, found.text);
}

/** Where the newest words here are Fern's, or were said to her, what is typed may well be for her. */
async function askForWhom(
  scene: Scene,
  text: string,
  intent: Intent | undefined,
): Promise<Played | undefined> {
  const id = answerable(scene.opened.newest);
  if (id === undefined || isForAssistantAlone(text, intent)) return undefined;
  const found = await ownHandover(scene, id);
  // While nobody has it, nobody has asked them anything.
  return found?.state === 'taken' ? readBack(scene, found, text) : undefined;
}

function readBack({ opened }: Scene, handover: Handover, text: string): Played {
  const { isItFor, yesFor, noForYou } = wording.person;
  const name = recipientOf(handover);
  const { pending } = opened.state;
  const before =
    pending === null || pending.kind === 'about' || pending.kind === 'tell'
      ? null
      : pending.kind === 'for-whom'
        ? pending.before
        : pending;
  return {
    ...said(isItFor(name, asTyped(text)), 'for whom is it', [
      { label: yesFor(name), press: { kind: 'for-person' } },
      { label: noForYou, press: { kind: 'for-assistant' } },
    ]),
    state: { pending: { kind: 'for-whom', handover: handover.id, to: name, text, before } },
  };
}

/** A second message in place of a yes is one more line of the first. */
async function answerForWhom(
  scene: Scene,
  pending: ForWhom,
  text: string,
  ordinary: Ordinary,
): Promise<Played | undefined> {
  const answer = plain(text);
  // A yes to something newer sends nothing: the words are read back once more.
  if (isForPerson(text) || isAnswer('yes', answer)) {
    const read = await ownHandover(scene, pending.handover);
    return isNewest(scene, 'for-person') || read === undefined
      ? tellReadBack(scene)
      : readBack(scene, read, pending.text);
  }
  if (isForAssistant(text) || isAnswer('no', answer)) return toAssistant(scene, ordinary);
  if (isAnswer('cancel', answer)) {
    const found = await ownHandover(scene, pending.handover);
    return found && said(wording.person.notTold(recipientOf(found)), 'not told');
  }
  if (mayBeAddressed(text) || isForAssistantAlone(text, intentOf(text))) return undefined;
  const found = await ownHandover(scene, pending.handover);
  if (found === undefined || found.state === 'closed') return undefined;
  const both = `${pending.text}\n${text}`;
  return readBack(
    scene,
    found,
    isNewest(scene, 'for-person') && mayBeOneMessage(both) ? both : text,
  );
}

/** Two harmless lines may tell of something together that people must be met with first. */
const mayBeOneMessage = (text: string): boolean =>
  text.length <= LONGEST_TEXT && detectSensitivity(text).level === 'none';

/** Yes to the message that was read back. @returns what an old button is told */
export async function tellReadBack(scene: Scene): Promise<Played> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'for-whom') return unknown();
  const found = await ownHandover(scene, pending.handover);
  if (found === undefined) return unknown();
  return pending.to === recipientOf(found)
    ? tell(found, pending.text)
    : readBack(scene, found, pending.text);
}

const textOf = (pending: Pending | null): string | undefined =>
  pending?.kind === 'for-whom' ? pending.text : undefined;

/** It was for the assistant: the turn that it would have been. */
export async function toAssistant(scene: Scene, ordinary: Ordinary): Promise<Played> {
  const { opened } = scene;
  const { pending } = opened.state;
  const words = pending?.kind === 'answer' ? pending.read?.text : textOf(pending);
  if (words === undefined) return unknown();
  const before = pending?.kind === 'for-whom' ? pending.before : null;
  const state = { ...opened.state, pending: before };
  return ordinary({ ...scene, opened: { ...opened, state, newest: undefined } }, words);
}
