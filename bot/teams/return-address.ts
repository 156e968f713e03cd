/**
 * Where a conversation can be spoken to again: the Bot Framework's conversation reference, without
 * names. It is stored, so it is read back with a schema and its `serviceUrl` is checked each time.
 */
import { z } from 'zod';
import type { Activity } from './activity';

export const Address = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }),
  conversation: z.object({
    id: z.string(),
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
  }),
});
export type Address = z.infer<typeof Address>;

export function addressOf(
  { serviceUrl, channelId, from, recipient, conversation }: Activity,
  appId: string | undefined,
): Address {
  return Address.parse({
    serviceUrl,
    channelId,
    bot: { id: recipient?.id ?? appId ?? 'assistant' },
    user: { id: from.id, aadObjectId: from.aadObjectId },
    conversation: {
      id: conversation.id,
      tenantId: conversation.tenantId,
      conversationType: conversation.conversationType,
    },
  });
}
