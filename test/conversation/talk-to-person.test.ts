import type { Person } from '../../bot/directory/directory';
import type { Reply } from '../../bot/conversation/reply';
import type { Press } from '../../bot/conversation/turn';
import { builtInKnowledge, openStage, type Stage } from '../golden/stage';

const AT = new Date('2026-11-23T10:00:00Z');
const WITH = 'Ask them to reply here, with this conversation';

describe('a question for a person', () => {
  let stage: Stage;
  let count = 0;

  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    stage = await openStage('ana-pires');
  });
  afterEach(() => stage.close());

  const say = (text: string): Promise<Reply> =>
    stage.say({ kind: 'text', text }, `m${(count += 1)}`, AT);
  const send = (press: Press): Promise<Reply> =>
    stage.say({ kind: 'press', press }, `m${(count += 1)}`, AT);
  const press = (label: string): Promise<Reply> =>
    stage.say(stage.pressed(label), `m${(count += 1)}`, AT);
  const people = async (text: string) => (await stage.people(`fern-lacey ${text}`, AT)).page;
  /** What Fern sees below the first line, which says who has it. */
  const seen = async () => (await people('read')).slice(1);
  const ask = async (note = 'My pay is wrong') => {
    await say('can I talk to someone');
    await press(WITH);
    return say(note);
  };
  /** Fern has it, and asks. */
  const asked = async () => {
    await ask();
    await people('take');
    await people('answer Which month?');
  };

  it('is one, however often it is pressed', async () => {
    const first = await ask();
    expect(first.text).toContain('TP-000001');

    const again = await send({ kind: 'ask-person', along: false });
    const skipped = await send({ kind: 'skip-note' });

    expect(again.text).toContain('You have asked Fellbridge people services');
    expect(skipped.text).toContain('I can’t find that');
    expect(await seen()).toEqual(['ana-pires: My pay is wrong']);
  });

  it.each(['yes', 'no', 'ok', 'thanks', 'May', 'PS-000001', 'approve'])(
    'is answered by nothing that was not sent: below Fern’s words “%s” is read back',
    async (text) => {
      await asked();

      const reply = await say(text);

      expect(reply.text).toContain(`Is this for Fern?\n\n“${text}”`);
      expect(await seen()).toHaveLength(2);
      await press('Yes, send it to Fern');
      expect((await seen()).at(-1)).toBe(`ana-pires: ${text}`);
      expect((await send({ kind: 'for-person' })).text).toContain('I can’t find that');
      expect(await seen()).toHaveLength(3);
    },
  );

  it.each(['my requests', 'what awaits me', 'who can read what I write', 'can I talk to someone'])(
    'leaves to the assistant what can be said to nobody else: %s',
    async (text) => {
      await asked();

      expect((await say(text)).text).not.toContain('Is this for Fern?');
    },
  );

  it('is asked of once: after an answer of the assistant, the assistant is meant', async () => {
    await asked();
    await say('how much notice do I give');
    await press('No, I am asking you');

    expect(await say('how much leave do I get')).toMatchObject({ outcome: 'answered' });
    expect(await seen()).toHaveLength(2);
  });

  it('leaves a question of the assistant open that Fern came between', async () => {
    await asked();
    await say('book me off 3 to 7 may');
    await press('No, I am asking you');
    await people('answer And the year?');

    const yes = await say('yes');
    expect(yes.text).toContain('Is this for Fern?');
    // Fern's words stood between: it is read back once more before it is sent.
    const back = await press('No, I am asking you');
    expect(back.request).toMatchObject({ stage: 'confirming' });
    const sent = await press('Yes, send it');

    expect(sent.request).toMatchObject({ stage: 'submitted', reference: 'PS-000001' });
  });

  it('is told no story of which it is not plain that nothing happened', async () => {
    await asked();
    await say('reply to Fern');

    const reply = await say('I have been signed off since my manager shouted at me every day');

    expect(await seen()).toHaveLength(2);
    expect(reply.outcome).toBe('signposted');
    expect(reply.text).toContain('I have not passed your words on');
    expect(await stage.stored()).not.toContain('shouted');
  });

  it('joins two lines to no message that people must be met with', async () => {
    await asked();
    await say('my manager');

    const reply = await say('keeps touching me');

    expect(await seen()).toHaveLength(2);
    expect(reply.text).not.toContain('my manager');
  });

  it('is nobody else’s to add to, to end or to open', async () => {
    await asked();
    await stage.become('tom-okafor', AT);

    for (const kind of ['reply-to-person', 'end-person', 'reopen-person'] as const)
      expect((await send({ kind, handover: 'TP-000001' })).text).toContain('I can’t find that');
    expect((await say('tell Fern: it is mine')).text).not.toContain('Sent');
    expect(await stage.stored()).not.toContain('"closed"');
  });

  it('stays with the employer whom it was asked of, when the person moves to another', async () => {
    const changes: Record<string, Partial<Person>> = {};
    await stage.close();
    stage = await openStage('ana-pires', { changes });
    await asked();
    changes['ana-pires'] = { organisation: 'vale' };
    await stage.become('tom-okafor', AT);
    await stage.become('ana-pires', AT);

    expect((await say('tell Fern: it is the May one')).text).not.toContain('Sent');
    for (const kind of ['reply-to-person', 'end-person', 'reopen-person'] as const)
      expect((await send({ kind, handover: 'TP-000001' })).text).toContain('I can’t find that');
    expect((await ask('Where is my badge')).text).toContain('Vale people services');
    expect((await people('read')).join(' ')).not.toContain('badge');
  });

  it('says so where it was closed before the answer', async () => {
    await asked();
    await press('Reply to Fern');
    await people('close');

    expect((await say('May')).text).toContain('TP-000001 is closed, so nothing was sent.');
  });

  it('is not offered where nobody could answer: to a stranger, or in the terminal', async () => {
    const nobody = await openStage('nobody fellbridge');
    const text = { kind: 'text', text: 'can I talk to someone' } as const;

    expect(await nobody.say(text, 'm', AT)).toMatchObject({ outcome: 'handover', buttons: [] });
    await nobody.close();
  });
});
