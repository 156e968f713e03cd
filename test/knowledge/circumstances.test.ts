/** A rule for those in some circumstances is told to whoever speaks of them, or is in them by contract. */
import { createKnowledge } from '../../knowledge';
import { circumstancesIn } from '../../knowledge/policies/circumstances';
import { aQuestion } from '../support/a-question';
import { built } from '../support/built';

const knowledge = createKnowledge(built);
const signal = new AbortController().signal;

async function firstClauseFor(
  text: string,
  about?: Parameters<typeof aQuestion>[1],
): Promise<string | undefined> {
  const outcome = await knowledge.answer(aQuestion(text, about), signal);
  return 'citations' in outcome ? outcome.citations[0].clause : undefined;
}

const ON_A_VISA = 'conflicts-of-interest-and-secondary-employment.19';

describe('a rule for those on a visa', () => {
  it('is not the answer for somebody who says nothing of one', async () => {
    expect(await firstClauseFor('can i work a second job at a care home on weekends')).toBe(
      'conflicts-of-interest-and-secondary-employment.15',
    );
  });

  it('is the answer for somebody who is on one', async () => {
    const text = 'im on a visa, can i work a second job at a care home on weekends';
    expect(await firstClauseFor(text)).toBe(ON_A_VISA);
  });

  it('is the answer where the message before told of one', async () => {
    const before = { text: 'i am a sponsored nurse', policy: null, clause: null };
    const text = 'can i work a second job at a care home on weekends';
    expect(await firstClauseFor(text, { before })).toBe(ON_A_VISA);
  });
});

describe('a policy about trouble at home', () => {
  it('is nothing for somebody who speaks of none', async () => {
    const outcome = await knowledge.answer(
      aQuestion('can my ward sister ring me on my day off to come in and do i have to'),
      signal,
    );
    expect(outcome.kind).toBe('not-covered');
  });

  it('is there for whoever says it sideways', async () => {
    expect(await firstClauseFor('left with the kids last night, due on shift at 7')).toBe(
      'domestic-abuse-support.21',
    );
    expect(await firstClauseFor('can switchboard tell my partner which ward im on')).toMatch(
      /^domestic-abuse-support\./,
    );
  });
});

describe('circumstances', () => {
  it.each([
    ['I am sponsered by the trust', 'visa'],
    ['my contract runs out in june', 'fixed-term'],
    ['bank shifts', 'bank'],
    ['we are having twins', 'twins'],
    ['i do 22.5 hours', 'part-time'],
  ])('"%s" tells of: %s', (text, name) => {
    expect([...circumstancesIn(text, 'agenda-for-change')]).toContain(name);
  });

  it('are not read out of a bank holiday', () => {
    expect(circumstancesIn('do i work the bank holiday', 'agenda-for-change')).toEqual(new Set());
  });

  it('may follow from the contract alone', () => {
    expect([...circumstancesIn('how much leave do i get', 'bank')]).toContain('bank');
  });
});
