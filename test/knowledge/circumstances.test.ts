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

describe('a rule for parents of a newborn in care', () => {
  it('is nothing for somebody whose mother is in intensive care', async () => {
    expect(await firstClauseFor('mum in intensive care, can i have time off')).toMatch(
      /^(?:carers-leave|special-leave)/,
    );
  });

  it('is there for the parents', async () => {
    expect(await firstClauseFor('our baby is in intensive care, how much leave is there')).toMatch(
      /^neonatal-care-leave\./,
    );
  });
});

describe('a rule for staff of the bank', () => {
  const OF_THE_BANK = 'sickness-absence-and-sick-pay.31';

  it('answers whoever asks of them', async () => {
    expect(await firstClauseFor('can bank staff get sick pay')).toBe(OF_THE_BANK);
    expect(await firstClauseFor('do bank hcas get sick pay when they are off')).toBe(OF_THE_BANK);
  });

  it('is not told to somebody with a post who also works there', async () => {
    const text = 'i do bank as well as my ward job, how long is my sick pay';
    expect(await firstClauseFor(text)).not.toBe(OF_THE_BANK);
  });
});

describe('a rule for one band', () => {
  it('is not the answer for another', async () => {
    expect(await firstClauseFor('what are the rules on notice, band 5')).toBe(
      'notice-periods-and-leaving.1',
    );
    expect(await firstClauseFor('what does a band 6 earn')).toBe('pay-bands-and-pay-progression.6');
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
