import { recognise } from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import { fieldsAfter, talk } from './talk';

describe('days that can be read in two ways', () => {
  it('asks whether today is meant, and takes one day as one day', () => {
    const step = talk(anAsker(), 'can i have tuesday off');
    expect(step).toMatchObject({
      kind: 'ask',
      field: { name: 'firstDay' },
      problem: { kind: 'today-or-next' },
      choices: ['Today', 'Tuesday 17 November 2026'],
    });
    for (const [answer, day] of [
      ['Today', '2026-11-10'],
      ['no, next week', '2026-11-17'],
      ['Tuesday 17 November 2026', '2026-11-17'],
    ] as const)
      expect(fieldsAfter(anAsker(), 'can i have tuesday off', answer)).toEqual({
        firstDay: day,
        lastDay: day,
      });
  });

  it('takes a bare date for one of the month that was named before', () => {
    expect(fieldsAfter(anAsker(), 'book annual leave in may', 'the 10th', 'the 14th')).toEqual({
      firstDay: '2027-05-10',
      lastDay: '2027-05-14',
    });
    expect(fieldsAfter(anAsker(), 'book 2 days leave next week', 'wednesday and thursday')).toEqual(
      { firstDay: '2026-11-18', lastDay: '2026-11-19' },
    );
  });

  it('knows the last day of a secondment from its months', () => {
    expect(
      fieldsAfter(anAsker(), 'I want a secondment to Vale Hospital for 6 months from 1 april'),
    ).toMatchObject({ firstDay: '2027-04-01', lastDay: '2027-09-30' });
  });

  it('does not take the day of a phased return for the day of a meeting', () => {
    const said = 'log a return to work meeting with tom, phased return from monday';
    expect(fieldsAfter(aManager(), said)).not.toHaveProperty('meetingDay');
  });

  it('says no longer what tomorrow was counted from, once the days are put right', () => {
    const step = talk(anAsker({ earlyHours: true }), 'book tomorrow off', 'no, 3 to 7 may');
    expect(step.draft.filledIn).not.toHaveProperty('countedFrom');
  });

  it.each([
    ['3rd to 7th may off', 'book-annual-leave'],
    ['off mon tues wed next week', 'book-annual-leave'],
    ['first week of august off', 'book-annual-leave'],
    ['book leave in tunisia', 'book-annual-leave'],
    ['what if im off on monday', undefined],
    ['leave over easter?', undefined],
  ])('hears in “%s”: %s', (said, service) => {
    const found = recognise(said, anAsker());
    expect(found?.certain === true ? found.service.id : undefined).toBe(service);
  });
});
