/** Days that lie far back, sums, jobs and organisations, as staff services read them. */
import { anAsker } from './an-asker';
import { start, services } from '../../dialogs';

const asker = anAsker({ today: '2027-02-01' });
const ids = { draft: 'd', nonce: 'n', person: 'p', now: new Date('2027-02-01T12:00:00Z') };

function fieldsOf(id: string, text: string): Readonly<Record<string, unknown>> {
  const service = services.find((one) => one.id === id);
  if (service === undefined) throw new Error(`No service is called "${id}".`);
  return start(service, text, asker, ids).draft.fields;
}

describe('what lies far back', () => {
  it.each([
    ['aug 2011 to dec 2020', '2011-08-01', '2020-12-31'],
    ['3/2001 to 9/2011', '2001-03-01', '2011-09-30'],
    ['12 June 1998 to 30 April 2018', '1998-06-12', '2018-04-30'],
    ['from 3/9/98 to 28/2/22', '1998-09-03', '2022-02-28'],
    ['oct 20 – oct 22', '2020-10-01', '2022-10-31'],
  ])('reads a span of years: %s', (days, firstDay, lastDay) => {
    expect(fieldsOf('previous-service', `count my previous nhs service, ${days}`)).toMatchObject({
      firstDay,
      lastDay,
    });
  });

  it('makes no day of a year alone, and takes an end without its start', () => {
    expect(fieldsOf('previous-service', 'count my earlier service, 2014 to 2019')).toEqual({});
    expect(fieldsOf('previous-service', 'count my earlier service, it ended in may 2019')).toEqual({
      lastDay: '2019-05-31',
    });
  });

  it.each([
    ['14 march', '2026-03-14'],
    ['the 4th', '2027-01-04'],
    ['all of may', '2026-05-01'],
    ['and back on 14 august', '2026-08-14'],
  ])('takes the last such day of what can only have been: %s', (day, expenseDay) => {
    expect(fieldsOf('expenses-claim', `i want to claim 12 miles, ${day}`)).toMatchObject({
      expenseDay,
    });
  });
});

describe('sums', () => {
  it('adds none up, and takes no price of each for the sum', () => {
    const claim = (text: string) => fieldsOf('expenses-claim', text).amount;

    expect(claim('claim course fee £295 and hotel £89')).toBeUndefined();
    expect(claim('parking at £6.80 a day for three days')).toBeUndefined();
    expect(claim('parking at £6.80 a day, so £20.40')).toBe(20.4);
  });
});

describe('a job and a place of one’s own wish', () => {
  it.each([
    ['my manager says yes, i go to Ellerbeck Trust as Fire Safety Adviser', 'Fire Safety Adviser'],
    ['sister is happy to let me go on a secondment', undefined],
  ])('%s', (text, jobTitle) => {
    expect(fieldsOf('secondment', text).jobTitle).toBe(jobTitle);
  });

  it('ends the name of a place at a date, and turns the year of months', () => {
    expect(fieldsOf('staff-passport', 'rotating to Airedale NHS FT 3 Mar')).toEqual({
      employer: 'Airedale NHS FT',
      firstDay: '2027-03-03',
    });
    expect(fieldsOf('secondment', 'secondment to R&D, 1 sept–28 feb')).toMatchObject({
      firstDay: '2027-09-01',
      lastDay: '2028-02-28',
    });
  });
});
