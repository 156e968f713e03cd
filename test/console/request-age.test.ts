import { bankHolidays } from '../../bot/calendar/bank-holidays';
import { ageInWords, serviceLevel } from '../../bot/console/request-age';

const age = (since: string, now: string) =>
  ageInWords(new Date(since), new Date(now), bankHolidays);
const level = (confirmedAt: string, serviceLevelDays: number, now: string) =>
  serviceLevel({ confirmedAt, serviceLevelDays }, new Date(now), bankHolidays);

describe('the age of a request', () => {
  it.each([
    ['2027-01-05T09:00:00Z', '2027-01-05T09:00:30Z', '0 minutes'],
    ['2027-01-05T09:00:00Z', '2027-01-05T09:01:00Z', '1 minute'],
    ['2027-01-05T09:00:00Z', '2027-01-05T12:59:00Z', '3 hours'],
    ['2027-01-05T17:00:00Z', '2027-01-06T08:00:00Z', '1 working day'],
    ['2027-01-08T17:00:00Z', '2027-01-09T08:00:00Z', 'since Friday'],
    ['2027-01-08T17:00:00Z', '2027-01-11T08:00:00Z', '1 working day'],
    // Good Friday and Easter Monday.
    ['2027-03-25T12:00:00Z', '2027-03-30T12:00:00Z', '1 working day'],
    // Summer time: 23:30 UTC is the next day in London.
    ['2027-06-01T23:30:00Z', '2027-06-02T08:00:00Z', '8 hours'],
    ['2020-01-01T12:00:00Z', '2027-01-05T12:00:00Z', 'over 400 working days'],
  ])('of %s at %s is %s', (since, now, words) => {
    expect(age(since, now)).toBe(words);
  });
});

describe('the usual time of a request', () => {
  it.each([
    ['2027-01-08T12:00:00Z', 'well', 'Due Thursday 14 January'],
    ['2027-01-13T12:00:00Z', 'near', 'Due tomorrow'],
    ['2027-01-14T22:00:00Z', 'near', 'Due today'],
    ['2027-01-15T08:00:00Z', 'past', '1 working day late'],
    ['2027-01-19T08:00:00Z', 'past', '3 working days late'],
  ])('seen at %s is %s: %s', (now, state, words) => {
    // Confirmed on a Thursday: 5 working days end on the next one.
    expect(level('2027-01-07T12:00:00Z', 5, now)).toEqual({ state, words });
  });

  it('is near on a Friday for what is due on Monday, and late on a day nobody works', () => {
    expect(level('2027-01-07T12:00:00Z', 2, '2027-01-08T12:00:00Z')).toEqual({
      state: 'near',
      words: 'Due Monday 11 January',
    });
    expect(level('2027-01-07T12:00:00Z', 1, '2027-01-09T12:00:00Z')).toEqual({
      state: 'past',
      words: 'Late',
    });
  });

  it('ends on the same day where nothing is to wait for', () => {
    expect(level('2027-01-07T12:00:00Z', 0, '2027-01-07T13:00:00Z').words).toBe('Due today');
  });
});
