import {
  start,
  fillIn,
  form,
  leaveForm,
  findService,
  type Draft,
  type Written,
} from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import { NOW } from './talk';

const ids = { draft: 'd', nonce: 'n0', person: 'p', now: NOW };
const again = { nonce: 'n1', now: NOW };
const nurse = anAsker();
const manager = aManager();

const draftOf = (service: string, said: string, asker = nurse): Draft =>
  start(findService(service)!, said, asker, ids).draft;

/** The form as it stands, with some of its fields changed. */
function written(draft: Draft, changes: Written, asker = nurse): Written {
  const { fields } = form(draft, asker);
  return { ...Object.fromEntries(fields.map(({ name, value }) => [name, value])), ...changes };
}

const problems = (draft: Draft, changes: Written, asker = nurse) => {
  const filled = fillIn(draft, written(draft, changes, asker), asker, again);
  if (filled.kind !== 'wrong') throw new Error(`It was ${filled.kind}.`);
  const wrong = filled.form.fields.filter(({ problem }) => problem !== null);
  return Object.fromEntries(wrong.map(({ name, value, problem }) => [name, [value, problem]]));
};

const stepOf = (draft: Draft, changes: Written, asker = nurse) => {
  const filled = fillIn(draft, written(draft, changes, asker), asker, again);
  if (filled.kind !== 'read') throw new Error(JSON.stringify(filled));
  return filled.step;
};

describe('a request as a form', () => {
  it('asks for every field, with what was said so far in it', () => {
    const { title, fields } = form(draftOf('book-annual-leave', 'leave from 3 may'), nurse);

    expect(title).toBe('Book annual leave');
    expect(
      fields.map(({ name, input, value, optional }) => [name, input, value, optional]),
    ).toEqual([
      ['firstDay', 'day', '2027-05-03', false],
      ['lastDay', 'day', '', false],
      ['hours', 'number', '', true],
      ['halfDay', 'one-of', '', true],
      ['note', 'words', '', true],
    ]);
  });

  it('takes the first sentence of a question for the label, and the rest for the hint', () => {
    const [due] = form(draftOf('maternity-leave', ''), nurse).fields;

    expect([due?.label, due?.hint]).toEqual([
      'What day is your baby due?',
      'It is on your MATB1 certificate, if you have it.',
    ]);
  });

  it('lets one choose which job it is for, of several', () => {
    const posts = [...nurse.posts, { id: 'post-2', title: 'Bank Nurse', place: 'Ward 9' }];
    const asker = anAsker({ posts });
    const draft = draftOf('book-annual-leave', '', asker);
    const [job] = form(draft, asker).fields;
    const step = stepOf(
      draft,
      { post: 'post-2', firstDay: '2027-05-03', lastDay: '2027-05-04' },
      asker,
    );

    expect(job?.choices.map(({ label }) => label)).toEqual([
      'Staff Nurse, Ward 7',
      'Bank Nurse, Ward 9',
    ]);
    expect(step).toMatchObject({ kind: 'confirm', draft: { filledIn: { postId: 'post-2' } } });
    expect(step.draft.fields).toEqual({ firstDay: '2027-05-03', lastDay: '2027-05-04' });
  });

  it('leads to the read-back of the chat, under a nonce of its own', () => {
    const draft = draftOf('book-annual-leave', '');
    const step = stepOf(draft, {
      firstDay: '2027-05-03',
      lastDay: 'friday 7 may 2027',
      hours: '37.5',
    });

    expect(step).toMatchObject({ kind: 'confirm', draft: { stage: 'confirming', nonce: 'n1' } });
    expect(step.draft.fields).toEqual({
      firstDay: '2027-05-03',
      lastDay: '2027-05-07',
      hours: 37.5,
    });
  });

  it('reads a last day in words from the first one', () => {
    const step = stepOf(draftOf('book-annual-leave', ''), {
      firstDay: '3 may',
      lastDay: 'the 7th',
    });

    expect(step.draft.fields).toMatchObject({ firstDay: '2027-05-03', lastDay: '2027-05-07' });
  });

  it('tells what is wrong with each field, and gives back what was written', () => {
    const draft = draftOf('change-of-hours', '', manager);
    const tooLong = 'a'.repeat(501);

    expect(
      problems(
        draft,
        { person: 'mary', weeklyHours: '3 days', firstDay: '31 june', reason: tooLong },
        manager,
      ),
    ).toEqual({
      person: ['mary', 'Mary is not in your team in the directory.'],
      weeklyHours: ['3 days', 'I need that in hours a week, because days can be long or short.'],
      firstDay: ['31 june', 'There is no 31 June in the calendar.'],
      agreedInWriting: ['', 'Please choose one of these.'],
      reason: [tooLong, 'That is too long to send. Please use 500 letters or fewer.'],
    });
  });

  it('keeps what was right of a form with something wrong', () => {
    const draft = draftOf('book-annual-leave', '');
    const filled = fillIn(draft, { firstDay: '2027-05-03', lastDay: '31 june' }, nurse, again);

    expect(filled).toMatchObject({
      kind: 'wrong',
      draft: { stage: 'asking', fields: { firstDay: '2027-05-03' } },
    });
  });

  it('keeps days in order, and neither of those that are not', () => {
    const draft = draftOf('book-annual-leave', 'leave 3 to 7 may');
    const filled = fillIn(draft, written(draft, { firstDay: '2027-05-10' }), nurse, again);

    expect(problems(draft, { firstDay: '2027-05-10' })).toEqual({
      lastDay: ['2027-05-07', 'The 7th of May is before the 10th.'],
    });
    expect(filled).toMatchObject({ draft: { fields: { firstDay: '2027-05-10' } } });
    expect(filled.kind === 'wrong' && filled.draft.fields.lastDay).toBeUndefined();
  });

  it('refuses a day that is over, also where nobody touched it', () => {
    const draft = draftOf('book-annual-leave', 'leave 11 november');
    const asker = anAsker({ today: '2026-11-20' });

    expect(Object.keys(problems(draft, {}, asker))).toEqual(['firstDay']);
  });

  it('keeps no bank details, not even to give them back', () => {
    const draft = draftOf('pay-query', 'my pay is wrong');
    const filled = fillIn(
      draft,
      written(draft, { detail: 'pay it to account 12345678' }),
      nurse,
      again,
    );

    expect(JSON.stringify(filled)).not.toContain('12345678');
    expect(JSON.stringify(filled)).toContain('do not write bank details');
  });

  it('asks again for what was said of somebody else', () => {
    const draft = draftOf('change-of-hours', 'ana to 22.5 hours from 1 march', manager);
    const agreed = stepOf(draft, { agreedInWriting: 'yes' }, manager).draft;

    expect(Object.keys(problems(agreed, { person: 'tom' }, manager))).toEqual(['agreedInWriting']);
    const other = fillIn(agreed, written(agreed, { person: 'tom' }, manager), manager, again);
    if (other.kind !== 'wrong') throw new Error('It was taken over.');
    expect(other.draft.fields).toMatchObject({ person: 'Tom Okafor' });
    expect(other.draft.fields.agreedInWriting).toBeUndefined();
    expect(stepOf(other.draft, { agreedInWriting: 'yes' }, manager).draft.fields).toMatchObject({
      person: 'Tom Okafor',
      agreedInWriting: 'yes',
    });
  });

  it('keeps words as they were written', () => {
    const change = 'I would like to work from home on Fridays from 1 June';
    const step = stepOf(draftOf('flexible-working-request', ''), {
      change,
      firstDay: '2027-06-01',
    });

    expect(step.draft.fields.change).toBe(change);
  });

  it.each(['yes', 'x', 'i dont know', 'cancel'])('takes "%s" for no answer in words', (change) => {
    const draft = draftOf('flexible-working-request', '');

    expect(Object.keys(problems(draft, { change, firstDay: '2027-06-01' }))).toEqual(['change']);
  });

  it('leaves out what is optional and emptied', () => {
    const draft = draftOf('expenses-claim', 'claim £20 for parking yesterday, i went to a course');
    const step = stepOf(draft, { amount: '', detail: '40 miles to a course' });

    expect(step.kind).toBe('confirm');
    expect(step.draft.fields.amount).toBeUndefined();
  });

  it('takes nothing of a form that holds a field the service does not have', () => {
    const draft = draftOf('book-annual-leave', '');
    const all = written(draft, { firstDay: '2027-05-03', lastDay: '2027-05-03', salary: '1' });

    expect(fillIn(draft, all, nurse, again)).toEqual({ kind: 'another' });
  });

  it('loses nothing where a client sends none of its fields', () => {
    const draft = draftOf('book-annual-leave', 'leave 3 to 7 may, 22.5 hours');

    expect(fillIn(draft, {}, nurse, again)).toMatchObject({
      step: { draft: { fields: draft.fields } },
    });
  });

  it('has another mark once a value changed or it was read back, and not for a question between', () => {
    const draft = draftOf('book-annual-leave', 'leave 3 to 7 may');
    const mark = (changes: Partial<Draft>) => form({ ...draft, ...changes }, nurse).mark;

    expect(mark({ misses: 2, asked: 'firstDay', updatedAt: '2027-01-01T00:00:00Z' })).toBe(
      mark({}),
    );
    expect(mark({ nonce: 'n9' })).not.toBe(mark({}));
    expect(mark({ fields: { firstDay: '2027-05-03' } })).not.toBe(mark({}));
  });
});

describe('from the form back to the chat', () => {
  it('takes along what was right, and asks for what is missing', () => {
    const draft = draftOf('change-of-hours', '', manager);
    const step = leaveForm(draft, { person: 'ana', firstDay: '2027-03-01' }, manager, again);

    expect(step).toMatchObject({ kind: 'ask', field: { name: 'weeklyHours' } });
    expect(step.draft.fields).toEqual({ person: 'Ana Pires', firstDay: '2027-03-01' });
  });

  it('asks for what was wrong, and says why', () => {
    const draft = draftOf('book-annual-leave', '');

    expect(leaveForm(draft, { firstDay: '31 june' }, nurse, again)).toMatchObject({
      kind: 'ask',
      field: { name: 'firstDay' },
      problem: { kind: 'no-such-day' },
    });
  });

  it('keeps everything where nothing was written', () => {
    const draft = draftOf('book-annual-leave', 'leave 3 to 7 may, 22.5 hours');

    expect(leaveForm(draft, {}, nurse, again)).toMatchObject({
      kind: 'confirm',
      draft: { fields: draft.fields },
    });
  });
});
