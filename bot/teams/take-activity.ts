/** Sorts what came in: words, a press, a thumb, an arrival; the rest of the protocol is not for us. */
import type { TurnContext } from 'botbuilder';
import type { Intake } from '../attachments/take-in';
import { wording } from '../wording';
import { isOneToOne, type Activity } from './activity';
import { done, notKept, type Answer } from './answer';
import { bringFiles } from './bring-files';
import { greet, isArrival, isDeparture } from './greet';
import { lineTo, type Line } from './line';
import { filesIn, type SharedFile } from './read-files';
import { readMessage } from './read-said';
import { plain } from './reply-activities';
import { addressOf } from './return-address';
import { takeInvoke } from './take-invoke';
import type { Asked } from './spoken';
import { takeTurnHere } from './take-turn-here';
import { conversationName, type Tools } from './tools';
import { whoSpeaks } from './who-speaks';

export async function takeActivity(
  tools: Tools,
  activity: Activity,
  context: TurnContext,
): Promise<Answer> {
  const { log, settings, patience, left, pace } = tools;
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
  const line = lineTo(address, context, patience.sendWithinMs, pace.note);
  if (activity.type === 'invoke') return takeInvoke(tools, { activity, address, line, speaker });
  if (!isOneToOne(activity)) {
    if (activity.type === 'message') await sayQuickly(tools, line, wording.teams.oneToOneOnly);
    return done;
  }
  if (activity.type !== 'message') {
    await greet(tools, activity, line);
    return done;
  }
  return takeMessage(tools, { activity, address, line, speaker }, context);
}

async function takeMessage(tools: Tools, spoken: Asked, context: TurnContext): Promise<Answer> {
  const { activity } = spoken;
  const said = readMessage(activity);
  const files = tools.intake === undefined ? [] : filesIn(activity);
  if (said.kind === 'nothing' && files.length === 0) {
    await sayQuickly(tools, spoken.line, wording.teams.nothingToRead);
    return done;
  }
  try {
    const message = tools.nameOf(activity);
    // Words first: "here is my fit note" starts what the file then goes with.
    if (said.kind !== 'nothing')
      await takeTurnHere(tools, { ...spoken, said, message, isShown: true });
    if (tools.intake !== undefined && files.length > 0)
      await takeFilesHere(tools, tools.intake, files, spoken, context, `${message}+files`);
    return done;
  } catch (error) {
    tools.log.error({ event: 'teams.turn-failed' }, error);
    // Told, the person sends it again themselves; not told, the channel should.
    return (await sayQuickly(tools, spoken.line, wording.errors.failed)) ? done : notKept;
  }
}

async function takeFilesHere(
  tools: Tools,
  intake: Intake,
  files: readonly SharedFile[],
  spoken: Asked,
  context: TurnContext,
  message: string,
): Promise<void> {
  const { activity, speaker } = spoken;
  // Of whoever can ask for nothing, nothing is fetched.
  const wanted = speaker.kind === 'person' ? files : [];
  const taken = await bringFiles(tools, intake, wanted, { activity, context, message });
  const said = { kind: 'files', count: files.length, ...taken } as const;
  await takeTurnHere(tools, { ...spoken, said, message, isShown: true });
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
