/**
 * Under which name a message is kept, so that the same message delivered twice is one turn.
 *
 * Teams delivers again after 15 seconds or a 5xx, with the same id and the same times. A second
 * layer behind it may deliver once more under a new id. So the name is not the id but the content:
 * conversation, sender, both timestamps and what was said or pressed. It needs no memory, and it
 * is the same in every process and after a restart.
 *
 * Content names a message only where its times can be believed: near our own clock, and finer
 * than a second. Without that (scripts with a fixed date, emulators that round) two honest
 * "yes" would be one, so there the channel's id is the name. An id that comes back with other
 * times (some tools stamp each attempt) is remembered for a quarter of an hour.
 *
 * Where the second layer sends new times too, as was seen with invokes about half a minute later
 * (botbuilder-dotnet#5005), an approval is known by the nonce of its card. Of other presses
 * nothing tells a repeat from a second press. There the nonce in each confirmation holds: a draft
 * is sent once, and of ratings the newest counts.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Activity } from './activity';
import { recently } from './recently';

const FRESH_MS = 15 * 60_000;
const REPEATED_MS = 60_000;

/** @returns gives each activity its message id, unique in its conversation */
export function messageNames(clock: () => Date): (activity: Activity) => string {
  const named = recently<string>(FRESH_MS, clock);
  const approved = recently<string>(REPEATED_MS, clock);
  return (activity) => {
    const byId =
      activity.id === undefined ? undefined : hash(activity.conversation.id, activity.id);
    const byCard = approvalOf(activity);
    const known =
      (byId === undefined ? undefined : named.get(byId)) ??
      (byCard === undefined ? undefined : approved.get(byCard));
    if (known !== undefined) return known;

    const name =
      activity.id !== undefined && !hasGoodTimes(activity, clock())
        ? activity.id
        : contentOf(activity);
    if (byId !== undefined) named.set(byId, name);
    if (byCard !== undefined) approved.set(byCard, name);
    return name;
  };
}

const Approval = z.object({
  action: z.object({
    data: z.object({ nonce: z.string(), press: z.object({ kind: z.literal('approve') }) }),
  }),
});

function approvalOf({ conversation, from, value }: Activity): string | undefined {
  const { data } = Approval.safeParse(value);
  return data && hash(conversation.id, from.id, data.action.data.nonce);
}

const contentOf = ({
  conversation,
  from,
  timestamp,
  localTimestamp,
  text,
  name,
  replyToId,
  value,
}: Activity) =>
  `content:${hash(conversation.id, from.id, timestamp, localTimestamp, text, name, replyToId, value)}`;

const hash = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('base64url');

function hasGoodTimes({ timestamp, localTimestamp }: Activity, now: Date): boolean {
  const times = [timestamp, localTimestamp].filter((time) => time !== undefined);
  const near = times.every((time) => Math.abs(Date.parse(time) - now.getTime()) < FRESH_MS);
  return near && times.some((time) => /\.\d*[1-9]/.test(time));
}
