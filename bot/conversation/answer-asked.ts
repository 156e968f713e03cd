/**
 * People services, or who is to approve it, ask something about a request: the notice is neutral,
 * the question is shown to who presses for it, and what is typed then is read back before it is
 * sent. It is bound to that question, and goes to them once. Words that need people first never
 * come this way.
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
import type { WhoAsks } from '../wording-ask';
import { asTyped } from './handover-shown';
import { intentOf, mayBeOfTheRequest } from './intent';
import { ownRequest } from './own-request';
import { isForAssistant } from './person-words';
import { plainReply, type Button } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Pending } from './pending';
import { decideButtons, nameOf, titleOf } from './task-shown';
import type { NoticeTo } from './tasks';
import { waitsFor } from './waits-for';
import { detectSensitivity } from './sensitive/detect';
import type { Ordinary } from './tell-person';

type Asked = Extract<Pending, { kind: 'answer' }>;
type Question = FollowedRequest['events'][number];

const LONGEST_ANSWER = 2000;

export const whoAsks = ({ by, askedBy }: Question): WhoAsks => ({
  by,
  isApprover: askedBy !== undefined,
});

/**
 * The newest question that nobody has answered. Of a request that has ended nobody waits for one,
 * and no approver does once it is decided.
 */
export function openQuestion({ events }: Pick<FollowedRequest, 'events'>): Question | undefined {
  if (hasEnded({ events })) return undefined;
  const isDecided = waitsFor({ events }) === undefined;
  const answered = new Set(
    events.flatMap(({ kind, question }) => (kind === 'answered' ? [question] : [])),
  );
  return events.findLast(
    ({ kind, question, askedBy }) =>
      kind === 'asked' && !answered.has(question) && !(isDecided && askedBy !== undefined),
  );
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
  const late = tooLate(found, asked);
  if (late !== undefined) return late;
  const title = titleOf(scene.tools, found.request);
  return {
    ...said(
      ask.asks(whoAsks(asked), title, reference, asTyped(asked.note ?? '')),
      'question shown',
      [{ label: wording.person.cancel, press: { kind: 'drop-note' } }],
    ),
    state: { pending: { kind: 'answer', request: reference, question, read: null } },
  };
}

/** @returns undefined while somebody waits for the answer */
function tooLate(
  { request, events }: FollowedRequest,
  { question, askedBy }: Question,
): Played | undefined {
  const { ask } = wording;
  if (events.some((event) => event.kind === 'answered' && event.question === question))
    return said(ask.answered(request.id), 'answered before');
  if (askedBy !== undefined && waitsFor({ events }) === undefined)
    return said(ask.decided(request.id), 'decided before');
  return hasEnded({ events }) ? said(ask.ended(request.id), 'has ended') : undefined;
}

interface Waiting {
  readonly followed: FollowedRequest;
  readonly asked: Question;
}

/** The question, while somebody waits for its answer; or what is said instead. */
async function waiting(scene: Scene, { request, question }: Asked): Promise<Waiting | Played> {
  const followed = await ownRequest(scene, request);
  const asked = followed?.events.find(
    (event) => event.kind === 'asked' && event.question === question,
  );
  if (followed === undefined || asked === undefined)
    return said(wording.ask.unknown, 'no such question');
  return tooLate(followed, asked) ?? { followed, asked };
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
  const found = await waiting(scene, pending);
  if ('reply' in found)
    return looksLikeQuestion(text) ? ordinary(withoutQuestion(scene), text) : found;
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

async function readBack(scene: Scene, pending: Asked, text: string): Promise<Played> {
  const found = await waiting(scene, pending);
  if ('reply' in found) return found;
  const mark = scene.tools.newId();
  const { ask, person } = wording;
  return {
    ...said(
      ask.readBack(whoAsks(found.asked), pending.request, asTyped(text)),
      'answer read back',
      [
        { label: ask.send, press: { kind: 'send-answer', mark } },
        { label: person.noForYou, press: { kind: 'for-assistant' } },
        { label: person.cancel, press: { kind: 'drop-note' } },
      ],
    ),
    state: { pending: { ...pending, read: { text, mark } } },
  };
}

/** Yes to the answer that was read back. @returns what an old button is told */
export async function sendAnswer(scene: Scene, mark: string): Promise<Played> {
  const { pending } = scene.opened.state;
  const { ask } = wording;
  if (pending?.kind !== 'answer' || pending.read?.mark !== mark)
    return said(ask.oldButton, 'no answer to send');
  const found = await waiting(scene, pending);
  if ('reply' in found) return found;
  const { request: reference, question, read } = pending;
  const by = (await nameOf(scene.tools, scene.asking.id)).name;
  const answer = {
    kind: 'question-answered' as const,
    request: reference,
    question,
    by,
    text: read.text,
  };
  const toApprover = await answeredNotice(scene, found, read.text);
  if (toApprover === undefined)
    return { ...said(ask.sent(reference), 'question answered'), effects: [answer] };
  const { name } = await nameOf(scene.tools, toApprover.person);
  return {
    ...said(ask.sentToApprover(name, reference), 'approver answered'),
    effects: [{ ...answer, toApprover }],
  };
}

/** What tells whoever is to decide now: it may have been passed on since. Undefined for the desk's question. */
async function answeredNotice(
  { tools, asking }: Scene,
  { followed: { request, events }, asked }: Waiting,
  text: string,
): Promise<NoticeTo | undefined> {
  const person = asked.askedBy === undefined ? undefined : waitsFor({ events });
  if (person === undefined) return undefined;
  const { question } = wording.approvals;
  const { name, givenName } = await nameOf(tools, asking.id);
  const isPrivate = tools.dialogs.service(request.service)?.isPrivate === true;
  const words = isPrivate
    ? question.privateAnswered(request.id)
    : [
        question.answered(name, titleOf(tools, request), request.id),
        question.asked(asked.by ?? '', asTyped(asked.note ?? '')),
        question.answer(givenName, asTyped(text)),
      ].join('\n\n');
  const buttons = isPrivate
    ? [
        {
          label: wording.notices.showIt,
          press: { kind: 'show-task', request: request.id },
        } as const,
      ]
    : decideButtons(request.id);
  return { person, notice: plainReply({ outcome: 'status', text: words, buttons: [...buttons] }) };
}

const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'status', text, buttons }, why);
