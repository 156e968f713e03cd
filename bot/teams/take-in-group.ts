/**
 * A group chat or a channel: only what is said to us is taken, by a mention or by a button of ours.
 * A channel's replies stay in their thread, whose id is part of the conversation's.
 */
import { wording } from '../wording';
import type { Activity } from './activity';
import { done, type Answer } from './answer';
import { greet } from './greet';
import { mentionsUs, wordsToUs } from './mentions';
import { readMessage, type Read } from './read-said';
import { keptOrTold, sayQuickly } from './say-quickly';
import type { Asked } from './spoken';
import { takeTurnHere } from './take-turn-here';
import type { Tools } from './tools';

export async function takeInGroup(tools: Tools, asked: Asked): Promise<Answer> {
  const { activity, line } = asked;
  if (activity.type !== 'message') {
    await greet(tools, activity, line, wording.group.hello);
    return done;
  }
  const said = readInGroup(activity);
  if (said === undefined) return done;
  if (said.kind === 'nothing') {
    await sayQuickly(tools, line, wording.group.howToUse);
    return done;
  }
  const message = tools.nameOf(activity);
  return keptOrTold(tools, line, () =>
    takeTurnHere(tools, { ...asked, said, message, isShown: true }),
  );
}

/** @returns undefined where it is said to others */
function readInGroup(activity: Activity): Read | undefined {
  const pressed = readMessage({ text: undefined, value: activity.value });
  if (pressed.kind === 'press') return pressed;
  return mentionsUs(activity)
    ? readMessage({ text: wordsToUs(activity), value: undefined })
    : undefined;
}
