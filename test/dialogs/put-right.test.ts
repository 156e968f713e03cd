import { aManager, anAsker } from './an-asker';
import { fieldsAfter, talk } from './talk';

describe('putting right what stands in the request', () => {
  const span = 'book me off 3 to 7 may';
  const claim = 'i want to claim £43.60 for parking on monday';

  it.each([
    ['not the 3rd, the 4th', { firstDay: '2027-05-04', lastDay: '2027-05-07' }],
    ['the 8th not the 7th', { firstDay: '2027-05-03', lastDay: '2027-05-08' }],
    ['sorry not the 7th but the 6th', { firstDay: '2027-05-03', lastDay: '2027-05-06' }],
    ['the 4th instead of the 3rd', { firstDay: '2027-05-04', lastDay: '2027-05-07' }],
  ])('changes the day that "%s" calls wrong, and not the other', (said, days) => {
    expect(fieldsAfter(anAsker(), span, said)).toEqual(days);
  });

  it('moves a single day that is called wrong', () => {
    expect(fieldsAfter(anAsker(), 'book 14 december off', 'not the 14th, the 15th')).toEqual({
      firstDay: '2026-12-15',
      lastDay: '2026-12-15',
    });
  });

  it('takes the person who is meant, and asks for their agreement', () => {
    const step = talk(aManager(), 'drop ana to 22.5 hours from 1 march', 'yes', 'tom not ana');

    expect(step).toMatchObject({
      kind: 'ask',
      field: { name: 'agreedInWriting' },
      draft: { fields: { person: 'Tom Okafor' } },
    });
  });

  it.each([
    ['amount is 46.30 sorry', 46.3],
    ['46.30', 46.3],
    ['£46.30 not £43.60', 46.3],
    ['not £43.60, £46.30', 46.3],
    ['the amount should be £46', 46],
  ])('takes the amount of "%s" at the read-back', (said, amount) => {
    expect(fieldsAfter(anAsker(), claim, said)).toMatchObject({ amount });
  });

  it('takes another addressee after a no', () => {
    const letter = ['i need a letter for my mortgage', 'the halifax'] as const;
    const [first, ...lines] = letter;

    expect(fieldsAfter(anAsker(), first, ...lines, 'no nationwide')).toMatchObject({
      recipient: 'nationwide',
    });
    expect(fieldsAfter(anAsker(), first, ...lines, 'barclays not halifax')).toMatchObject({
      recipient: 'barclays',
    });
    expect(fieldsAfter(anAsker(), first, ...lines, 'i need it by friday')).toMatchObject({
      neededBy: '2026-11-13',
    });
  });

  it('takes what is told after it asked what to change', () => {
    const lines = ['the halifax', 'no', 'they need it by 20 november please'];

    expect(fieldsAfter(anAsker(), 'i need a letter for my mortgage', ...lines)).toMatchObject({
      neededBy: '2026-11-20',
    });
  });

  it('takes a half day back where the whole day is meant', () => {
    const half = 'can i have carers leave friday pm';

    expect(fieldsAfter(anAsker(), half)).toMatchObject({ halfDay: 'afternoon' });
    expect(fieldsAfter(anAsker(), half, 'actually the whole day')).not.toHaveProperty('halfDay');
  });
});

describe('an answer with a few words more', () => {
  const first = 'drop ana to 22.5 hours from 1 march';

  it.each([
    ['yes she emailed', 'yes'],
    ['she said yes in an email', 'yes'],
    ['no she hasnt got back to me', 'no'],
    ['not yet, i will see her monday', 'no'],
  ])('takes "%s"', (said, agreedInWriting) => {
    expect(fieldsAfter(aManager(), first, said)).toMatchObject({ agreedInWriting });
  });

  it.each(['yes but only verbally', 'she might say yes if we ask'])(
    'hears no yes in "%s"',
    (said) => {
      expect(fieldsAfter(aManager(), first, said)).not.toMatchObject({ agreedInWriting: 'yes' });
    },
  );

  it('counts what is not known as a miss, so that the third time a person is offered', () => {
    const step = talk(anAsker(), 'book leave', 'dunno', 'asap', 'not sure yet');

    expect(step).toMatchObject({ kind: 'ask', problem: { kind: 'unsure' }, draft: { misses: 3 } });
  });
});

describe('one day more, and days that tell a pattern', () => {
  const span = 'book me off 3 to 7 may';

  it.each([
    ['the 8th too', '2027-05-08'],
    ['i need the 10th as well', '2027-05-10'],
    ['and the 8th', '2027-05-08'],
  ])('makes the span longer after "%s"', (said, lastDay) => {
    expect(fieldsAfter(anAsker(), span, said)).toEqual({ firstDay: '2027-05-03', lastDay });
  });

  it.each([
    [span, 'the 20th too'],
    ['annual leave half day friday and all day monday', undefined],
  ])('asks for days apart one at a time: "%s", "%s"', (first, more) => {
    expect(talk(anAsker(), first, ...(more === undefined ? [] : [more]))).toMatchObject({
      kind: 'ask',
      problem: { kind: 'separate-days' },
    });
  });

  it.each(['flexible working please wed to fri only', 'i want flexible working mon and tues only'])(
    'starts nothing on the days that are worked: "%s"',
    (first) => {
      expect(talk(anAsker(), first)).toMatchObject({ kind: 'ask', field: { name: 'firstDay' } });
      expect(fieldsAfter(anAsker(), first, 'from monday')).toMatchObject({
        firstDay: '2026-11-16',
      });
    },
  );

  it('takes the bare hours at the read-back', () => {
    const change = ['ana is going down to 30 hours from 1 march', 'yes', 'sorry 28'] as const;

    expect(fieldsAfter(aManager(), ...change)).toMatchObject({ weeklyHours: 28 });
  });

  it('hears the extra hours', () => {
    expect(fieldsAfter(aManager(), 'tom did 6 extra hours on sunday need paying')).toMatchObject({
      hours: 6,
    });
  });
});
