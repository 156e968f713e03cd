/** What the first sentence says of a letter, a new starter, a leaver and a vacancy. */
import { readBack, start, type Asker } from '../../dialogs';
import { findService } from '../../dialogs/catalogue/services';
import { clauses } from '../../dialogs/engine/plain';
import { aManager, anAsker } from './an-asker';
import { fieldsAfter, NOW, talk } from './talk';

const today = '2027-02-01'; // a Monday
const staff = anAsker({ today });
const manager = aManager({ today });
/** On the command line the directory knows no team, and people are named freely. */
const withoutTeam = aManager({ today, reports: [] });

function saidFor(service: string, text: string, asker: Asker) {
  const found = findService(service);
  if (found === undefined) throw new Error(`No service is called "${service}".`);
  return start(found, text, asker, { draft: 'd', nonce: 'n', person: 'p', now: NOW }).draft.fields;
}

describe('an employment letter', () => {
  it.each([
    ['it should be addressed to the Hill Bank, in support of my mortgage', 'the Hill Bank'],
    ['letter for a new flat, send it to hunters lettings by friday', 'hunters lettings'],
    ['reference for my new job at Marks and Spencer and soon please', 'Marks and Spencer'],
    ['mortgage letter needed for Halifax by 20 feb', 'Halifax'],
    ['my landlord wants a letter that says i work here', 'my landlord'],
  ])('goes to whom they say: %s', (text, recipient) => {
    expect(saidFor('employment-reference', text, staff).recipient).toBe(recipient);
  });

  it.each(['a reference for a new job at another hospital', 'the lender wants it sent to them'])(
    'goes to nobody whom they do not name: %s',
    (text) => {
      expect(saidFor('employment-reference', text, staff)).not.toHaveProperty('recipient');
    },
  );

  it('is for somebody else where they say so later', () => {
    const said = ['need an employment letter for my mortgage', 'Halifax', 'send it to Hill Bank'];
    const [first = '', ...lines] = said;

    expect(fieldsAfter(staff, first, ...lines).recipient).toBe('Hill Bank');
  });

  it('does not go to "not sure yet"', () => {
    const first = 'need an employment letter for my mortgage';

    expect(fieldsAfter(staff, first, 'i dont know yet')).toEqual({ purpose: 'mortgage' });
  });

  it('is needed by the one day that a correction names', () => {
    const first = 'need an employment letter for my mortgage by 19 feb, to go to Halifax';

    expect(fieldsAfter(staff, first, 'no, 12 feb').neededBy).toBe('2027-02-12');
  });
});

describe('a new starter', () => {
  it('is read from one line', () => {
    const text = 'New starter - Chidinma Okafor, staff nurse, 37.5, first day 1 March';

    expect(saidFor('new-starter', text, withoutTeam)).toEqual({
      fullName: 'Chidinma Okafor',
      jobTitle: 'staff nurse',
      weeklyHours: 37.5,
      firstDay: '2027-03-01',
    });
  });

  it('keeps a name out of the job after it', () => {
    const text = 'set up Kasia Nowicka pharmacy technician, 30h/wk';

    expect(saidFor('new-starter', text, withoutTeam)).toEqual({
      fullName: 'Kasia Nowicka',
      jobTitle: 'pharmacy technician',
      weeklyHours: 30,
    });
  });

  it('has the job as it was typed', () => {
    const text = 'new starter form for a Clinical Coder';

    expect(saidFor('new-starter', text, withoutTeam)).toEqual({ jobTitle: 'Clinical Coder' });
  });

  it('has a job of several words for jobs', () => {
    const text = 'an apprentice dental nurse, full time';

    expect(saidFor('new-starter', text, withoutTeam)).toEqual({
      jobTitle: 'apprentice dental nurse',
      weeklyHours: 37.5,
    });
  });

  it('starts on the day beside "starts", not on that of the interview', () => {
    const text = 'new starter, interviewed 12 january, starts 1 march';

    expect(saidFor('new-starter', text, withoutTeam).firstDay).toBe('2027-03-01');
  });

  it('starts on a day counted from midnight, and the read-back says so', () => {
    const early = { ...withoutTeam, earlyHours: true };
    const step = talk(early, 'new starter form, Ana Pires, porter, 20 hours, starts tomorrow');

    expect(readBack(step.draft, early)).toContain('counted from Monday 1 February');
  });

  it('may have started', () => {
    const text = 'new starter form, she started on 25 january';

    expect(saidFor('new-starter', text, withoutTeam).firstDay).toBe('2027-01-25');
  });

  it('does not start on the day on which the form is to be done', () => {
    const text = 'new starter form, can we get it done today';

    expect(saidFor('new-starter', text, withoutTeam)).toEqual({});
  });
});

describe('a leaver', () => {
  it.each([
    ['Our lovely Pauline Whitcombe retires on 31 march', 'Pauline Whitcombe'],
    ["Ngozi's fixed term finishes 26 feb", 'Ngozi'],
    ['mark brown has resigned', 'Mark Brown'],
    ['leaver form for olu, hes retiring', 'Olu'],
  ])('is whom they name, where the directory knows no team: %s', (text, person) => {
    expect(saidFor('leaver', text, withoutTeam).person).toBe(person);
  });

  it.each([
    'one of my lot has handed his notice in',
    'our porter is leaving',
    'one of our night nurses contract is up',
  ])('is nobody where they name nobody: %s', (text) => {
    expect(saidFor('leaver', text, withoutTeam)).not.toHaveProperty('person');
  });

  it('is one of the team, or asked for again', () => {
    expect(saidFor('leaver', 'Tom has resigned', manager).person).toBe('Tom Okafor');
    expect(saidFor('leaver', 'Kofi Asante has resigned', manager)).toEqual({ why: 'resigned' });
  });

  it.each([
    ['ana left last friday', '2027-01-29'],
    ['ana left on 15 january', '2027-01-15'],
    ['ana resigned, last day friday', '2027-02-05'],
    ['ana gave notice on 25 january, last working day 28 feb', '2027-02-28'],
  ])('has a last day that may have been: %s', (text, lastDay) => {
    expect(saidFor('leaver', text, manager).lastDay).toBe(lastDay);
  });
});

describe('a vacancy', () => {
  it('is read from one line', () => {
    const text = 'b7 clinical pharmacist, 37.5, backfill as Anneke’s left, from 19 april';

    expect(saidFor('vacancy', text, manager)).toEqual({
      jobTitle: 'clinical pharmacist',
      band: '7',
      weeklyHours: 37.5,
      why: 'leaver',
      firstDay: '2027-04-19',
    });
  });

  it('takes the day on which somebody left for no start', () => {
    expect(saidFor('vacancy', 'replace our porter who left in january', manager)).toEqual({
      jobTitle: 'porter',
      why: 'leaver',
    });
  });

  it('is a new post where it is "not a replacement"', () => {
    expect(saidFor('vacancy', 'a post, not a replacement', manager)).toEqual({ why: 'new-post' });
  });

  it('may have no band', () => {
    const first = 'vacancy request, consultant radiologist, full time, new post';

    expect(fieldsAfter(manager, first, 'none').band).toBe('none');
  });
});

it('cuts a sentence at a dash, and keeps its letters', () => {
  expect(clauses('New starter - Ana').map(({ plain }) => plain)).toEqual(['new starter', 'ana']);
});
