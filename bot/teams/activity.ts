/**
 * The part of a Bot Framework activity that this door reads. It is checked before the SDK sees
 * it, and the SDK sees nothing else: a field that is not named here does not exist.
 */
import type { Activity as SdkActivity } from 'botbuilder';
import { z } from 'zod';

const Id = z.string().min(1).max(1000);
/** Channels send null where they have nothing. */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform((it) => it ?? undefined);

const Account = z.object({ id: Id, aadObjectId: maybe(z.string().max(200)) });

export const Activity = z.object({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.string().min(1).max(2000),
  id: maybe(z.string().max(1000)),
  timestamp: maybe(z.string().max(100)),
  localTimestamp: maybe(z.string().max(100)),
  from: Account,
  recipient: maybe(Account),
  conversation: z.object({
    id: Id,
    tenantId: maybe(z.string().max(200)),
    conversationType: maybe(z.string().max(100)),
    isGroup: maybe(z.boolean()),
  }),
  text: maybe(z.string()),
  name: maybe(z.string().max(200)),
  action: maybe(z.string().max(100)),
  replyToId: maybe(z.string().max(1000)),
  value: z.unknown().optional(),
  attachments: maybe(
    z.array(
      z.object({
        contentType: z.string().max(200),
        contentUrl: maybe(z.string().max(4000)),
        name: maybe(z.string().max(400)),
        content: z.unknown().optional(),
      }),
    ),
  ),
  /** Read by `mentions`, which takes out what it knows. */
  entities: z.unknown().optional(),
  membersAdded: maybe(z.array(z.object({ id: Id }))),
  channelData: maybe(z.object({ tenant: maybe(z.object({ id: maybe(z.string().max(200)) })) })),
});
export type Activity = z.infer<typeof Activity>;

/** What is wrong with a body, by field; never what it says. */
export const problemsOf = ({ issues }: z.ZodError): string =>
  issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');

/** A conversation between one person and the assistant. Teams always says which; emulators may not. */
export const isOneToOne = ({ conversation }: Activity): boolean =>
  conversation.conversationType === undefined
    ? conversation.isGroup !== true
    : conversation.conversationType === 'personal';

export const tenantOf = ({ conversation, channelData }: Activity): string | undefined =>
  (conversation.tenantId ?? channelData?.tenant?.id)?.toLowerCase();

/** What the SDK needs to check the token and to make a connector client: addresses, no words. */
export const forSdk = ({
  type,
  id,
  channelId,
  serviceUrl,
  from,
  recipient,
  conversation,
}: Activity) =>
  ({ type, id, channelId, serviceUrl, from, recipient, conversation }) as unknown as SdkActivity; // the SDK's type demands fields that no channel sends
