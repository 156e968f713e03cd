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

  it.each([
    'book me off 3 to 7 may and how much leave do i have left',
    'can i book 3 to 7 may off please, and how much leave do i have left',
  ])('hands back a question said in the same breath: "%s"', (text) => {
    expect(talk(anAsker(), text)).toMatchObject({
      kind: 'confirm',
      rest: 'how much leave do i have left',
      draft: { fields: { firstDay: '2027-05-03', lastDay: '2027-05-07' } },
    });
  });

  it('keeps a second day that is put as a question', () => {
    const step = talk(anAsker(), 'book friday off and can i have monday too');

    expect(step).not.toHaveProperty('rest');
    expect(step.draft.fields).toEqual({ firstDay: '2026-11-13', lastDay: '2026-11-16' });
  });

  it.each(['every friday in march', 'on mondays in june', 'every other week from 1 march'])(
    'asks for one run of days where they repeat: "%s"',
    (when) => {
      expect(talk(anAsker(), `book me off ${when}`)).toMatchObject({
        kind: 'ask',
        field: { name: 'firstDay' },
        problem: { kind: 'repeating-days' },
      });
    },
  );

  it('lets a way of working repeat, and reads the day on which it starts', () => {
    const text = 'i want to work from home every friday from 1 march';

    expect(fieldsAfter(anAsker(), text)).toEqual({
      change: 'work from home every friday',
      firstDay: '2027-03-01',
    });
  });

  it('reads the day somebody is back, where it is what is asked for', () => {
    const text = 'i am returning to work after my maternity leave, back on monday 30 november';

    expect(fieldsAfter(anAsker(), text)).toEqual({ firstDay: '2026-11-30' });
    expect(fieldsAfter(anAsker(), 'notice of my return please', 'back on 30 november')).toEqual({
      firstDay: '2026-11-30',
    });
  });

  it('asks nobody in a story why its days are not next to each other', () => {
    const text = 'my mum died, need compassionate leave, i have shifts tonight and friday';

    expect(talk(anAsker(), text)).toMatchObject({ kind: 'ask', field: { name: 'firstDay' } });
    expect(talk(anAsker(), text)).not.toHaveProperty('problem');
  });

  it('takes the day of a loss for no day of the leave', () => {
    expect(fieldsAfter(anAsker(), 'my nan died on sunday, need bereavement leave')).toEqual({});
    expect(
      fieldsAfter(anAsker(), 'my nan died on sunday, need bereavement leave from thursday'),
    ).toEqual({ firstDay: '2026-11-12' });
  });

  it('reads a last day of months to come in the year after', () => {
    expect(fieldsAfter(anAsker(), 'i want a career break from 1 october to 30 september')).toEqual({
      firstDay: '2027-10-01',
      lastDay: '2028-09-30',
    });
  });

  it('asks which days are meant of a week', () => {
    expect(talk(anAsker(), 'can i take 2 days leave next week')).toMatchObject({
      kind: 'ask',
      problem: { kind: 'part-of-span', days: 2 },
    });
  });

  it.each([
    'i want to work 4 days a week from 1 feb because of childcare',
    'i want to work 4 days a week because of childcare from 1 feb',
    'i want to work 4 days a week from 1 feb. because of childcare.',
    'because of childcare, i want to work 4 days a week from 1 feb',
  ])('keeps the change, the day and the reason apart: "%s"', (text) => {
    expect(fieldsAfter(anAsker(), text)).toMatchObject({
      change: 'work 4 days a week',
      firstDay: '2027-02-01',
      reason: 'childcare',
    });
  });

  it('keeps the reason that comes after "because"', () => {
    const text = 'id like to start at 9:30 from 1 june because i take my kids to school';

    expect(fieldsAfter(anAsker(), text)).toEqual({
      change: 'start at 9:30',
      firstDay: '2027-06-01',
      reason: 'i take my kids to school',
    });
  });

  it.each([
    ['priya', 'Priya'],
    ["o'neil", 'O’Neil'],
    ['McBride', 'McBride'],
  ])('writes a name like one where the directory knows no team: %s', (said, name) => {
    const alone = aManager({ reports: [] });
    const step = talk(alone, 'change of hours', said, '30', '1 june');

    expect(step.kind === 'ask' && step.field.ask.replace("'", '’')).toBe(
      `Has ${name} agreed this in writing?`,
    );
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

describe('days of what has been', () => {
  it('are the last ones that the bounds of their field let in', () => {
    expect(
      fieldsAfter(anAsker(), 'convert my annual leave to sickness 12 to 16 june'),
    ).toMatchObject({ firstDay: '2026-06-12', lastDay: '2026-06-16' });
  });

  it('do not move the days that lie ahead', () => {
    expect(
      fieldsAfter(
        anAsker(),
        'shared parental leave please, baby was born on 2 june, 8 weeks from 1 march',
      ),
    ).toMatchObject({ dueDate: '2026-06-02', firstDay: '2027-03-01', weeks: 8 });
  });

  it('are told by doctors in their own way', () => {
    expect(
      fieldsAfter(anAsker(), 'hand in my fit note, 2/52 from today, not fit for work'),
    ).toMatchObject({ firstDay: '2026-11-10', lastDay: '2026-11-23', advice: 'not-fit' });
  });
});

describe('leave for one’s family', () => {
  it('is asked for by who tells of them, and not by who tells of a colleague', () => {
    expect(fieldsAfter(anAsker(), 'dad has dementia, i need carers leave on friday')).toMatchObject(
      { firstDay: '2026-11-13' },
    );
    expect(() => talk(anAsker(), 'my colleague needs carers leave on friday')).toThrow();
  });
});
