import { findService, readBack, usuallyDoneBy, type Asker } from '../../dialogs';
import { aManager, anAsker, TODAY } from './an-asker';
import { talk } from './talk';

const readAfter = (asker: Asker, first: string, ...lines: string[]) =>
  readBack(talk(asker, first, ...lines).draft, asker);

describe('reading a request back', () => {
  it.each([
    [
      'book me off 10 to 14 may',
      'Annual leave, Monday 10 May to Friday 14 May 2027, from your post as Staff Nurse, Ward 7.',
    ],
    [
      'book me off 31 december to 2 january',
      'Annual leave, Thursday 31 December 2026 to Saturday 2 January 2027, from your post as Staff Nurse, Ward 7.',
    ],
    [
      'can u book me friday afternoon off',
      'Annual leave, Friday 13 November 2026, a half day in the afternoon, from your post as Staff Nurse, Ward 7.',
    ],
    [
      'book me off 3 may',
      'Annual leave, Monday 3 May 2027, from your post as Staff Nurse, Ward 7. One of these days is a bank holiday: Monday 3 May.',
    ],
    [
      'i want to work 4 days a week from 1 june',
      'Flexible working request: “work 4 days a week”, from Tuesday 1 June 2027, in your post as Staff Nurse, Ward 7.',
    ],
  ])('tells "%s"', (said, expected) => {
    expect(readAfter(anAsker(), said)).toBe(expected);
  });

  it('tells a change of hours with what the directory knows', () => {
    expect(readAfter(aManager(), 'drop ana to 22.5 hours from 1 march', 'yes')).toBe(
      'Change of hours: Ana Pires, Staff Nurse, Ward 7, from 37.5 to 22.5 hours a week from Monday 1 March 2027. Ana has agreed this in writing.',
    );
  });

  it('says so where the hours are those that somebody has already', () => {
    expect(readAfter(aManager(), 'change ana to 37.5 hours from 1 march', 'yes')).toBe(
      'Change of hours: Ana Pires, Staff Nurse, Ward 7, 37.5 hours a week from Monday 1 March 2027. The directory says that Ana works 37.5 hours a week now, so check that this is right. Ana has agreed this in writing.',
    );
  });

  it('says what "tomorrow" was counted from when it was said after midnight', () => {
    const asker = anAsker({ earlyHours: true });

    expect(readAfter(asker, 'book tomorrow off')).toContain(
      'Wednesday 11 November 2026, from your post as Staff Nurse, Ward 7. You said so after midnight, so I counted from Tuesday 10 November.',
    );
  });

  it('counts working days over a weekend and a bank holiday', () => {
    const service = findService('change-of-hours')!;
    const bankHolidays = new Set(['2026-11-13']);

    expect(usuallyDoneBy(service, { today: TODAY, bankHolidays })).toBe('2026-11-18');
  });
});
