/** Invokes: Teams asks, and waits for the answer's body. Its own thumbs, and card actions that came as Execute. */
import { isOneToOne } from './activity';
import { accepted, notKept, type Answer } from './answer';
import { readThumb } from './read-said';
import type { Asked } from './spoken';
import { takeExecuted, tooSlow } from './take-executed';
import { takeTurnHere } from './take-turn-here';
import { conversationName, type Tools } from './tools';
import { TooSlow, within } from './within';

type Take = (tools: Tools, asked: Asked) => Promise<Answer>;

const THUMB = 'message/submitAction';

const TAKES: ReadonlyMap<string | undefined, Take> = new Map([
  [THUMB, takeThumb],
  ['adaptiveCard/action', takeExecuted],
]);

export async function takeInvoke(tools: Tools, asked: Asked): Promise<Answer> {
  const { name } = asked.activity;
  // In a group only the thumbs are ours to take: nothing that is decided stands there.
  if (!isOneToOne(asked.activity) && name !== THUMB) return accepted;
  const take = TAKES.get(name);
  if (take === undefined)
    return { status: 501, body: { error: 'This assistant does not do that.' } };
  try {
    // Teams waits five seconds. What takes longer goes on, and is told in the chat.
    return await within(tools.patience.invokeWithinMs, () => take(tools, asked));
  } catch (error) {
    if (error instanceof TooSlow) {
      tools.log.warn({ event: 'teams.invoke-slow' });
      return name === 'adaptiveCard/action' ? tooSlow : notKept;
    }
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
