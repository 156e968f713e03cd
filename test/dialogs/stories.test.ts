import {
  advance,
  dialogs,
  findService,
  recognise,
  start,
  type AskStep,
  type Step,
} from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import { NOW, talk } from './talk';

const asker = anAsker({ today: '2027-02-01' }); // a Monday
const ids = { draft: 'draft-1', nonce: 'nonce-0', person: 'person-1', now: NOW };

function tell(service: string, ...lines: readonly string[]): Step {
  const [first = '', ...later] = lines;
  return later.reduce<Step>(
    (step, line) => advance(step.draft, line, asker, { nonce: 'nonce-1', now: NOW }),
    start(findService(service)!, first, asker, ids),
  );
}
const told = (service: string, ...lines: readonly string[]) => tell(service, ...lines).draft.fields;

describe('days in a story', () => {
  it.each([
    ['baby due 7 june and i want to go off from 10 may', '2027-06-07', '2027-05-10'],
    ['mat leave from 10 may please, due date 7 june', '2027-06-07', '2027-05-10'],
    ['leave to start 24 may to 23 may 2028, baby due 20 june', '2027-06-20', '2027-05-24'],
  ])('tells the due date from the first day: %s', (text, dueDate, firstDay) => {
    expect(told('maternity-leave', text)).toEqual({ dueDate, firstDay });
  });

  it('counts neither day from the other', () => {
    const told = 'baby due 10 january, and i want to start my leave on 20 december';
    const step = start(findService('maternity-leave')!, told, anAsker(), ids); // in November

    expect(step.draft.fields).toEqual({ dueDate: '2027-01-10', firstDay: '2026-12-20' });
  });

  it('takes two days from the answer to one question', () => {
    expect(told('maternity-leave', 'mat leave please', '7 june, starting on 10 may')).toEqual({
      dueDate: '2027-06-07',
      firstDay: '2027-05-10',
    });
  });

  it('leaves out a day of something else', () => {
    expect(told('maternity-leave', 'midwife saw me today, due 9/8. want my maternity')).toEqual({
      dueDate: '2027-08-09',
    });
    expect(told('pregnancy-or-baby-loss-leave', 'we lost our baby on friday')).toEqual({});
    expect(
      told('pregnancy-or-baby-loss-leave', 'miscarried on friday, need to be off until the 12th'),
    ).toEqual({ lastDay: '2027-02-12' });
  });

  it.each([
    ['did my back on saturday so cant work today', '2027-02-01', undefined],
    ['signed off from last thurs, the note runs until 14 feb', '2027-01-28', '2027-02-14'],
    ['off since last tuesday, back on thursday', '2027-01-26', '2027-02-03'],
    ['off sick since friday', '2027-01-29', undefined],
    ['off sick since the 28th', '2027-01-28', undefined],
    ['wont be in on thursday, having an operation', '2027-02-04', undefined],
    ['wont be in today or tomorrow', '2027-02-01', '2027-02-02'],
    ['off sick from 25 jan to 15 feb', '2027-01-25', '2027-02-15'],
  ])('finds when somebody is off sick: %s', (text, firstDay, lastDay) => {
    expect(told('report-sickness', text)).toMatchObject({
      firstDay,
      ...(lastDay !== undefined && { lastDay }),
    });
  });

  it('ends leave the day before work begins again', () => {
    expect(told('book-annual-leave', 'off from 3 may, back at work on 10 may')).toMatchObject({
      firstDay: '2027-05-03',
      lastDay: '2027-05-09',
    });
  });

  it('puts right the first day where only that was read back', () => {
    expect(told('report-sickness', 'off sick from today', 'actually tomorrow')).toEqual({
      firstDay: '2027-02-02',
    });
    expect(told('report-sickness', 'off sick from today', 'until friday')).toEqual({
      firstDay: '2027-02-01',
      lastDay: '2027-02-05',
    });
  });
});

describe('words in a story', () => {
  it.each([
    ['been up all night with d&v, wont be in', 'd&v'],
    ['off sick since saturday with a chest infection', 'chest infection'],
    ['poorly, wont be in', undefined],
  ])('keeps a reason that is told, and needs none: %s', (text, reason) => {
    const { fields } = tell('report-sickness', text).draft;

    if (reason === undefined) expect(fields).not.toHaveProperty('reason');
    else expect(fields).toMatchObject({ reason: expect.stringContaining(reason) as string });
  });

  it('keeps the message about pay, unless it only says that there is one', () => {
    expect(told('pay-query', 'pay query please, something is wrong')).toEqual({});
    expect(told('pay-query', 'i never got paid for my bank shift in december')).toEqual({
      problem: 'missing',
      detail: 'i never got paid for my bank shift in december',
      payMonth: '2026-12',
    });
  });

  it('takes a wish put as a question for the wish, and a question after a wish for a question', () => {
    const wish = tell(
      'pregnancy-or-baby-loss-leave',
      'We lost our baby. Could I take the leave there is for that?',
    );
    const after = tell('book-annual-leave', 'book me off friday. can i carry over the rest?');

    expect(wish.rest).toBeUndefined();
    expect(after.rest).toBe('can i carry over the rest?');
  });
});

describe('a kind beginning', () => {
  it('says what is kind and what cannot wait once, above the first question', () => {
    const first = tell('report-sickness', 'calling in sick');
    const second = tell('report-sickness', 'calling in sick', '31 june');

    expect(dialogs.question(first as AskStep)).toMatch(
      /^\*\*This does not tell your ward or team\./,
    );
    expect(dialogs.question(second as AskStep)).not.toContain('does not tell');
    expect(tell('report-sickness', 'sick today')).toMatchObject({
      kind: 'confirm',
      first: expect.stringContaining('ring the person in charge') as string,
    });
    expect(tell('pregnancy-or-baby-loss-leave', 'baby loss leave please').first).toBe(
      'I am so sorry for your loss. Take all the time you need.',
    );
    expect(tell('book-annual-leave', 'book leave')).not.toHaveProperty('first');
  });

  it.each(['i dont know', 'not sure yet sorry', 'no idea'])('is patient with "%s"', (line) => {
    const step = tell('pregnancy-or-baby-loss-leave', 'baby loss leave please', line);

    expect(step).toMatchObject({ kind: 'ask', problem: { kind: 'unsure' }, draft: { misses: 1 } });
    expect(dialogs.question(step as AskStep)).toMatch(/^That is all right\./);
  });

  it('takes "not sure" for a choice that has those words', () => {
    expect(told('pay-query', 'pay query', 'not sure')).toEqual({ problem: 'other' });
  });
});

describe('a wish among other sentences', () => {
  it.each([
    [
      'I was refused in 2023 because of staffing. I’d like to ask again for flexible working, 8 till 4.',
      'flexible-working-request',
    ],
    [
      'My husband has finished work. I would like to take my pension and stay on two days a week please.',
      'partial-retirement',
    ],
    [
      'They wont let me start without one. Please can you issue my staff passport for the General.',
      'staff-passport',
    ],
  ])('is heard, whatever its story is: %s', (text, service) => {
    expect(recognise(text, anAsker())).toMatchObject({ certain: true, service: { id: service } });
  });

  it.each([
    'Please book me off 3 to 7 may. Sorry, no, dont book it.',
    'I had started the adoption leave form for a little boy. It is not going ahead. So please dont do anything with it.',
    'Priya had a miscarriage. Please start the baby loss leave from monday.',
  ])('begins nothing where it is taken back, or is somebody else’s: %s', (text) => {
    expect(recognise(text, anAsker())?.certain ?? false).toBe(false);
  });
});

describe('what is somebody else’s', () => {
  it.each([
    'Tom is off sick today',
    'Zofia has been off sick since monday',
    'half the ward is off sick today',
    'my colleague wants to book leave 3 to 7 may',
    'Priya had a miscarriage and needs time off from tomorrow',
    'my daughter had a miscarriage and i need time off to look after her',
    'our cat died, i need tomorrow off',
    'weight loss surgery on friday, i need time off',
  ])('starts nothing in the name of who speaks: %s', (text) => {
    expect(recognise(text, anAsker())?.certain ?? false).toBe(false);
  });

  it.each([
    ['my wife had a miscarriage and i want the leave from monday', 'pregnancy-or-baby-loss-leave'],
    ['my mum is visiting so can i book off 4 to 20 may', 'book-annual-leave'],
    ['lost my mum on sunday, need some time off', 'bereavement-leave'],
    [
      'next of kin is still my ex husband, take him off and put my sister Ruth in',
      'personal-details',
    ],
  ])('is one’s own where they ask for themselves: %s', (text, service) => {
    expect(recognise(text, anAsker())).toMatchObject({ certain: true, service: { id: service } });
  });
});

describe('at the read-back', () => {
  const readBack = ['book me off 3 to 7 may'];

  it.each([
    'ok let me check with my husband first',
    'give me a second',
    'my rota comes out friday',
    'ive also been off sick since saturday',
  ])('moves no day by an aside: %s', (text) => {
    const { fields } = tell('book-annual-leave', ...readBack, text).draft;

    expect(fields).toMatchObject({ firstDay: '2027-05-03', lastDay: '2027-05-07' });
  });

  it('takes a correction', () => {
    const { fields } = tell('book-annual-leave', ...readBack, 'no, make it to the 10th').draft;

    expect(fields).toMatchObject({ firstDay: '2027-05-03', lastDay: '2027-05-10' });
  });

  it.each(['leave out the reason', 'i dont want to say why', 'take the reason out', 'no reason'])(
    'takes back what need not be told: %s',
    (text) => {
      const { fields } = tell('report-sickness', 'off sick today with depression', text).draft;

      expect(fields).toEqual({ firstDay: expect.any(String) });
    },
  );

  it('knows that weeks of a pregnancy are no length of leave', () => {
    const text = 'i had a miscarriage at 9 weeks, id like the leave from tomorrow until friday';
    const { fields } = tell('pregnancy-or-baby-loss-leave', text).draft;

    expect(fields.lastDay).toBe('2027-02-05');
  });
});

describe('what is far from its neighbour', () => {
  it('asks again for leave that would start months before the baby is due', () => {
    const step = talk(anAsker(), 'paternity leave please, baby due 10 july, a week', '12 february');

    expect(step).toMatchObject({ kind: 'ask', problem: { kind: 'too-far' } });
  });
});

describe('a yes', () => {
  it('is not heard in what is said of somebody else', () => {
    const step = talk(
      aManager(),
      'refer tom to occupational health because of his back',
      'not yet',
      'he has agreed now',
    );

    expect(step).toMatchObject({ kind: 'confirm', draft: { fields: { agreed: 'yes' } } });
  });
});
