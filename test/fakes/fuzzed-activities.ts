/**
 * Activities as nobody should send them: real ones with parts missing, swapped for nonsense, too
 * long, out of place; presses of cards that never were; and bodies that are no activity at all.
 */
import fc from 'fast-check';

const LONGEST = 10_000;
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    ...['', ' ', '\u0000', '\ud83d', '‮tfel', '<at>x</at>', '<at', '[1]', '{{', '__proto__'],
    ...['yes', 'cancel', 'book me off 3 to 7 may', 'what awaits me', 'approve PS-000001', '99'],
    ...["'; drop table message; --", '${7*7}', '../../etc/passwd', 'how much leave do i get'],
  ),
  fc.nat({ max: LONGEST }).map((length) => 'ü'.repeat(length)),
);
const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  words,
  fc.constantFrom(null, true, -1, 1e308, [], {}, [[]], '2026-11-23T12:00:00.123Z', 'msteams'),
  fc.jsonValue({ maxDepth: 4 }),
  fc
    .integer({ min: 1, max: 500 })
    .map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
);
const kinds = fc.oneof(
  fc.constantFrom(
    ...['say', 'start', 'confirm', 'cancel', 'fill-in', 'leave-form', 'open-form', 'approve'],
    ...['decline', 'tell-reason', 'withdraw', 'rate', 'explain', 'satisfied', 'send-answer'],
    ...[
      'show-question',
      'take-out-file',
      'ask-person',
      'for-person',
      'end-person',
      'no-such-press',
    ],
  ),
  words,
);
const press = fc.record(
  {
    kind: kinds,
    ...{ text: words, service: words, draft: words, nonce: words, mark: words, request: words },
    ...{ interaction: words, handover: words, values: nonsense, along: fc.boolean() },
    ...{ rating: fc.constantFrom('yes', 'partly', 'no', 'maybe'), score: fc.integer() },
    ...{ comment: words, reply: nonsense, question: words, file: nonsense },
  },
  { requiredKeys: ['kind'] },
);
const value = fc.oneof(
  nonsense,
  press.map((one) => ({ press: one })),
  press.map((one) => JSON.stringify({ press: one, nonce: 'x' })),
  press.map((one) => ({
    action: { type: 'Action.Execute', verb: 'decide', data: { press: one } },
  })),
  words.map((request) => ({ action: { verb: 'look', data: { request } } })),
  fc.record({
    actionName: fc.constantFrom('feedback', 'other'),
    actionValue: fc.record({
      reaction: fc.constantFrom('like', 'dislike', 'hm'),
      feedback: nonsense,
    }),
  }),
);
const invoked = fc.oneof(
  fc.constantFrom('message/submitAction', 'adaptiveCard/action', 'task/fetch', 'constructor'),
  words,
);
const attachment = fc.record(
  {
    contentType: fc.oneof(
      fc.constantFrom('image/png', 'application/vnd.microsoft.teams.file.download.info'),
      words,
    ),
    contentUrl: fc.oneof(words, fc.constantFrom('http://127.0.0.1:9/v3/attachments/a/views/b')),
    name: words,
    content: nonsense,
  },
  { requiredKeys: ['contentType'] },
);
const US = '28:assistant';
const mention = fc.record(
  {
    type: fc.oneof(fc.constant('mention'), words),
    mentioned: fc.oneof(fc.record({ id: fc.oneof(fc.constant(US), words) }), nonsense),
    text: fc.oneof(fc.constant('<at>x</at>'), words, nonsense),
  },
  { requiredKeys: ['type'] },
);
const entities = fc.oneof(fc.array(fc.oneof(mention, nonsense), { maxLength: 60 }), nonsense);
/** Said to us where others read along. */
const group = fc.record({
  recipient: fc.constant({ id: US }),
  conversation: fc.record({
    id: words,
    conversationType: fc.constantFrom('groupChat', 'channel', 'x'),
    tenantId: words,
  }),
  entities: fc
    .tuple(entities, words)
    .map(([more, name]) => [
      { type: 'mention', mentioned: { id: US }, text: `<at>${name}</at>` },
      ...(Array.isArray(more) ? (more as unknown[]) : []),
    ]),
  text: words.map((text) => `<at>x</at> ${text}`),
});
const parts: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  type: fc.oneof(
    fc.constantFrom('conversationUpdate', 'installationUpdate', 'messageReaction', 'typing'),
    words,
  ),
  id: words,
  text: fc.oneof(words, nonsense),
  value,
  action: fc.constantFrom('add', 'remove', 'add-upgrade', 'x'),
  replyToId: words,
  timestamp: fc.oneof(words, fc.constantFrom('2026-11-23T12:00:00.123Z')),
  attachments: fc.oneof(fc.array(attachment, { maxLength: 12 }), nonsense),
  membersAdded: nonsense,
  channelData: nonsense,
  from: words.map((id) => ({ id, aadObjectId: id })),
  recipient: nonsense,
  conversation: fc.oneof(
    nonsense,
    fc.record({ id: words, conversationType: words, tenantId: words }),
  ),
  deliveryMode: words,
  entities,
};
const said = fc.oneof(
  words.map((text) => ({ text })),
  group,
  fc.tuple(group, value).map(([where, pressed]) => ({ ...where, text: undefined, value: pressed })),
  value.map((pressed) => ({ text: undefined, value: pressed })),
  fc.record({ type: fc.constant('invoke'), name: invoked, value, replyToId: words }),
);
const swapped = fc.array(
  fc.oneof(...Object.entries(parts).map(([name, part]) => part.map((made) => ({ [name]: made })))),
  { maxLength: 2 },
);

/** Mostly a real activity that says something odd, with a part or two swapped; now and then nothing of the kind. */
export const fuzzedBodies = (real: (index: number) => object): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.nat(), said, swapped)
        .map(([index, one, made]) => JSON.stringify(Object.assign({}, real(index), one, ...made))),
    },
    fc.oneof(
      nonsense.map((it) => JSON.stringify(it)),
      words,
    ),
  );
