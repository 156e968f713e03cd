/** Sums that are worked out by rule: examples from the sources, what is asked for, and whom they are not for. */
import { createKnowledge, type Answered, type Question } from '../../knowledge';
import examples from './data/sum-examples.json';
import { built } from '../support/built';
import { aQuestion } from '../support/a-question';

const knowledge = createKnowledge(built);
const signal = new AbortController().signal;

const aFullTimer = (text: string, more: Partial<Question> = {}): Question =>
  aQuestion(text, { on: '2026-11-23', particulars: { weeklyHours: 37.5 }, ...more });

async function answered(text: string, more: Partial<Question> = {}): Promise<Answered> {
  const outcome = await knowledge.answer(aFullTimer(text, more), signal);
  if (!('citations' in outcome)) throw new Error(`"${text}" was ${outcome.kind}.`);
  return outcome;
}

describe('a sum', () => {
  it.each(examples)('answers "$text"', async ({ text, says, clause }) => {
    const outcome = await answered(text);

    for (const said of says) expect(outcome.text).toContain(said);
    expect(outcome.citations[0].clause).toBe(clause);
    expect(outcome.text.split(/\s+/).length).toBeLessThanOrEqual(110);
  });

  it('cites each clause whose figures it used, by the number that stands in the text', async () => {
    const { text, citations } = await answered('redundancy: 14 years, £3,000 a month, how much');

    // What stands folded away beside the sum is cited after it.
    expect(citations.slice(0, 3).map(({ clause }) => clause)).toEqual([
      'redundancy-and-organisational-change.2',
      'redundancy-and-organisational-change.3',
      'redundancy-and-organisational-change.4',
    ]);
    expect([...text.matchAll(/\[(\d)\]/g)].map(([, mark]) => Number(mark))).toEqual([1, 1, 2, 3]);
  });

  it('goes by what is known, and by what is said before that', async () => {
    const particulars = { weeklyHours: 30, serviceYears: 6, serviceStart: '2020-09-01' };

    expect((await answered('how much annual leave do i get', { particulars })).text).toContain(
      '174 hours',
    );
    const said = await answered(
      'how much annual leave do i get after 10 years on 15 hours a week',
      { particulars },
    );
    expect(said.text).toContain('99 hours');
  });

  it('knows the band and the service without being told', async () => {
    const particulars = { weeklyHours: 30, serviceYears: 8, band: 3 };
    const sunday = await answered('what extra do i get for working tonight its sunday', {
      particulars,
    });
    const signedOff = await answered('docs signed me off 3 weeks, what will i get paid', {
      particulars,
    });

    expect(sunday.text).toMatch(/69% more/);
    expect(sunday.text).not.toMatch(/83%|60%/);
    expect(signedOff.text).toContain('**6 months** on full pay');
  });

  it('counts nothing that is known of a manager for the people they manage', async () => {
    const particulars = { weeklyHours: 37.5, serviceYears: 12 };
    const known = await answered(
      'one of my nurses works 22.5 hours and has 6 years service, how much annual leave does she get',
      { particulars },
    );
    const unknown = await answered('how much annual leave does one of my nurses get', {
      particulars,
    });

    expect(known.text).toContain('They get **130.5 hours**');
    expect(unknown.text).toContain('After 5 years');
  });

  it('does not take somebody for full time who says that they are part time', async () => {
    const { text } = await answered('part time, been here 6 years, how much annual leave do i get');

    expect(text).toMatch(/how many hours a week is your contract\?$/);
  });
});

describe('a sum that lacks a fact', () => {
  it('leaves the rules beside it, where nothing could be worked out', async () => {
    const { related, citations } = await answered('redundancy pay how is it worked out nhs');
    const told = [citations[0].clause, ...citations.slice(1).map(({ clause }) => clause)];

    expect(told).toContain('redundancy-and-organisational-change.2');
    expect(related.length).toBeGreaterThan(0);
  });

  it.each([
    ['when is the earliest i can start mat leave', /what is the exact due date\?$/],
    ['how much redundancy pay would i get', /how many years of NHS service do you have\?$/],
    [
      "how much redundancy would i get i've been here 17 years",
      /\*\*17 months of pay\*\*[\s\S]*basic monthly pay before tax\?$/,
    ],
    [
      'i earn £17.40 an hr and did a 12 hr saturday, what does it come to',
      /£271\.44[\s\S]*£281\.88[\s\S]*£294\.41[\s\S]*which band are you on\?$/,
    ],
    [
      'how many bank holiday hours am i due, part time 24 hours a week, joining part way through the year',
      /\*\*38\.4 hours\*\*[\s\S]*what is your start date\?$/,
    ],
  ])('tells the rule and asks for one thing: %s', async (text, asks) => {
    const outcome = await answered(text);

    // Where nothing was said of oneself, the rule is the whole answer.
    expect(outcome.kind).toBe(/\d/.test(text) ? 'partly-answered' : 'answered');
    expect(outcome.text).toMatch(asks);
    expect(outcome.text.match(/\?/g)).toHaveLength(1);
  });

  it.each([
    ['when is the earliest i can start mat leave', '15 march', 'Sunday 27 December 2026'],
    ['how much annual leave do i get', 'just 6 years', '29 days'],
    ['how much sick pay do i get', '8 months', '**1 month** on full pay'],
    ['how much redundancy pay would i get after 10 years', 'about £30k', '£25,000'],
    ['band 2, 10 hours of a saturday, how much extra', '12.60', '£177.66'],
    [
      'how many bank holiday hours on 24 hours, im starting part way thru the year',
      '1 sept',
      '**22.4 hours**',
    ],
  ])('is completed by a short answer: %s … %s', async (first, then, says) => {
    const asked = await answered(first);
    const before = {
      text: asked.readAs ?? first,
      policy: asked.topics[0] ?? null,
      clause: asked.citations[0].clause,
    };

    expect((await answered(then, { before })).text).toContain(says);
  });

  it('is asked for a second fact without forgetting the first', async () => {
    const first = 'how much redundancy pay would i get';
    const clause = 'redundancy-and-organisational-change.2';
    const policy = 'redundancy-and-organisational-change';
    const second = await answered('12 years', { before: { text: first, policy, clause } });
    const third = await answered('£2,500', {
      before: { text: second.readAs ?? '', policy, clause },
    });

    expect(second.text).toContain('12 months of pay');
    expect(third.text).toContain('£30,000');
  });

  it('takes no length of time for a sum of money', async () => {
    const { text } = await answered(
      'how many weeks of full pay on mat leave, it was paid 6 months',
    );

    expect(text).not.toContain('£');
  });

  it('asks nothing where yes or no was the question', async () => {
    const { text } = await answered('does leave go up after 10 years service', { particulars: {} });

    expect(text).toMatch(/^\*\*Yes\.\*\*/);
    expect(text).not.toMatch(/\?$/);
  });
});

describe('what a sum is not asked for', () => {
  it('is what a story tells by the way', async () => {
    const { text } = await answered(
      'Our clinic closes in March. I have 14 years in the NHS. They say that there is a job at the other site, which is an hour further each way, and I have two kids at school. If I say no to that job, do I lose my redundancy money?',
    );

    expect(text).not.toContain('14 months of pay');
  });

  it('is service that is only thought to be needed', async () => {
    const { text } = await answered(
      'you have to work here a year before you get any maternity pay so do i get none, started in may',
    );

    expect(text).not.toContain('You have the 12 months');
  });

  it('is one rate, where two were asked for', async () => {
    const { text } = await answered(
      'im band 2 what do i get for a saturday, and for a bank holiday',
    );

    expect(text).toContain('41%');
    expect(text).toContain('83%');
  });
});

describe('a sum that goes on', () => {
  it('never takes hours a week for years of service', async () => {
    const before = {
      text: 'how much annual leave do staff get',
      policy: 'annual-leave-and-bank-holidays',
      clause: 'annual-leave-and-bank-holidays.1',
    };
    const { text } = await answered('and if i only do 22.5 hours', { before });

    expect(text).not.toContain('10 or more years');
  });

  it('reads a band that is said of several people', async () => {
    expect((await answered('what extra do band 3s get for sundays')).text).toContain('69%');
  });

  it('is worked out for the year after', async () => {
    const before = {
      text: 'how long is full sick pay in your first year',
      policy: 'sickness-absence-and-sick-pay',
      clause: 'sickness-absence-and-sick-pay.1',
    };
    const { text } = await answered('and the year after', { before });

    expect(text).toContain('**2 months** on full pay');
  });
});

describe('who a sum is for', () => {
  it.each([
    [
      'what enhancement does a band 5 get for nights, for sundays and for bank holidays',
      /30%[^]*60%/,
    ],
    [
      '1 year in the nhs, 22.5 hours a week, leaving bank holidays aside how many hours of holiday',
      /121\.5 hours/,
    ],
  ])('leaves no part of it out: %s', async (text, says) => {
    expect((await answered(text)).text).toMatch(says);
  });

  it('is not that of the one who gives birth, for the other parent', async () => {
    const { citations } = await answered(
      'my gf is due 20 jan 2027, 3 yrs here, how long do dads get on full pay',
    );

    expect(citations[0].policy).toBe('paternity-and-maternity-support-leave');
  });

  it('is not told in place of the rule that a long message asks for', async () => {
    const { citations } = await answered(
      'been called for jury service in march and im on nights that whole fortnight, band 5, do i get paid by the trust or do i have to claim it from the court',
    );

    expect(citations[0].policy).toBe('special-leave');
  });

  it('gives staff on local contracts the law’s own, not the national days', async () => {
    const staffGroup = 'local-contract';
    const leave = await answered('how many days holiday do we get, i work 3 days a week', {
      staffGroup,
    });
    const redundancy = await answered(
      'how much redundancy, aged 45, 12 years service, weekly pay £610',
      { staffGroup },
    );

    expect(leave.text).toContain('16.8 days');
    expect(redundancy.text).toContain('£8,540');
  });

  it.each(['medical-and-dental', 'bank', 'very-senior-manager', 'local-contract'] as const)(
    'never counts Agenda for Change leave or sick pay for %s',
    async (staffGroup) => {
      for (const text of [
        'how much annual leave do i get after 6 years, full time',
        'how much full pay do i get when off sick with 6 years service',
        'redundancy after 6 years on £3,000 a month, how much do i get',
      ]) {
        const outcome = await knowledge.answer(aFullTimer(text, { staffGroup }), signal);
        const said = 'text' in outcome ? outcome.text : '';
        expect(said).not.toMatch(/29 days|217\.5|6 months\*\* on full pay|£18,000/);
      }
    },
  );

  it('counts no dates from a birth for somebody who speaks of a loss', async () => {
    const outcome = await knowledge.answer(
      aFullTimer('my baby died, i was due 14 august, when can my mat leave start'),
      signal,
    );

    expect('text' in outcome ? outcome.text : '').not.toMatch(/2027|\?$/);
  });
});
