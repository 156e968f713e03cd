/** Invokes: Teams asks, and waits for the answer's body. Its own thumbs, and card actions that came as Execute. */
import { wording } from '../wording';
import { isOneToOne } from './activity';
import { accepted, notKept, type Answer } from './answer';
import { readExecuted, readThumb } from './read-said';
import { takeTurnHere, type Spoken } from './take-turn-here';
import { conversationName, type Tools } from './tools';

type Asked = Pick<Spoken, 'activity' | 'address' | 'line' | 'speaker'>;

export async function takeInvoke(tools: Tools, asked: Asked): Promise<Answer> {
  if (!isOneToOne(asked.activity)) return accepted;
  try {
    if (asked.activity.name === 'message/submitAction') return await takeThumb(tools, asked);
    if (asked.activity.name === 'adaptiveCard/action') return await takeExecuted(tools, asked);
    return { status: 501, body: { error: 'This assistant does not do that.' } };
  } catch (error) {
    tools.log.error({ event: 'teams.turn-failed' }, error);
    return notKept;
  }
}

/**
 * A thumb up is yes, down is no. Teams says thank you in its own dialog, so our reply is stored
 * and not shown. Where we cannot tell what the thumb was about, Teams is made to say so.
 */
async function takeThumb(tools: Tools, asked: Asked): Promise<Answer> {
  const { activity } = asked;
  const thumb = readThumb(activity);
  if (thumb === undefined) return { status: 400, body: { error: 'This is not a rating.' } };
  const interaction =
    activity.replyToId === undefined
      ? undefined
      : await tools.outgoing.interactionOf(conversationName(activity), activity.replyToId);
  if (interaction === undefined) {
    tools.log.warn({ event: 'teams.thumb-without-interaction' });
    return { status: 404, body: { error: 'There is no answer of that id here.' } };
  }
  const message = tools.nameOf(activity);
  const spoken = { ...asked, isShown: false };
  await takeTurnHere(tools, {
    ...spoken,
    message,
    said: { kind: 'press', press: { kind: 'rate', interaction, rating: thumb.rating } },
  });
  if (thumb.comment !== '')
    await takeTurnHere(tools, {
      ...spoken,
      message: `${message}:comment`,
      said: { kind: 'press', press: { kind: 'explain', interaction, comment: thumb.comment } },
    });
  return accepted;
}

async function takeExecuted(tools: Tools, asked: Asked): Promise<Answer> {
  const said = readExecuted(asked.activity);
  if (said.kind === 'nothing')
    return cardAnswer(400, 'application/vnd.microsoft.error', {
      code: 'BadRequest',
      message: wording.teams.nothingToRead,
    });
  await takeTurnHere(tools, {
    ...asked,
    said,
    message: tools.nameOf(asked.activity),
    isShown: true,
  });
  return cardAnswer(200, 'application/vnd.microsoft.activity.message', wording.teams.gotIt);
}

const cardAnswer = (statusCode: number, type: string, value: unknown): Answer => ({
  status: 200,
  body: { statusCode, type, value },
});
