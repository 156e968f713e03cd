/** What people state on the way to a question: a wrong figure is put right, a right one is left alone. */
import { createKnowledge } from '../../knowledge';
import { verdictOn } from '../../knowledge/premise/correct';
import { statementsIn } from '../../knowledge/premise/stated';
import { areOpposite, turnedIn } from '../../knowledge/premise/turns';
import { built } from '../support/built';
import premises from './data/premises.json';
import { aQuestion } from '../support/a-question';

const knowledge = createKnowledge(built);
const signal = new AbortController().signal;

async function told(text: string): Promise<string> {
  const outcome = await knowledge.answer(
    aQuestion(text, { on: '2026-11-23', particulars: { weeklyHours: 37.5 } }),
    signal,
  );
  return 'text' in outcome ? outcome.text : '';
}

/** By the figure alone, or in the clause's own words where its writer foresaw the mistake. */
function isPutRight(answer: string, says: string): boolean {
  const figure = /\*\*([^*]+)\*\*/.exec(says)?.[1] ?? says;
  const [opening = ''] = answer.split('[1]');
  return answer.startsWith(says) || (FORESEEN.test(answer) && opening.includes(figure));
}

const FORESEEN = /^That is not so: /m;
const CORRECTION = /^It is .*(?:, not |with no wait)/m;

describe('a wrong premise', () => {
  it.each(premises.wrong)('is never agreed with: "$text"', async ({ text }) => {
    expect(await told(text)).not.toContain('**Yes.**');
  });

  // Which clause governs a statement is found by what the build learned, and moves a little with it.
  it('is put right first, nine times in ten', async () => {
    const answers = await Promise.all(premises.wrong.map(({ text }) => told(text)));
    const missed = premises.wrong.filter(
      ({ says }, index) => !isPutRight(answers[index] ?? '', says),
    );

    expect(missed.length).toBeLessThanOrEqual(Math.ceil(premises.wrong.length / 10));
  });

  it('is shown with the rule that speaks of it where no figure is at stake', async () => {
    const said = await told(
      'I was told neonatal leave comes out of maternity leave, so do I stop my mat leave first?',
    );

    expect(said).toMatch(/^That is not so: .*neonatal care leave comes on top/);
    expect(said).not.toContain('**Yes.**');
  });
});

describe('a right premise', () => {
  it.each(premises.right)('is never contradicted: "%s"', async (text) => {
    const said = await told(text);

    expect(said).not.toMatch(CORRECTION);
    expect(said).not.toMatch(FORESEEN);
  });
});

describe('a mistake that the writers foresaw', () => {
  it.each(premises.foreseen)('"$text" is put right in the first words', async ({ text, says }) => {
    expect(await told(text)).toMatch(new RegExp(`^That is not so: .*${says}`));
  });

  it('is put right where what was found is of another policy', async () => {
    const said = await told('the trust has 60 days to give me my records, so thats february?');

    expect(said).toMatch(/^That is not so: they should reply .* within (?:\*\*)?1 month/);
  });

  it('is not said twice where its own words lead to a list', async () => {
    const said = await told(
      'i have to tell my manager before i can go to the guardian, so how do i word it',
    );

    expect(said).toMatch(
      /^That is not so: you can choose any of these: \[\d\]\n\n- your line manager/m,
    );
  });

  it.each(premises.otherWayRound)('"%s" is not one of them', async (text) => {
    expect(await told(text)).not.toMatch(FORESEEN);
  });
});

describe('which way round', () => {
  it.each([
    ['carers leave is paid', 'carers leave is unpaid'],
    ['you must sign it', 'you do not have to sign it'],
    ['i lose my leave', "i don't lose my leave"],
    ['the guardian tells my manager', 'the guardian keeps it confidential'],
    ["you can't be made to opt out", 'they can make you opt out'],
  ])('"%s" is the opposite of "%s"', (one, other) => {
    expect(areOpposite(turnedIn(one), turnedIn(other))).toBe(true);
  });

  it.each([
    ['carers leave is unpaid', 'you are not paid for carers leave'],
    ['it is optional', 'you do not have to do it'],
    ['you keep it', "you don't lose it"],
  ])('"%s" is the same as "%s"', (one, other) => {
    expect(areOpposite(turnedIn(one), turnedIn(other))).toBe(false);
  });
});

describe('what is stated', () => {
  it.each([
    ['as i get 35 days, how do i book', ['i get 35 days']],
    ['i know it is 26 weeks so when can i ask', ['it is 26 weeks']],
    ["ssp is £95 a week, isn't it?", ['ssp is £95 a week']],
    ["the trial is 12 weeks isn't it, im in week 3", ['the trial is 12 weeks']],
    ['how much leave do i get', []],
    ['can i carry over 5 days', []],
    ['my leave year is from april', []],
  ])('in "%s"', (text, stated) => {
    expect(statementsIn(text).map((one) => one.text)).toEqual(stated);
  });
});

describe('a mistake that a writer foresaw', () => {
  it('is not met where its subject is named and nothing is stated of it', async () => {
    const answer = await told(
      'a concern was raised about me and they keep saying it is an mhps matter, who decides if i am investigated',
    );

    expect(answer).not.toMatch(FORESEEN);
    expect(answer).not.toBe('');
  });
});

describe('a figure held against a rule', () => {
  const heading = 'Rest between shifts';
  const text = 'You should get at least **11 hours** of rest between shifts. [1]';

  it.each([
    ['the rest between shifts is 8 hours', 'wrong'],
    ['the rest between shifts is eleven hours', 'right'],
    ['i worked 8 hours before my rest', undefined],
    ['the rest between shifts is 8 weeks', undefined],
  ])('"%s" is %s', (statement, kind) => {
    expect(verdictOn(statement, { heading, text })?.kind).toBe(kind);
  });

  it('is not known where two figures fit as well', () => {
    const two = '- Days: **20 hours** of rest.\n- Nights: **30 hours** of rest. [1]';

    expect(verdictOn('the rest is 8 hours', { heading, text: two })).toBeUndefined();
  });
});
