/**
 * People services ask something about a request: the notice is neutral, the question is shown to
 * who presses for it, and what is typed then is read back before it is sent. It is bound to that
 * question, and goes to people services once. Words that need people first never come this way.
 */
import {
  hasBankDetails,
  hasEnded,
  isAnswer,
  looksLikeQuestion,
  plain,
  type FollowedRequest,
} from '../../dialogs';
import { wording } from '../wording';
import { asTyped } from './handover-shown';
import { intentOf, mayBeOfTheRequest } from './intent';
import { ownRequest } from './own-request';
import { isForAssistant } from './person-words';
import type { Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Pending } from './pending';
import { nameOf, titleOf } from './task-shown';
import { detectSensitivity } from './sensitive/detect';
import type { Ordinary } from './tell-person';

type Asked = Extract<Pending, { kind: 'answer' }>;
type Question = FollowedRequest['events'][number];

const LONGEST_ANSWER = 2000;

/** The newest question that nobody has answered; of a request that has ended nobody waits for one. */
export function openQuestion({ events }: Pick<FollowedRequest, 'events'>): Question | undefined {
  if (hasEnded({ events })) return undefined;
  const answered = new Set(
    events.flatMap(({ kind, question }) => (kind === 'answered' ? [question] : [])),
  );
  return events.findLast(({ kind, question }) => kind === 'asked' && !answered.has(question));
}

export const questionButton = (label: string, { request, question = '' }: Question): Button => ({
  label,
  press: { kind: 'show-question', request, question },
});

/** "Read the question". */
export async function showQuestion(
  scene: Scene,
  reference: string,
  question: string,
): Promise<Played> {
  const found = await ownRequest(scene, reference);
  const asked = found?.events.find(
    (event) => event.kind === 'asked' && event.question === question,
  );
  const { ask } = wording;
  if (found === undefined || asked === undefined) return said(ask.unknown, 'no such question');
  const late = tooLate(found, question);
  if (late !== undefined) return late;
  const title = titleOf(scene.tools, found.request);
  return {
    ...said(ask.asks(asked.by, title, reference, asTyped(asked.note ?? '')), 'question shown', [
      { label: wording.person.cancel, press: { kind: 'drop-note' } },
    ]),
    state: { pending: { kind: 'answer', request: reference, question, read: null } },
  };
}

/** @returns undefined while people services wait for the answer */
function tooLate({ request, events }: FollowedRequest, question: string): Played | undefined {
  const { ask } = wording;
  if (events.some((event) => event.kind === 'answered' && event.question === question))
    return said(ask.answered(request.id), 'answered before');
  return hasEnded({ events }) ? said(ask.ended(request.id), 'has ended') : undefined;
}

/** @returns undefined while people services wait for the answer */
async function waitsNoMore(
  scene: Scene,
  { request, question }: Asked,
): Promise<Played | undefined> {
  const found = await ownRequest(scene, request);
  return found === undefined
    ? said(wording.ask.unknown, 'no such question')
    : tooLate(found, question);
}

/** @returns undefined where no question of theirs is open here, or it is said to the assistant */
export async function takeAnswerWords(
  scene: Scene,
  text: string,
  ordinary: Ordinary,
): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  if (pending?.kind !== 'answer' || hasBankDetails(text)) return undefined;
  const answer = plain(text);
  if (isAnswer('cancel', answer)) return said(wording.ask.notSent, 'not answered');
  if (pending.read !== null) {
    if (isForAssistant(text) || isAnswer('no', answer))
      return ordinary(withoutQuestion(scene), pending.read.text);
    // A yes to something newer sends nothing: the answer is read back once more.
    if (isAnswer('yes', answer))
      return isReadBack(scene)
        ? sendAnswer(scene, pending.read.mark)
        : readBack(scene, pending, pending.read.text);
  }
  const intent = intentOf(text);
  if (intent !== undefined && !mayBeOfTheRequest(intent)) return undefined;
  const late = await waitsNoMore(scene, pending);
  if (late !== undefined)
    return looksLikeQuestion(text) ? ordinary(withoutQuestion(scene), text) : late;
  return text.length > LONGEST_ANSWER
    ? {
        ...said(wording.ask.tooLong(LONGEST_ANSWER, text.length), 'answer too long'),
        state: { pending },
      }
    : readBack(scene, pending, joined(scene, pending, text));
}

/** A second message in place of a yes is one more line of the first; a question is not. */
function joined(scene: Scene, { read }: Asked, text: string): string {
  if (read === null || !isReadBack(scene) || looksLikeQuestion(text)) return text;
  const both = `${read.text}\n${text}`;
  // Two harmless lines may tell of something together that people must be met with first.
  const mayBeOne = both.length <= LONGEST_ANSWER && detectSensitivity(both).level === 'none';
  return mayBeOne ? both : text;
}

const isReadBack = ({ opened }: Scene): boolean =>
  opened.newest?.buttons.some(({ press }) => press.kind === 'send-answer') === true;

const withoutQuestion = (scene: Scene): Scene => ({
  ...scene,
  opened: {
    ...scene.opened,
    newest: undefined,
    state: { ...scene.opened.state, pending: null },
  },
});

function readBack({ tools }: Scene, pending: Asked, text: string): Played {
  const mark = tools.newId();
  const { ask, person } = wording;
  return {
    ...said(ask.readBack(pending.request, asTyped(text)), 'answer read back', [
      { label: ask.send, press: { kind: 'send-answer', mark } },
      { label: person.noForYou, press: { kind: 'for-assistant' } },
      { label: person.cancel, press: { kind: 'drop-note' } },
    ]),
    state: { pending: { ...pending, read: { text, mark } } },
  };
}

/** Yes to the answer that was read back. @returns what an old button is told */
export async function sendAnswer(scene: Scene, mark: string): Promise<Played> {
  const { pending } = scene.opened.state;
  const { ask } = wording;
  if (pending?.kind !== 'answer' || pending.read?.mark !== mark)
    return said(ask.oldButton, 'no answer to send');
  const late = await waitsNoMore(scene, pending);
  if (late !== undefined) return late;
  const { request: reference, question, read } = pending;
  const by = (await nameOf(scene.tools, scene.asking.id)).name;
  return {
    ...said(ask.sent(reference), 'question answered'),
    effects: [{ kind: 'question-answered', request: reference, question, by, text: read.text }],
  };
}

const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'status', text, buttons }, why);
