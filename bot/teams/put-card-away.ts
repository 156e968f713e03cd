/** A card that was pressed gives way: what came of it stands below, or on the card itself. */
import type { Handled } from '../conversation/converse';
import type { Said } from '../conversation/turn';
import { wording } from '../wording';
import { plain, type ReplyActivity } from './reply-activities';
import { settledCard } from './settled-card';
import type { Spoken } from './spoken';
import { conversationName, type Tools } from './tools';

type Pressed = Pick<Spoken, 'activity' | 'speaker' | 'address' | 'said'>;

/**
 * Where that fails, or the channel does not say which card it was, the old card explains itself
 * when it is pressed again. Whoever is led to people sees no other change on the page.
 */
export async function putCardAway(
  tools: Tools,
  spoken: Pressed & Pick<Spoken, 'line'>,
  { outcome }: Handled['reply'],
): Promise<void> {
  const { replyToId } = spoken.activity;
  if (replyToId === undefined || outcome === 'signposted') return;
  try {
    const settled = await settledBy(tools, spoken);
    if (settled !== undefined) await spoken.line.replace(replyToId, settled);
  } catch {
    tools.log.info({ event: 'teams.card-not-put-away' });
  }
}

/** @returns undefined where the card that was pressed stays as it is */
export async function settledBy(
  tools: Tools,
  { activity, speaker, address, said }: Pressed,
): Promise<ReplyActivity | undefined> {
  const { replyToId } = activity;
  if (said.kind !== 'press' || replyToId === undefined) return undefined;
  const { press } = said;
  if (press.kind === 'fill-in') return plain(wording.form.used);
  const shown = await tools.outgoing.shownAs(conversationName(activity), replyToId);
  if (shown === undefined) return undefined;
  const outcome = await outcomeOf(tools, speaker, press);
  // Nobody decided: it can still be pressed.
  if (press.kind === 'approve' && outcome === undefined) return undefined;
  const { publicUrl } = tools.settings;
  const drawing = { user: address.user.id, publicUrl, nonce: shown.id };
  return settledCard(shown.reply, press, outcome, drawing);
}

async function outcomeOf(
  { lookAtTask }: Pick<Tools, 'lookAtTask'>,
  speaker: Pressed['speaker'],
  press: Extract<Said, { kind: 'press' }>['press'],
): Promise<string | undefined> {
  if (press.kind !== 'approve' && press.kind !== 'tell-reason') return undefined;
  return speaker.kind === 'person' ? lookAtTask(speaker.person, press.request) : undefined;
}
