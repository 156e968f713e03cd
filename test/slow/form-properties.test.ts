/** Whatever is written into a form of any service: nothing breaks, and nothing gets past that the chat would refuse. */
import fc from 'fast-check';
import {
  fillIn,
  form,
  hasBankDetails,
  leaveForm,
  services,
  start,
  Draft,
  type FieldDefinition,
  type Written,
} from '../../dialogs';
import { aManager } from '../dialogs/an-asker';
import development from '../dialogs/utterances/development.json';
import { NOW } from '../dialogs/talk';

const posts = [
  { id: 'post-1', title: 'Staff Nurse', place: 'Ward 7' },
  { id: 'post-2', title: 'Bank Nurse', place: 'Ward 9' },
];
const asker = aManager({ posts });
const ids = { draft: 'd', nonce: 'n0', person: 'p', now: NOW };
const again = { nonce: 'n1', now: NOW };

const PIECES = [
  ...['', ' ', '-', 'yes', 'no', 'skip', 'cancel', 'same', 'i dont know', 'none', 'null'],
  ...['2027-05-03', '2027-02-30', '0000-00-00', '9999-12-31', '3 may', 'friday', '31 june'],
  ...['3 to 7 may', 'every friday', 'tomorrow', '2027-03', 'march', 'last month', 'for a week'],
  ...['22.5', '-5', '1e9', '0.6 wte', '3 days', '£14.50', '2', 'two', '1000000', 'NaN'],
  ...['ana', 'tom', 'Jin Park', 'Mary Jones', 'post-2', 'post-9', 'morning', '8a', 'phone'],
  ...['my account is 12345678', 'sort code 12-34-56', 'x'.repeat(1001), '<b>', '{givenName}'],
];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...development.map(({ text }) => text)) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const said = fc.constantFrom('', ...development.map(({ text }) => text));

/** Each service is started with something, and its form sent in with some of its fields changed. */
function always(
  look: (draft: Draft, sent: Written, fields: readonly FieldDefinition[]) => void,
  numRuns = 4,
): void {
  for (const service of services)
    fc.assert(
      fc.property(said, fc.array(fc.option(piece), { maxLength: 8 }), (first, values) => {
        const { draft } = start(service, first, asker, ids);
        const sent = form(draft, asker).fields.map(({ name, value, choices }, index) => {
          const written = values[index] ?? value;
          const chosen = choices[written.length % (choices.length + 1)]?.value;
          return [name, chosen ?? written] as const;
        });
        look(draft, Object.fromEntries(sent), service.fields);
      }),
      { numRuns, seed: 11 },
    );
}

const shown = (draft: Draft): Written =>
  Object.fromEntries(form(draft, asker).fields.map(({ name, value }) => [name, value]));

function expectAllowed(field: FieldDefinition, value: string | number | undefined): void {
  if (value === undefined) {
    expect([field.name, field.optional]).toEqual([field.name, true]);
    return;
  }
  switch (field.kind) {
    case 'date':
      expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(Number.isNaN(Date.parse(String(value)))).toBe(false);
      if (field.onOrAfter === 'today') expect(String(value) >= asker.today).toBe(true);
      break;
    case 'month':
      expect(value).toMatch(/^\d{4}-\d\d$/);
      break;
    case 'hours':
    case 'number':
      expect(value).toBeGreaterThanOrEqual(field.min ?? 0);
      expect(value).toBeLessThanOrEqual(field.max ?? Number.MAX_VALUE);
      break;
    case 'choice':
      expect(field.choices?.map((choice) => choice.value)).toContain(value);
      break;
    case 'person':
      expect(asker.reports.map(({ name }) => name)).toContain(value);
      break;
    case 'name':
      expect(value).toMatch(/\p{L}/u);
      break;
    case 'job':
    case 'text':
      expect(String(value).length).toBeLessThanOrEqual(field.maxLength ?? 1000);
      expect(String(value).length).toBeGreaterThan(1);
      expect(hasBankDetails(String(value))).toBe(false);
      break;
  }
}

describe('the form of every service', () => {
  it('sent in unchanged gives the same values', () => {
    always((draft) => {
      const filled = fillIn(draft, shown(draft), asker, again);
      if (filled.kind === 'another') throw new Error('Its own fields were refused.');
      const after = filled.kind === 'read' ? filled.step.draft : filled.draft;
      expect(after.filledIn).toEqual(draft.filledIn);
      if (filled.kind === 'read') expect(after.fields).toEqual(draft.fields);
      // What may not stand is told, and nothing else is lost.
      const told = filled.kind === 'wrong' ? filled.form.fields.filter((f) => f.problem) : [];
      const lost = Object.keys(draft.fields).filter((name) => !(name in after.fields));
      expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(lost));
    });
  });

  it('reads back nothing that the chat would refuse', () => {
    always((draft, sent, fields) => {
      const filled = fillIn(draft, sent, asker, again);
      if (filled.kind !== 'read') return;
      const { step } = filled;
      expect(step.kind).toBe('confirm');
      for (const field of fields) expectAllowed(field, step.draft.fields[field.name]);
      const { firstDay = '', lastDay = firstDay } = step.draft.fields;
      expect(firstDay <= lastDay).toBe(true);
    });
  });

  it('makes a draft that can be stored, and says what is wrong with a form that comes back', () => {
    always((draft, sent, fields) => {
      const filled = fillIn(draft, sent, asker, again);
      if (filled.kind !== 'wrong') return;
      expect(Draft.parse(filled.draft)).toEqual(filled.draft);
      expect(filled.form.fields.some(({ problem }) => problem !== null)).toBe(true);
      for (const field of fields)
        if (filled.draft.fields[field.name] !== undefined)
          expectAllowed(field, filled.draft.fields[field.name]);
    });
  });

  it('leads back to the chat from whatever was written', () => {
    always((draft, sent) => {
      const step = leaveForm(draft, sent, asker, again);
      expect(['ask', 'confirm']).toContain(step.kind);
      expect(Draft.parse(step.draft)).toEqual(step.draft);
    });
  });

  it('can be sent in with what it asks for: each has a value that is taken', () => {
    for (const service of services) {
      const { draft } = start(service, '', asker, ids);
      const sent = form(draft, asker).fields.map((field) => [field.name, valueFor(field)] as const);
      const filled = fillIn(draft, Object.fromEntries(sent), asker, again);
      expect([service.id, filled]).toMatchObject([service.id, { step: { kind: 'confirm' } }]);
    }
  });

  it('has a label that ends as a sentence does, and no slot left in it', () => {
    for (const service of services)
      for (const { label, hint } of form(start(service, '', asker, ids).draft, asker).fields) {
        expect(label).toMatch(/[?.]$/);
        expect(`${label} ${hint}`).not.toMatch(/[{}]/);
      }
  });
});

/** Something right for any field: a day today, the first choice, few hours, a few words. */
function valueFor({ name, input, choices }: ReturnType<typeof form>['fields'][number]): string {
  const days: Written = { lastDay: '2026-11-10' };
  switch (input) {
    case 'day':
      return days[name] ?? '2026-11-10';
    case 'month':
      return 'march 2026';
    case 'number':
      return name === 'amount' ? '14.50' : '1';
    case 'one-of':
      return choices[0]?.value ?? '';
    case 'line':
      return name === 'jobTitle' ? 'staff nurse' : 'Maria Lopez';
    case 'words':
      return 'Start at half past nine';
  }
}
