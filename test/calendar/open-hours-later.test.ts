import { bankHolidays } from '../../bot/calendar/bank-holidays';
import { openHoursLater } from '../../bot/calendar/open-hours-later';
import { readHours } from '../../bot/directory/read-hours';

const later = (written: string, at: string, count: number): string =>
  openHoursLater(readHours(written)!, new Date(at), count, bankHolidays).toISOString();
const OFFICE = 'Mon-Fri 08:30-17:00';

describe('a promise in open hours', () => {
  it.each([
    [
      'within the day, where enough of it is left',
      '2026-11-23T10:00:00Z',
      4,
      '2026-11-23T14:00:00.000Z',
    ],
    ['up to the moment they close', '2026-11-23T13:00:00Z', 4, '2026-11-23T17:00:00.000Z'],
    ['over the night', '2026-11-23T15:30:00Z', 4, '2026-11-24T11:00:00.000Z'],
    [
      'from the opening on, where it is early',
      '2026-11-23T06:00:00Z',
      4,
      '2026-11-23T12:30:00.000Z',
    ],
    ['over the weekend', '2026-11-21T14:00:00Z', 4, '2026-11-23T12:30:00.000Z'],
    ['over Christmas', '2026-12-24T16:00:00Z', 4, '2026-12-29T11:30:00.000Z'],
    ['over a whole day and more', '2026-11-23T10:00:00Z', 16, '2026-11-25T09:00:00.000Z'],
    ['on London’s clocks in summer', '2026-07-06T05:00:00Z', 4, '2026-07-06T11:30:00.000Z'],
    [
      'over the night when the clocks go back',
      '2026-10-23T15:00:00Z',
      4,
      '2026-10-26T11:30:00.000Z',
    ],
  ])('is counted %s', (_, at, count, expected) => {
    expect(later(OFFICE, at, count)).toBe(expected);
  });

  it('knows who is there day and night, until midnight, or an hour a week', () => {
    expect(later('always', '2026-11-21T14:00:00Z', 4)).toBe('2026-11-21T18:00:00.000Z');
    expect(later('Sat 20:00-24:00', '2026-11-21T19:00:00Z', 4)).toBe('2026-11-22T00:00:00.000Z');
    expect(later('Wed 09:00-10:00', '2026-11-23T10:00:00Z', 3)).toBe('2026-12-09T10:00:00.000Z');
  });
});
