/** Sorts what came in: words, a press, a thumb, an arrival; the rest of the protocol is not for us. */
import type { TurnContext } from 'botbuilder';
import type { Intake } from '../attachments/take-in';
import { wording } from '../wording';
import { isOneToOne, type Activity } from './activity';
import { done, type Answer } from './answer';
import { bringFiles } from './bring-files';
import { greet, isArrival, isDeparture } from './greet';
import { lineTo } from './line';
import { filesIn, type SharedFile } from './read-files';
import { readMessage } from './read-said';
import { addressOf } from './return-address';
import { keptOrTold, sayQuickly } from './say-quickly';
import { takeInGroup } from './take-in-group';
import { takeInvoke } from './take-invoke';
import type { Asked } from './spoken';
import { takeTurnHere } from './take-turn-here';
import { mannerOf, placeName, type Tools } from './tools';
import { inCompany, whoSpeaks } from './who-speaks';

export async function takeActivity(
  tools: Tools,
  activity: Activity,
  context: TurnContext,
): Promise<Answer> {
  const { log, settings, left, pace } = tools;
  const place = placeName(activity.conversation.id);
  if (isDeparture(activity)) {
    left.set(place, true);
    log.info({ event: 'teams.removed' });
    return done;
  }
  if (activity.type !== 'message' && activity.type !== 'invoke' && !isArrival(activity))
    return done;

  const authenticated = settings.appId !== undefined;
  const who = await whoSpeaks({ ...tools, ...settings, authenticated }, activity);
  if (who === undefined) {
    log.warn({ event: 'teams.unknown-tenant' });
    return done;
  }
  const isAlone = isOneToOne(activity);
  const speaker = isAlone ? who : await inCompany(tools.directory, who, activity);
  left.delete(place);
  const address = addressOf(activity, settings.appId);
  const line = lineTo(address, context, { ...mannerOf(tools), before: pace.note });
  if (activity.type === 'invoke') return takeInvoke(tools, { activity, address, line, speaker });
  if (!isAlone) return takeInGroup(tools, { activity, address, line, speaker });
  if (activity.type !== 'message') {
    await greet(tools, activity, line, `${wording.hello(null)}\n\n${wording.howToUse}`);
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
  const message = tools.nameOf(activity);
  return keptOrTold(tools, spoken.line, async () => {
    // Words first: "here is my fit note" starts what the file then goes with.
    if (said.kind !== 'nothing')
      await takeTurnHere(tools, { ...spoken, said, message, isShown: true });
    if (tools.intake !== undefined && files.length > 0)
      await takeFilesHere(tools, tools.intake, files, spoken, context, `${message}+files`);
  });
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
