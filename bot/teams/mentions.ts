/** Whom a message in a group speaks to, and what it says to us. The channel writes mentions, not the sender. */
import { z } from 'zod';
import { wording } from '../wording';
import type { Activity } from './activity';
import { withoutMentions } from './read-said';

const MOST_MENTIONS = 50;
const Entities = z.array(z.unknown()).catch([]);
const Mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string() }),
  /** As it stands in the message's text. */
  text: z.string().min(1).max(1000).optional().catch(undefined),
});
type Mention = z.infer<typeof Mention>;

const mentionsIn = ({ entities }: Activity): readonly Mention[] =>
  Entities.parse(entities).flatMap((entity) => Mention.safeParse(entity).data ?? []);

const isUs = ({ recipient }: Activity, { mentioned }: Mention): boolean =>
  mentioned.id === recipient?.id;

/** Ours first: of very many, not all are looked for in the words. */
const order = (activity: Activity, mention: Mention): number => (isUs(activity, mention) ? 0 : 1);

export const mentionsUs = (activity: Activity): boolean =>
  mentionsIn(activity).some((mention) => isUs(activity, mention));

/** Without our name; names of others are nothing that we keep. */
export function wordsToUs(activity: Activity): string {
  let words = activity.text ?? '';
  const mentions = mentionsIn(activity).toSorted(
    (one, other) => order(activity, one) - order(activity, other),
  );
  for (const mention of mentions.slice(0, MOST_MENTIONS))
    if (mention.text !== undefined)
      words = words.replaceAll(
        mention.text,
        isUs(activity, mention) ? ' ' : wording.group.somebody,
      );
  return withoutMentions(words).replace(/ {2,}/g, ' ');
}
