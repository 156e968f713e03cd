/** Short messages in a row, played through the real conversation and the built-in policies. */
import type { Reply } from '../../bot/conversation/reply';
import { openStage } from '../golden/stage';

const NOON = Date.UTC(2026, 10, 24, 12);

/** @returns the reply to each message, in order */
async function talk(...messages: readonly string[]): Promise<Reply[]> {
  const stage = await openStage('nobody');
  const replies: Reply[] = [];
  for (const [index, text] of messages.entries())
    replies.push(
      await stage.say({ kind: 'text', text }, String(index), new Date(NOON + index * 60_000)),
    );
  await stage.close();
  return replies;
}

const last = async (...messages: readonly string[]): Promise<Reply> => {
  const reply = (await talk(...messages)).at(-1);
  if (reply === undefined) throw new Error('Nothing was said.');
  return reply;
};

const cited = ({ citations }: Reply): string | undefined => citations[0]?.clause;

describe('short messages in a row', () => {
  // Reading all policies takes seconds on a slow machine; it is not timed as a test.
  beforeAll(() => talk('how much leave do i get'), 60_000);

  it('keep their subject to the third', async () => {
    const reply = await last(
      'Can I use KIT days?',
      'how many is that in all',
      'do they have to say yes to them',
    );

    expect(cited(reply)).toBe('maternity-leave-and-pay.27');
  });

  it('do not get the clause that was just read over and over', async () => {
    const read = (
      await talk(
        'how do i put a grievance in about my manager',
        'can someone come with me to the meeting',
        'how long have they got to sort it',
      )
    ).map((reply) => cited(reply));

    expect(new Set(read).size).toBe(3);
    for (const clause of read) expect(clause).toMatch(/^grievance-and-early-resolution\./);
  });

  it.each(['whats the pay situation', 'what’s the deal with pay'])(
    'are about what they name, whatever the manner of asking: %s',
    async (text) => {
      const reply = await last('do i have to tell my manager about a jury summons', text);

      expect(reply.outcome).toBe('answered');
      // By law, and at NHS employers: both are of pay on a jury.
      expect(['special-leave.8', 'special-leave.9']).toContain(cited(reply));
    },
  );

  it('move on when they name something else', async () => {
    const reply = await last('how much study leave do i get', 'do i get nhs sick pay');

    expect(reply.citations[0]?.policy).toBe('sickness-absence-and-sick-pay');
  });

  it('are not answered where no policy speaks of them, and the subject stays', async () => {
    const [, strange, back] = await talk('Can I use KIT days?', 'who won the football', 'how many');

    expect(strange).toMatchObject({ outcome: 'not-covered', citations: [] });
    expect(back && cited(back)).toBe('maternity-leave-and-pay.27');
  });
});

describe('a sum that goes on', () => {
  it.each([
    [["what's sick pay after 4 years service", 'and after 5?'], '**6 months** on full pay'],
    [['sunday enhancement band 2', 'what about saturday'], '**41% more**'],
    [['sunday enhancement band 2', 'what about saturday', 'and band 5?'], '**30% more**'],
    [['how much annual leave after 10 years', 'if i do 30 hours'], '**198 hours**'],
  ])('%j', async (messages, figure) => {
    expect((await last(...messages)).text).toContain(figure);
  });

  it('does not take a number of something else for the one before', async () => {
    const reply = await last("what's sick pay after 4 years service", 'and 5 kids?');

    expect(reply.text).not.toContain('6 months');
  });
});

describe('what asks nothing', () => {
  const QUESTION = 'how much paternity leave do i get';

  it.each(['ok', 'right', 'no', 'hmm', 'really?', 'fair enough', 'oh right ok', 'ok thanks bye'])(
    'is not answered with a clause: %s',
    async (text) => {
      expect(await last(QUESTION, text)).toMatchObject({ outcome: 'small-talk', citations: [] });
    },
  );

  it.each(["that's not what i asked", 'no, thats not my question', 'you didnt answer my question'])(
    'is asked back, with whom to ask: %s',
    async (text) => {
      const reply = await last(QUESTION, text);

      expect(reply).toMatchObject({ outcome: 'clarify', citations: [] });
      expect(reply.text).toContain('people team');
    },
  );

  it('leaves the subject as it was', async () => {
    const reply = await last('Can I use KIT days?', 'ok', 'thanks', 'how many');

    expect(cited(reply)).toBe('maternity-leave-and-pay.27');
  });
});

describe('a correction', () => {
  it('drops the clause that was read', async () => {
    const [first, second] = await talk('how much parental leave can i have', 'no i meant unpaid');

    expect(second?.citations[0]?.policy).toBe('parental-leave-unpaid');
    expect(second && cited(second)).not.toBe(first && cited(first));
  });

  it('may be of another policy', async () => {
    const reply = await last(
      'how much parental leave can i have',
      'sorry i mean shared parental leave',
    );

    expect(reply.citations[0]?.policy).toBe('shared-parental-leave');
  });
});
