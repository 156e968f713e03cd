/**
 * `adaptiveCard/action`: a decision on a card, which changes where it stands; or a card that looks
 * again by itself, which changes nothing.
 */
import { wording } from '../wording';
import type { Answer } from './answer';
import { settledBy } from './put-card-away';
import { readExecuted, readLook } from './read-said';
import { cardActivity, type ReplyActivity } from './reply-activities';
import { settledCard } from './settled-card';
import type { Asked } from './spoken';
import { takeTurnHere } from './take-turn-here';
import { conversationName, type Tools } from './tools';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ERROR = 'application/vnd.microsoft.error';

export async function takeExecuted(tools: Tools, asked: Asked): Promise<Answer> {
  const request = readLook(asked.activity);
  if (request !== undefined) return lookAgain(tools, asked, request);
  const said = readExecuted(asked.activity);
  if (said.kind === 'nothing') return refusal('BadRequest', wording.teams.nothingToRead);
  const message = tools.nameOf(asked.activity);
  await takeTurnHere(tools, { ...asked, said, message, isShown: true });
  const settled = await settledBy(tools, { ...asked, said });
  return cardIn(settled) ?? inCard(200, MESSAGE, wording.teams.gotIt);
}

/** What Teams shows where a card's answer does not come in time. */
export const tooSlow: Answer = inCard(200, MESSAGE, wording.teams.slow);

/** Only who may decide learns how it stands; to everybody else the card stays as it was sent. */
async function lookAgain(
  tools: Tools,
  { activity, address, speaker }: Asked,
  request: string,
): Promise<Answer> {
  const { replyToId } = activity;
  const shown =
    replyToId === undefined
      ? undefined
      : await tools.outgoing.shownAs(conversationName(activity), replyToId);
  if (shown === undefined || speaker.kind !== 'person')
    return refusal('NotFound', wording.teams.nothingToRead);
  const outcome = await tools.lookAtTask(speaker.person, request);
  const { publicUrl } = tools.settings;
  const drawing = { user: address.user.id, publicUrl, nonce: shown.id };
  const asSent = cardActivity(shown.reply, drawing);
  const now =
    outcome === undefined
      ? asSent
      : settledCard(shown.reply, { kind: 'approve', request }, outcome, drawing);
  return cardIn(now) ?? cardIn(asSent) ?? refusal('NotFound', wording.teams.nothingToRead);
}

function cardIn(activity: ReplyActivity | undefined): Answer | undefined {
  const isCard = activity !== undefined && 'attachments' in activity;
  return isCard ? inCard(200, CARD, activity.attachments[0].content) : undefined;
}

const refusal = (code: string, message: string): Answer => inCard(400, ERROR, { code, message });

function inCard(statusCode: number, type: string, value: unknown): Answer {
  return { status: 200, body: { statusCode, type, value } };
}
