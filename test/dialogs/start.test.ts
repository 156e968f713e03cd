import { Draft, findService, start } from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import { fieldsAfter, NOW, talk } from './talk';

describe('starting a request with what the sentence already says', () => {
  it('takes one day for the first and the last', () => {
    expect(talk(anAsker(), 'can i have next thursday off please')).toMatchObject({
      kind: 'confirm',
      draft: { fields: { firstDay: '2026-11-19', lastDay: '2026-11-19' } },
    });
  });

  it('asks for the last day where only a start was said', () => {
    expect(talk(anAsker(), 'book annual leave from 3 may')).toMatchObject({
      kind: 'ask',
      field: { name: 'lastDay' },
    });
  });

  it('keeps half a day, and which half where it was said', () => {
    expect(fieldsAfter(anAsker(), 'can i have a half day on friday')).toMatchObject({
      halfDay: 'yes',
    });
    expect(fieldsAfter(anAsker(), 'can u book me friday afternoon off')).toMatchObject({
      halfDay: 'afternoon',
    });
  });

  it('keeps hours of leave only where they were said', () => {
    expect(fieldsAfter(anAsker(), 'book me off friday')).not.toHaveProperty('hours');
    expect(fieldsAfter(anAsker(), 'book me off friday, 7.5 hours')).toMatchObject({ hours: 7.5 });
  });

  it('keeps the change in the person’s own words, without the day', () => {
    expect(fieldsAfter(anAsker(), "I'd like to work 4 days a week from 1 June please")).toEqual({
      change: 'work 4 days a week',
      firstDay: '2027-06-01',
    });
  });

  it('fills in the post from the directory', () => {
    expect(talk(anAsker(), 'book me off friday').draft.filledIn).toMatchObject({
      post: 'Staff Nurse, Ward 7',
    });
  });

  it('asks who it is among those who report to the manager, and nobody else', () => {
    const step = talk(aManager(), 'one of my band 5s is dropping to 22.5 hours from 1 march');

    expect(step).toMatchObject({
      kind: 'ask',
      field: { name: 'person' },
      choices: ['Ana Pires', 'Tom Okafor', 'Jin Park'],
      draft: { fields: { weeklyHours: 22.5, firstDay: '2027-03-01' } },
    });
  });

  it.each([
    ['0.6 wte', 22.5],
    ['0.8 fte', 30],
    ['full time', 37.5],
    ['18.75 hours', 18.75],
    ['22 and a half hours', 22.5],
  ])('reads %s as %d hours a week', (said, hours) => {
    expect(fieldsAfter(aManager(), `ana is going to ${said} from 1 may`)).toMatchObject({
      weeklyHours: hours,
    });
  });

  it('does not turn days a week into hours', () => {
    expect(talk(aManager(), 'tom wants to go down to 3 days a week from june')).toMatchObject({
      kind: 'ask',
      field: { name: 'weeklyHours' },
      problem: { kind: 'days-not-hours' },
    });
  });

  it('keeps the name as said where the directory knows no team', () => {
    const alone = aManager({ reports: [] });

    expect(fieldsAfter(alone, "change Priya's hours to 30 from 1 june")).toMatchObject({
      person: 'Priya',
      weeklyHours: 30,
      firstDay: '2027-06-01',
    });
  });

  it('hands back a question said after the request', () => {
    expect(talk(anAsker(), 'book me off friday. do bank holidays count?')).toMatchObject({
      kind: 'confirm',
      rest: 'do bank holidays count?',
    });
  });

  it('starts from a button, with nothing said', () => {
    const service = findService('book-annual-leave')!;
    const step = start(service, '', anAsker(), {
      draft: 'd',
      nonce: 'n',
      person: 'p',
      now: NOW,
    });

    expect(step).toMatchObject({ kind: 'ask', field: { name: 'firstDay' } });
    expect(Draft.parse(step.draft)).toEqual(step.draft);
  });
});
