import { plainReply, type Button, type Reply } from '../../bot/conversation/reply';
import { Press } from '../../bot/conversation/turn';
import { readMessage } from '../../bot/teams/read-said';
import { replyCard } from '../../bot/teams/reply-card';
import { wording } from '../../bot/wording';
import { complaintsOf } from '../fakes/complaints-of';

const buttons: Button[] = [
  { label: 'Yes, send it', press: { kind: 'confirm', draft: 'd1', nonce: 'n1' } },
  { label: 'Cancel', press: { kind: 'cancel', draft: 'd1' } },
  { label: 'Book annual leave', press: { kind: 'start', service: 'book-annual-leave' } },
  { label: 'What if I am ill?', press: { kind: 'say', text: 'what if i am ill on holiday' } },
  { label: 'It was wrong', press: { kind: 'explain', interaction: 'i1', reason: 'wrong' } },
  { label: 'Partly', press: { kind: 'rate', interaction: 'i1', rating: 'partly' } },
];
const ofTasks: Button[] = [
  { label: 'Approve', press: { kind: 'approve', request: 'PS-7F3K9Q' } },
  { label: 'Decline', press: { kind: 'decline', request: 'PS-7F3K9Q' } },
  { label: 'Cancel', press: { kind: 'not-now', request: 'PS-7F3K9Q' } },
  { label: 'PS-7F3K9Q: Ana Pires', press: { kind: 'show-task', request: 'PS-7F3K9Q' } },
  { label: 'Yes, withdraw it', press: { kind: 'withdraw', request: 'PS-7F3K9Q' } },
  { label: 'No, keep it', press: { kind: 'keep', request: 'PS-7F3K9Q' } },
];
const asked = { interaction: 'i1', rated: null };

const cardOf = (reply: Partial<Reply>, publicUrl?: string): ReturnType<typeof replyCard> =>
  replyCard(plainReply({ outcome: 'answered', text: 'Yes.', ...reply }), {
    user: '29:ana',
    publicUrl,
    nonce: 'out-1',
  });

interface Action {
  readonly title: string;
  readonly data: { readonly press: unknown; readonly msteams?: object };
}
const actionsOf = (card: ReturnType<typeof replyCard>): Action[] =>
  card!.body.flatMap((part) => ('actions' in part ? (part.actions as Action[]) : []));

describe('the card of a reply', () => {
  it.each<[string, Partial<Reply>]>([
    ['choices', { buttons, feedback: null }],
    ['an approval', { buttons: ofTasks, feedback: null }],
    ['a question', { buttons: [], feedback: asked }],
    ['both', { buttons, feedback: asked }],
    ['more to read', { more: '**Is it paid?**\n\nYes. [1]', buttons, feedback: asked }],
  ])('with %s is one that Microsoft’s own renderer takes without a word', (_what, reply) => {
    expect(complaintsOf(cardOf(reply)!)).toEqual([]);
  });

  it.each<[string, object]>([
    ['a sofa', { type: 'Sofa' }],
    ['an input without a label', { type: 'Input.Text', id: 'a' }],
    [
      'an input that does not say what is missing',
      { type: 'Input.Text', id: 'a', label: 'Why?', isRequired: true },
    ],
    ['words that are cut off', { type: 'TextBlock', text: 'long' }],
    [
      'a press without a nonce',
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.Submit', title: 'Yes', data: { press: { kind: 'keep' } } }],
      },
    ],
    [
      'a decision that an old client cannot make',
      {
        type: 'ActionSet',
        actions: [
          { type: 'Action.Execute', title: 'Yes', verb: 'x', data: { press: {}, nonce: '1' } },
        ],
      },
    ],
    [
      'something to unfold that is not there',
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.ToggleVisibility', title: 'More', targetElements: ['more'] }],
      },
    ],
  ])('is checked by something that complains of %s', (_what, part) => {
    const card = { type: 'AdaptiveCard', version: '1.5', lang: 'en', fallbackText: 'x' };

    expect(complaintsOf({ ...card, body: [part] })).toHaveLength(1);
    expect(complaintsOf({ ...card, body: [{ type: 'TextBlock', text: 'x', wrap: true }] })).toEqual(
      [],
    );
  });

  it('carries presses of an approver and of a requester that are read back as they were', () => {
    const actions = actionsOf(cardOf({ buttons: ofTasks, feedback: null }));

    expect(actions.map(({ data }) => Press.parse(data.press))).toEqual(
      ofTasks.map(({ press }) => press),
    );
  });

  it('carries presses that are read back as they were', () => {
    const actions = actionsOf(cardOf({ buttons, feedback: asked }));

    expect(actions.map(({ data }) => Press.parse(data.press))).toEqual([
      ...buttons.map(({ press }) => press),
      ...(['yes', 'partly', 'no'] as const).map((rating) => ({
        kind: 'rate',
        interaction: 'i1',
        rating,
      })),
    ]);
  });

  describe('of a rating that was not yes', () => {
    const feedback = { interaction: 'i1', rated: 'no', reply: 'offered' } as const;
    const reasons: Button[] = Object.entries(wording.feedback.reasons).map(([reason, label]) => ({
      label,
      press: Press.parse({ kind: 'explain', interaction: 'i1', reason }),
    }));
    const read = (data: unknown) => readMessage({ text: undefined, value: data });

    it('offers every reason, and below them a comment and a reply', () => {
      const card = cardOf({ buttons: reasons, feedback });
      expect(complaintsOf(card!)).toEqual([]);
      const drawn = JSON.stringify(card);
      for (const { label } of reasons) expect(drawn).toContain(`"title":"${label}"`);
      expect(drawn).toContain(wording.feedback.tellMoreOrAsk);
      expect(drawn).toContain(wording.feedback.reply.want);
      for (const part of card!.body)
        if ('actions' in part) expect((part.actions as unknown[]).length).toBeLessThanOrEqual(6);
    });

    it('is read back with what was written and ticked', () => {
      const press = { kind: 'explain', interaction: 'i1' };
      const written = { press, comment: ' at night ', reply: 'true' };
      expect(read(written)).toEqual({
        kind: 'press',
        press: { ...press, comment: 'at night', reply: true },
      });
      expect(read({ press, comment: '', reply: 'false' })).toEqual({ kind: 'press', press });
    });

    it('offers no reply where nobody could write one, or one was asked for', () => {
      const without = JSON.stringify(
        cardOf({ buttons: reasons, feedback: { interaction: 'i1', rated: 'no' } }),
      );
      expect(without).not.toContain(wording.feedback.reply.want);
      expect(cardOf({ feedback: { ...feedback, reply: 'asked' } })).toBeUndefined();
    });
  });

  it('asks 1 to 5 once a request is done, and then for words', () => {
    const done = { interaction: 'i1', rated: null, satisfied: null };
    const card = cardOf({ feedback: done });
    expect(complaintsOf(card!)).toEqual([]);
    expect(actionsOf(card).map(({ data }) => Press.parse(data.press))).toEqual(
      [1, 2, 3, 4, 5].map((score) => ({ kind: 'satisfied', interaction: 'i1', score })),
    );
    const said = cardOf({ feedback: { ...done, satisfied: 4 } });
    expect(complaintsOf(said!)).toEqual([]);
    const press = { kind: 'satisfied', interaction: 'i1' };
    const value = { press, comment: 'Quick.', reply: 'true' };
    expect(readMessage({ text: undefined, value })).toEqual({
      kind: 'press',
      press: { ...press, comment: 'Quick.' },
    });
  });

  it('shows in the chat what was chosen, and rates in silence', () => {
    const actions = actionsOf(cardOf({ buttons: buttons.slice(0, 1), feedback: asked }));

    expect(actions[0]?.data.msteams).toEqual({
      type: 'messageBack',
      text: 'Yes, send it',
      displayText: 'Yes, send it',
    });
    expect(actions.slice(1).map(({ data }) => data.msteams)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('can be answered by typing where cards are not drawn', () => {
    expect(cardOf({ buttons: buttons.slice(0, 2), feedback: null })?.fallbackText).toBe(
      'You can type: Yes, send it, Cancel.',
    );
  });

  it('stays small, at the cost of its last buttons', () => {
    const long = Array.from({ length: 6 }, (_, at) => ({
      label: `Question ${at}`,
      press: { kind: 'say' as const, text: 'ü'.repeat(4000) },
    }));
    const card = cardOf({ buttons: long, feedback: asked });

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25 * 1024);
    expect(actionsOf(card)[0]?.title).toBe('Question 0');
    expect(actionsOf(card).at(-1)?.title).toBe('No');
  });

  it('is none where there is nothing to press', () => {
    expect(cardOf({ buttons: [], feedback: { interaction: 'i1', rated: 'no' } })).toBeUndefined();
  });

  it('unfolds what is more to read, with the names of its sources', () => {
    const citation = {
      number: 2,
      policy: 'special-leave',
      clause: 'special-leave.3',
      title: 'Special leave',
      heading: 'Jury service',
      quote: '',
      version: '1',
      url: '/policies/special-leave#special-leave.3',
      file: null,
    };
    const more = '**Is jury service paid?**\n\nIt is set locally. [2]';
    const card = cardOf({ more, citations: [citation] }, 'https://people.example.nhs.uk');

    const [opener, folded] = card!.body as [
      { actions: { title: string; targetElements: string[] }[] },
      { id: string; isVisible: boolean; items: { text: string }[] },
    ];
    expect(opener.actions[0]).toMatchObject({ title: 'More on this', targetElements: [folded.id] });
    expect(folded.isVisible).toBe(false);
    expect(folded.items.map(({ text }) => text)).toEqual([
      '**Is jury service paid?**',
      'It is set locally. ([Special leave: Jury service](https://people.example.nhs.uk/policies/special-leave#special-leave.3))',
    ]);
    expect(JSON.stringify(cardOf({ more, citations: [citation] })?.body)).toContain(
      'It is set locally. (Special leave: Jury service)',
    );
  });
});
