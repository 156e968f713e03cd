/** Sorts what came in: words, a press, a thumb, an arrival; the rest of the protocol is not for us. */
import type { TurnContext } from 'botbuilder';
import { wording } from '../wording';
import { isOneToOne, type Activity } from './activity';
import { done, notKept, type Answer } from './answer';
import { greet, isArrival, isDeparture } from './greet';
import { lineTo, type Line } from './line';
import { readMessage } from './read-said';
import { plain } from './reply-activities';
import { addressOf } from './return-address';
import { takeInvoke } from './take-invoke';
import { takeTurnHere, type Spoken } from './take-turn-here';
import { conversationName, type Tools } from './tools';
import { whoSpeaks } from './who-speaks';

export async function takeActivity(
  tools: Tools,
  activity: Activity,
  context: TurnContext,
): Promise<Answer> {
  const { log, settings, patience, left } = tools;
  if (isDeparture(activity)) {
    left.set(conversationName(activity), true);
    log.info({ event: 'teams.removed' });
    return done;
  }
  if (activity.type !== 'message' && activity.type !== 'invoke' && !isArrival(activity))
    return done;

  const authenticated = settings.appId !== undefined;
  const speaker = await whoSpeaks({ ...tools, ...settings, authenticated }, activity);
  if (speaker === undefined) {
    log.warn({ event: 'teams.unknown-tenant' });
    return done;
  }
  left.delete(conversationName(activity));
  const address = addressOf(activity, settings.appId);
  const line = lineTo(address, context, patience.sendWithinMs);
  if (activity.type === 'invoke') return takeInvoke(tools, { activity, address, line, speaker });
  if (!isOneToOne(activity)) {
    if (activity.type === 'message') await sayQuickly(tools, line, wording.teams.oneToOneOnly);
    return done;
  }
  if (activity.type !== 'message') {
    await greet(tools, activity, line);
    return done;
  }
  return takeMessage(tools, { activity, address, line, speaker });
}

async function takeMessage(
  tools: Tools,
  spoken: Pick<Spoken, 'activity' | 'address' | 'line' | 'speaker'>,
): Promise<Answer> {
  const said = readMessage(spoken.activity);
  if (said.kind === 'nothing') {
    await sayQuickly(tools, spoken.line, wording.teams.nothingToRead);
    return done;
  }
  try {
    await takeTurnHere(tools, {
      ...spoken,
      said,
      message: tools.nameOf(spoken.activity),
      isShown: true,
    });
    return done;
  } catch (error) {
    tools.log.error({ event: 'teams.turn-failed' }, error);
    // Told, the person sends it again themselves; not told, the channel should.
    return (await sayQuickly(tools, spoken.line, wording.errors.failed)) ? done : notKept;
  }
}

/** A line that is not worth keeping: said now or not at all. */
async function sayQuickly({ log }: Tools, line: Line, text: string): Promise<boolean> {
  try {
    await line.send([plain(text)]);
    return true;
  } catch {
    log.warn({ event: 'teams.line-not-sent' });
    return false;
  }
}
