/** What Teams would say of an activity that was sent to it: its documented limits, strictly read. */
import { z } from 'zod';
import { complaintsOf } from './complaints-of';

const Account = z.strictObject({
  id: z.string().min(1),
  aadObjectId: z.string().optional(),
});
const Claim = z.strictObject({
  '@type': z.literal('Claim'),
  position: z.int().positive(),
  appearance: z.strictObject({
    '@type': z.literal('DigitalDocument'),
    name: z.string().min(1).max(80),
    abstract: z.string().min(1).max(160),
    url: z.url({ protocol: /^https$/ }).optional(),
  }),
});
const RootEntity = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.literal(''),
  additionalType: z.tuple([z.literal('AIGeneratedContent')]).optional(),
  citation: z.array(Claim).min(1).max(20).optional(),
});
const Card = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  body: z.array(z.unknown()).min(1),
});
const Envelope = {
  serviceUrl: z.url(),
  channelId: z.string().min(1),
  from: Account,
  recipient: Account,
  conversation: z.strictObject({
    id: z.string().min(1),
    tenantId: z.string().optional(),
    conversationType: z.string().optional(),
  }),
};
/** Of a stream, on its way: an update of what is being done, or words of the answer so far. */
const UnderWay = z.strictObject({
  type: z.literal('streaminfo'),
  streamType: z.enum(['informative', 'streaming']),
  streamId: z.string().min(1).optional(),
  streamSequence: z.int().positive(),
});
/** Its end has a place in no sequence. */
const Final = z.strictObject({
  type: z.literal('streaminfo'),
  streamType: z.literal('final'),
  streamId: z.string().min(1),
});
const Typing = z.strictObject({ ...Envelope, type: z.literal('typing') });
const Streaming = z.strictObject({
  ...Envelope,
  type: z.literal('typing'),
  text: z.string().min(1),
  entities: z.tuple([UnderWay]),
});
const channelData = z
  .strictObject({ feedbackLoop: z.strictObject({ type: z.enum(['default', 'custom']) }) })
  .optional();
const Words = z.strictObject({
  ...Envelope,
  type: z.literal('message'),
  text: z.string().min(1),
  textFormat: z.literal('markdown'),
  entities: z
    .union([z.array(RootEntity).max(1), z.tuple([Final]), z.tuple([Final, RootEntity])])
    .optional(),
  suggestedActions: z
    .strictObject({
      to: z.array(z.string()).length(1),
      actions: z
        .array(z.strictObject({ type: z.literal('imBack'), title: z.string(), value: z.string() }))
        .min(1)
        .max(3),
    })
    .optional(),
  channelData,
});
/** By itself: of words with a card Teams makes two messages, and tells the id of neither. */
const CardAlone = z.strictObject({
  ...Envelope,
  type: z.literal('message'),
  summary: z.string().min(1),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      content: Card,
    }),
  ]),
  channelData,
});

/** What was sent, as a test may look at it. */
export type WireActivity = Partial<
  Omit<z.infer<typeof Words> & z.infer<typeof CardAlone>, 'type' | 'entities'>
> & {
  readonly type: 'message' | 'typing';
  /** The root entity, the stream's, or both. */
  readonly entities?: readonly (Omit<Partial<z.infer<typeof RootEntity>>, 'type'> & {
    readonly type: string;
  })[];
};

export type WireStreamInfo = z.infer<typeof UnderWay> | z.infer<typeof Final>;

/** What an activity says of a stream that it belongs to. */
export const streamInfoOf = ({ entities = [] }: WireActivity): WireStreamInfo | undefined =>
  entities.map((entity) => z.union([UnderWay, Final]).safeParse(entity).data).find(Boolean);

export function complaintAbout(activity: unknown, conversation: string): string | undefined {
  const hasCard = typeof activity === 'object' && activity !== null && 'attachments' in activity;
  const isStreamed = typeof activity === 'object' && activity !== null && 'text' in activity;
  const Message = hasCard ? CardAlone : Words;
  const Sign = isStreamed ? Streaming : Typing;
  const read = z.discriminatedUnion('type', [Sign, Message]).safeParse(activity);
  if (!read.success) return z.prettifyError(read.error);
  if (read.data.conversation.id !== conversation) return 'conversation: not the one in the address';
  if ('attachments' in read.data) {
    const [complaint] = complaintsOf(read.data.attachments[0].content);
    return complaint && `card: ${complaint}`;
  }
  return read.data.type === 'message' ? complaintAboutWords(read.data) : undefined;
}

function complaintAboutWords({ text, entities }: z.infer<typeof Words>): string | undefined {
  if (Buffer.byteLength(text) > 16 * 1024) return 'text: over 16 KiB';
  const cited = entities?.flatMap((entity) =>
    'citation' in entity ? (entity.citation ?? []) : [],
  );
  for (const [index, { position }] of (cited ?? []).entries()) {
    if (position !== index + 1) return `citation ${position}: positions have a gap`;
    if (!text.includes(`[${position}]`)) return `citation ${position}: not in the text`;
  }
  return undefined;
}
