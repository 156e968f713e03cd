import { advance, ask, problemText, type Asker, type Step } from '../../dialogs';
import { aManager, anAsker, report } from './an-asker';
import { fieldsAfter, NOW, talk } from './talk';

const next = (step: Step, text: string, asker: Asker) =>
  advance(step.draft, text, asker, { nonce: 'n', now: NOW });

describe('correcting a request under way', () => {
  const leave = 'book me off 3 to 7 may';

  it.each([
    ['no, to 4 june', '2027-05-03', '2027-06-04'],
    ['make it the 8th', '2027-05-03', '2027-05-08'],
    ['from the 4th', '2027-05-04', '2027-05-07'],
    ['can we make it the 9th?', '2027-05-03', '2027-05-09'],
    ['actually 10 to 12 june', '2027-06-10', '2027-06-12'],
    ['wrong last day, the 6th', '2027-05-03', '2027-05-06'],
    ['change the first day to 5 may', '2027-05-05', '2027-05-07'],
  ])('takes "%s" at the read-back', (said, firstDay, lastDay) => {
    expect(talk(anAsker(), leave, said)).toMatchObject({
      kind: 'confirm',
      corrected: true,
      draft: { fields: { firstDay, lastDay } },
    });
  });

  it('moves a single day as one', () => {
    expect(fieldsAfter(anAsker(), 'book friday off', 'actually monday')).toEqual({
      firstDay: '2026-11-16',
      lastDay: '2026-11-16',
    });
  });

  it('asks what to change after a bare no, and then for that', () => {
    const no = talk(anAsker(), leave, 'no');
    expect(no).toMatchObject({ kind: 'ask', choices: ['the first day', 'the last day'] });

    const which = next(no, 'the last day', anAsker());
    expect(which).toMatchObject({ kind: 'ask', field: { name: 'lastDay' } });
    expect(next(which, 'the 6th', anAsker())).toMatchObject({
      kind: 'confirm',
      draft: { fields: { firstDay: '2027-05-03', lastDay: '2027-05-06' } },
    });
  });

  it('accepts the span it suggested on a yes, and not as a yes to sending', () => {
    const step = talk(anAsker(), 'book me off 31 march to the 30th');
    expect(step.kind === 'ask' && step.problem && problemText(step.problem, step.field)).toBe(
      'The 30th of March is before the 31st. Did you mean Wednesday 31 March to Friday 30 April 2027?',
    );

    const yes = next(step, 'yes', anAsker());
    expect(yes).toMatchObject({ kind: 'confirm', draft: { fields: { lastDay: '2027-04-30' } } });
    expect(yes.draft).not.toHaveProperty('suggested');
  });

  it('asks again for an agreement when the person changes', () => {
    const ana = 'drop ana to 22.5 hours from 1 march';

    expect(talk(aManager(), ana, 'yes', 'wrong person, tom')).toMatchObject({
      kind: 'ask',
      field: { name: 'agreedInWriting', ask: 'Has Tom agreed this in writing?' },
    });
  });

  it.each(['childcare', 'because of childcare', 'its for childcare', 'caring for my mum'])(
    'takes "%s" at the read-back for the reason, once',
    (said) => {
      const flexible = 'i want to work 4 days a week from 1 feb';

      const step = talk(anAsker(), flexible, said);
      expect(step).toMatchObject({
        kind: 'confirm',
        draft: { fields: { change: 'work 4 days a week', firstDay: '2027-02-01' } },
      });
      expect(step.draft.fields).toHaveProperty('reason');
      expect(next(step, said, anAsker())).toMatchObject({
        kind: 'ask',
        field: { name: 'whatToChange' },
      });
    },
  );

  it('takes neither a question nor a no with its cause for the reason', () => {
    const step = talk(anAsker(), 'i want to work 4 days a week from 1 feb');

    expect(next(step, 'childcare vouchers', anAsker())).toMatchObject({ kind: 'unread' });
    expect(next(step, 'no because that is wrong', anAsker())).toMatchObject({ kind: 'ask' });
  });

  it('does not turn the year for a last day that was asked for', () => {
    expect(talk(anAsker(), 'book leave from 10 may', '3 may')).toMatchObject({
      kind: 'ask',
      field: { name: 'lastDay' },
      problem: { kind: 'last-before-first' },
    });
    expect(fieldsAfter(anAsker(), 'book leave from 28 december', '3 january')).toEqual({
      firstDay: '2026-12-28',
      lastDay: '2027-01-03',
    });
  });

  it('adds hours and a note to leave when told to', () => {
    expect(fieldsAfter(anAsker(), leave, 'hours 30', 'note: Ana will cover for me')).toMatchObject({
      hours: 30,
      note: 'Ana will cover for me',
    });
  });
});

describe('ending a request', () => {
  it.each([
    'yes',
    'yep send it',
    'go on then',
    'Yes please!',
    '👍',
    'ok',
    'send it',
    'that’s right',
  ])('takes "%s" at the read-back as agreed', (said) => {
    expect(talk(anAsker(), 'book friday off', said)).toMatchObject({ kind: 'agreed' });
  });

  it.each(['yes but how long does it take', 'is it right', 'yes. how long does it take?', 'send?'])(
    'does not take "%s" as agreed',
    (said) => {
      expect(talk(anAsker(), 'book friday off', said).kind).not.toBe('agreed');
    },
  );

  it.each(['cancel', 'forget it', 'stop', 'never mind', 'start again', 'please cancel that'])(
    'takes "%s" as cancelled, while asking and at the read-back',
    (said) => {
      expect(talk(anAsker(), 'book leave', said)).toMatchObject({ kind: 'cancelled' });
      expect(talk(anAsker(), 'book friday off', said)).toMatchObject({ kind: 'cancelled' });
      expect(talk(anAsker(), 'flexible working request', said)).toMatchObject({
        kind: 'cancelled',
      });
    },
  );

  it('does not send leave whose first day has passed overnight', () => {
    const step = talk(anAsker(), 'book today off');

    expect(next(step, 'yes', anAsker({ today: '2026-11-11' }))).toMatchObject({
      kind: 'ask',
      problem: { kind: 'in-the-past' },
    });
  });
});

describe('leaving a request for a question, and coming back', () => {
  it.each([
    'do bank holidays count',
    'how much leave do i have in may?',
    'what if im ill on holiday',
  ])('changes nothing for "%s"', (question) => {
    const before = talk(anAsker(), 'book leave from 3 may');
    const step = next(before, question, anAsker());

    expect(step).toMatchObject({ kind: 'unread', draft: { misses: 0 } });
    expect(step.draft.fields).toEqual(before.draft.fields);
    expect(ask(step.draft, anAsker())).toMatchObject({ field: { name: 'lastDay' } });
  });

  it('takes an answer that is put as a question, and leaves other questions alone', () => {
    const step = talk(anAsker(), 'flexible working request');

    expect(next(step, 'can I work 4 days a week?', anAsker())).toMatchObject({
      draft: { fields: { change: 'work 4 days a week' } },
    });
    expect(next(step, 'can it be refused?', anAsker())).toMatchObject({ kind: 'unread' });
  });

  it('answers the yes and hands back the question after it', () => {
    const step = talk(aManager(), 'drop ana to 22.5 hours from 1 march');

    expect(next(step, 'yes. does it change her unsocial hours', aManager())).toMatchObject({
      kind: 'confirm',
      rest: 'does it change her unsocial hours',
      draft: { fields: { agreedInWriting: 'yes' } },
    });
  });

  it('counts misses on the same field, and forgets them after an answer', () => {
    const lost = talk(anAsker(), 'book leave', 'wibble', '31 june', 'wobble');
    expect(lost.draft.misses).toBe(3);
    expect(ask(lost.draft, anAsker())).toMatchObject({ problem: { kind: 'not-understood' } });
    expect(next(lost, '3 to 5 may', anAsker()).draft.misses).toBe(0);
  });
});

describe('naming someone in the team', () => {
  const opening = 'one of my band 5s is dropping to 22.5 hours from 1 march';
  const personAfter = (said: string, asker = aManager()) => talk(asker, opening, said);

  it.each(['ana', 'Ana Pires', 'pires', 'its ana', 'Ana Piers', "ana's"])('finds "%s"', (said) => {
    expect(personAfter(said).draft.fields).toMatchObject({ person: 'Ana Pires' });
  });

  it.each(['priya', 'Ana Smith', 'Priya Shah'])('does not find "%s", whoever that is', (said) => {
    expect(personAfter(said)).toMatchObject({
      kind: 'ask',
      problem: { kind: 'not-in-team' },
      choices: ['Ana Pires', 'Tom Okafor', 'Jin Park'],
    });
  });

  it('asks which one where two have the name', () => {
    const two = [report('a', 'Ana Pires', 'Ana'), report('b', 'Ana Cole', 'Ana')];

    expect(personAfter('ana', aManager({ reports: two }))).toMatchObject({
      problem: { kind: 'which-person' },
      choices: ['Ana Pires', 'Ana Cole'],
    });
  });
});

describe('what has no place in a request', () => {
  it('keeps no bank details, and says so', () => {
    const step = talk(
      anAsker(),
      'i have a pay query, my overtime is missing',
      'no',
      'your words',
      'please pay to sort code 12-34-56 account 12345678',
    );

    expect(step).toMatchObject({ kind: 'ask', problem: { kind: 'bank-details' } });
    expect(JSON.stringify(step.draft)).not.toContain('12345678');
  });

  it('says that free text is too long, and does not cut it', () => {
    const step = talk(anAsker(), 'i have a pay query', 'something is missing', 'x'.repeat(1001));

    expect(step).toMatchObject({ kind: 'ask', problem: { kind: 'too-long', max: 1000 } });
  });

  it('asks anew for a field that is called the change', () => {
    const step = talk(
      anAsker(),
      'i want to work 4 days a week from 1 february',
      'no',
      'the change',
    );

    expect(step).toMatchObject({ kind: 'ask', field: { name: 'change' } });
  });
});
