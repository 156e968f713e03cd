import { plain } from '../../dialogs/engine/plain';
import { readDays } from '../../dialogs/engine/reading/read-days';
import { TODAY } from './an-asker';

const read = (text: string, context = {}) => readDays(plain(text), { today: TODAY, ...context });

describe('reading days as staff write them', () => {
  it.each([
    ['friday', '2026-11-13'],
    ['tuesday', '2026-11-10'],
    ['next thursday', '2026-11-19'],
    ['tomorrow', '2026-11-11'],
    ['tomoz', '2026-11-11'],
    ['the day after tomorrow', '2026-11-12'],
    ['half day Friday', '2026-11-13'],
    ['the 30th', '2026-11-30'],
    ['thursday 12th', '2026-11-12'],
    ['christmas eve', '2026-12-24'],
    ['good friday', '2027-03-26'],
    ['easter monday', '2027-03-29'],
    ['the tues after easter weekend', '2027-03-30'],
    ['tuesday after easter, 30th march', '2027-03-30'],
    ['the friday before christmas day', '2026-12-18'],
    ['the last friday of march', '2027-03-26'],
    ['2nd monday in january', '2027-01-11'],
    ['3 days after easter monday', '2027-04-01'],
    ['2 weeks before 14 august', '2027-07-31'],
    ['early may bank holiday', '2027-05-03'],
    ['august bank holiday', '2027-08-30'],
    ['3 may', '2027-05-03'],
    ['May 3rd', '2027-05-03'],
    ['mon 3rd may', '2027-05-03'],
    ['3/5', '2027-05-03'],
    ['03/05/27', '2027-05-03'],
    ['3.5.2027', '2027-05-03'],
    ['2027-05-03', '2027-05-03'],
    ['10 november', '2026-11-10'],
    ['9 november', '2027-11-09'],
    ['a week on friday', '2026-11-20'],
    ['monday week', '2026-11-23'],
    ['in two weeks', '2026-11-24'],
    ['in ten days', '2026-11-20'],
    ['29 feb', '2028-02-29'],
  ])('takes "%s" for %s', (text, day) => {
    expect(read(text)).toEqual({ kind: 'day', day });
  });

  it.each([
    ['book me off 3 to 7 may', '2027-05-03', '2027-05-07'],
    ['3rd–7th May', '2027-05-03', '2027-05-07'],
    ['3-7/5', '2027-05-03', '2027-05-07'],
    ['3/5 to 9/5', '2027-05-03', '2027-05-09'],
    ['Mon 3 - Fri 7 May', '2027-05-03', '2027-05-07'],
    ['3 may-7 may', '2027-05-03', '2027-05-07'],
    ['monday to friday', '2026-11-16', '2026-11-20'],
    ['from monday for a week', '2026-11-16', '2026-11-22'],
    ['2 weeks from 3 august', '2027-08-03', '2027-08-16'],
    ['book 2 weeks off from 3 august', '2027-08-03', '2027-08-16'],
    ['next tuesday for 3 days', '2026-11-17', '2026-11-19'],
    ['week commencing 5 april', '2027-04-05', '2027-04-11'],
    ['w/c 5/4', '2027-04-05', '2027-04-11'],
    ['next week', '2026-11-16', '2026-11-22'],
    ['the week after Easter', '2027-03-29', '2027-04-04'],
    ['next week and the week after', '2026-11-16', '2026-11-29'],
    ['next week please, 18 to 20 november', '2026-11-18', '2026-11-20'],
    ['18 to 20 november, so next week', '2026-11-18', '2026-11-20'],
    ['3 to 7 may and 10 to 14 may', '2027-05-03', '2027-05-14'],
    ['12,13,14 feb', '2027-02-12', '2027-02-14'],
    ['2 weeks starting 3 days after easter monday', '2027-04-01', '2027-04-14'],
    ['start my leave 10 days from today for a week', '2026-11-20', '2026-11-26'],
    ['friday and all of next week', '2026-11-13', '2026-11-22'],
    ['out on 1 september and stay away until 31 august 2028', '2027-09-01', '2028-08-31'],
    ['all of the first week in may', '2027-05-03', '2027-05-09'],
    ['last week in june', '2027-06-21', '2027-06-27'],
    ['the whole of july', '2027-07-01', '2027-07-31'],
    ['28 december to 3 january', '2026-12-28', '2027-01-03'],
    ['next week monday to wednesday', '2026-11-16', '2026-11-18'],
    ['next week, tuesday and wednesday', '2026-11-17', '2026-11-18'],
    ['next week mon-wed', '2026-11-16', '2026-11-18'],
    ['3.5.27 - 7.5.27', '2027-05-03', '2027-05-07'],
    ['03.05.2027-07.05.2027', '2027-05-03', '2027-05-07'],
    ['10 may 2027 to 3 may 2028', '2027-05-10', '2028-05-03'],
    ['21 December to 2 January', '2026-12-21', '2027-01-02'],
    ['between christmas and new year', '2026-12-27', '2026-12-31'],
    ['1 feb till the 5th', '2027-02-01', '2027-02-05'],
    ['4th and 5th june', '2027-06-04', '2027-06-05'],
    ['friday 7th and monday 10th may', '2027-05-07', '2027-05-10'],
    ['24-31 dec', '2026-12-24', '2026-12-31'],
  ])('takes "%s" for %s to %s', (text, first, last) => {
    expect(read(text)).toEqual({ kind: 'span', first, last });
  });

  it.each([
    ['22.5 hours'],
    ['i may want 4 days a week'],
    ['band 5'],
    ['at 9:30'],
    ['24/7'],
    ['mondays'],
    ['no date at all'],
    ['can i have some time off in october'],
    ['ill on leave in spain, claim the days back'],
    ['need a day off in lieu'],
  ])('finds no day in "%s"', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('says what is wrong with a day that does not exist or is not that weekday', () => {
    expect(read('31 june')).toMatchObject({ problem: { kind: 'no-such-day', said: '31 june' } });
    expect(read('31/11')).toMatchObject({ problem: { kind: 'no-such-day' } });
    expect(read('tues 3 may')).toMatchObject({
      problem: { kind: 'wrong-weekday', said: 'tuesday', day: '2027-05-03' },
    });
  });

  it('offers the span that was meant where the last day is before the first', () => {
    const problem = (text: string) => read(text);

    expect(problem('31 march to the 30th')).toMatchObject({
      problem: { suggestion: { first: '2027-03-31', last: '2027-04-30' } },
    });
    expect(problem('7 may 2027 to 3 may 2027')).toMatchObject({
      problem: { suggestion: { first: '2027-05-03', last: '2027-05-07' } },
    });
    expect(problem('30 to 3 may')).toMatchObject({
      problem: { suggestion: { first: '2027-04-30', last: '2027-05-03' } },
    });
  });

  it.each(['10 may to 3 may', '10/5 to 3/5', 'from may 10th until may 3rd'])(
    'does not turn the year to make a long span of "%s"',
    (text) => {
      expect(read(text)).toMatchObject({
        problem: {
          kind: 'last-before-first',
          first: '2027-05-10',
          last: '2027-05-03',
          suggestion: { first: '2027-05-03', last: '2027-05-10' },
        },
      });
    },
  );

  it.each([
    ['2 days leave next week', 2],
    ['a couple of days off next week', 2],
    ['a day off in the first week of may', 1],
    ['5 days in the whole of july', 5],
  ])('does not take "%s" for the whole of it', (text, days) => {
    expect(read(text)).toMatchObject({ problem: { kind: 'part-of-span', days } });
  });

  it.each([
    ['monday and friday'],
    ['3 to 7 may and 10 to 14 june'],
    ['3-7 may, 10-14 june'],
    ['14 june and 3 to 7 may'],
    ['2 weeks from 3 may and 1 june'],
    ['7, 9 and 11 march'],
    ['all of next week except thursday'],
    ['3 to 7 may, but not the 5th'],
  ])('neither makes one span of "%s" nor loses a part of it', (text) => {
    expect(read(text)).toMatchObject({ problem: { kind: 'separate-days' } });
  });

  it('asks which is meant where the weekday and the date differ', () => {
    expect(read('monday 12th')).toMatchObject({
      problem: { kind: 'wrong-weekday', day: '2026-11-12' },
    });
  });

  it('takes the day on which something starts where only one is wanted', () => {
    const said = 'from 1 april, tuesday wednesday thursday';
    expect(read(said, { isOne: true })).toEqual({ kind: 'from', day: '2027-04-01' });
    expect(read('monday or tuesday', { isOne: true })).toBeUndefined();
  });

  it('takes a month for its first day only where a change starts', () => {
    expect(read('from september')).toBeUndefined();
    expect(read('from september', { monthMeansFirst: true })).toEqual({
      kind: 'from',
      day: '2027-09-01',
    });
  });

  it.each([
    ['the 14th next month', '2026-12-14'],
    ['in september, the 6th', '2027-09-06'],
    ['a week today', '2026-11-17'],
    ['2 weeks tomorrow', '2026-11-25'],
    ['today fortnight', '2026-11-24'],
    ['the day before good friday', '2027-03-25'],
    ['the day after boxing day', '2026-12-27'],
    ['15feb', '2027-02-15'],
  ])('takes "%s" for the day %s', (text, day) => {
    expect(read(text)).toEqual({ kind: 'day', day });
  });

  it.each([
    ['first two weeks of august', '2027-08-02', '2027-08-15'],
    ['the last fortnight of july', '2027-07-19', '2027-08-01'],
    ['the last week of the month', '2026-11-23', '2026-11-29'],
    ['10th to 14th of next month', '2026-12-10', '2026-12-14'],
    ['next month, 10th to 14th', '2026-12-10', '2026-12-14'],
    ['2 weeks in september starting the 6th', '2027-09-06', '2027-09-19'],
    ['22nd n 23rd march', '2027-03-22', '2027-03-23'],
    ['15th, 16th, 17th feb', '2027-02-15', '2027-02-17'],
    ['mon 15/02 - fri 19/02', '2027-02-15', '2027-02-19'],
    ['for 6 months from 1 april', '2027-04-01', '2027-09-30'],
    ['a year from 1 september', '2027-09-01', '2028-08-31'],
    ['2 nights from 6 may', '2027-05-06', '2027-05-07'],
    ['5 working days from 10 may', '2027-05-10', '2027-05-14'],
    ['monday to monday', '2026-11-16', '2026-11-23'],
    ['from 23 nov back on monday', '2026-11-23', '2026-11-29'],
    ['w/e 19 feb', '2027-02-15', '2027-02-19'],
    ['week 15th feb', '2027-02-15', '2027-02-21'],
    ['15 feb for the week', '2027-02-15', '2027-02-21'],
  ])('takes "%s" for %s to %s, whole', (text, first, last) => {
    expect(read(text)).toEqual({ kind: 'span', first, last });
  });

  it.each([
    ['on 14 august i’d like a week off', '2027-08-14', '2027-08-20'],
    ['2 weeks leave please, start 7 june', '2027-06-07', '2027-06-20'],
    ['14.2 to 18.2', '2027-02-14', '2027-02-18'],
    ['the 2 weeks before easter', '2027-03-14', '2027-03-27'],
    ['the week of my birthday 9 june', '2027-06-07', '2027-06-13'],
    ['12 july x 2wks', '2027-07-12', '2027-07-25'],
    ['28 jan - 30', '2027-01-28', '2027-01-30'],
    ['this weekend', '2026-11-14', '2026-11-15'],
    ['the weekend of 13 march', '2027-03-13', '2027-03-14'],
    ['easter weekend', '2027-03-26', '2027-03-29'],
    ['last day at work 12 feb, returning 22 feb', '2027-02-13', '2027-02-21'],
    ['first day off 15 feb last day off 19 feb', '2027-02-15', '2027-02-19'],
    ['15 feb until the end of the month', '2027-02-15', '2027-02-28'],
  ])('takes "%s" of days off for %s to %s', (text, first, last) => {
    expect(read(text, { daysOff: true })).toEqual({ kind: 'span', first, last });
  });

  it('leaves open what is not said of days off', () => {
    expect(read('end of january', { daysOff: true })).toBeUndefined();
    expect(read('a friday in march', { daysOff: true })).toBeUndefined();
    // Its first week may begin on the 31st of May or on the 7th of June.
    expect(read('first week in june', { daysOff: true })).toBeUndefined();
    expect(read('15 feb till the end of the week', { daysOff: true })).toEqual({
      kind: 'from',
      day: '2027-02-15',
    });
    expect(read('14 august, worked 2 weeks straight', { daysOff: true })).toEqual({
      kind: 'day',
      day: '2027-08-14',
    });
  });

  it('does not move a span by months where the month has no such day', () => {
    expect(read('16th to 30th', { today: '2027-01-20' })).toMatchObject({
      problem: { kind: 'no-such-day', said: '30 February' },
    });
  });

  it('asks which is meant where a weekday is today', () => {
    const asks = { asksWhichWeek: true };
    expect(read('tuesday', asks)).toMatchObject({ problem: { kind: 'today-or-next' } });
    expect(read('this tuesday', asks)).toEqual({ kind: 'day', day: TODAY });
    expect(read('today, tuesday', asks)).toEqual({ kind: 'day', day: TODAY });
    expect(read('next tuesday', asks)).toEqual({ kind: 'day', day: '2026-11-17' });
    expect(read('off since tuesday', { ...asks, begun: true })).toMatchObject({ day: TODAY });
  });
});
