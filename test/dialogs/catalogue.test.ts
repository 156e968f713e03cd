import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../../dialogs';
import { CatalogueError } from '../../dialogs/catalogue/catalogue-error';
import { readCatalogue } from '../../dialogs/catalogue/read-catalogue';
import { bookAnnualLeave } from '../../dialogs/catalogue/services/book-annual-leave';
import type { ServiceData } from '../../dialogs/catalogue/schema';
import { looksLikeQuestion } from '../../dialogs/engine/questions';

const leave: ServiceData = bookAnnualLeave;
const [firstDay, lastDay] = leave.fields as [ServiceData['fields'][0], ServiceData['fields'][0]];
const rule = {
  clause: 'annual-leave-and-bank-holidays.19',
  check: { kind: 'notice', field: 'firstDay', least: 'notice' },
  otherwise: 'warn',
  says: 'Give at least {notice} of notice.',
};

describe('the catalogue', () => {
  it('keeps the field names that scripts and receiving services rely on', () => {
    const fields = Object.fromEntries(
      services.map(({ id, fields: all }) => [id, all.map(({ name }) => name)]),
    );

    expect(fields).toEqual({
      'book-annual-leave': ['firstDay', 'lastDay', 'hours', 'halfDay', 'note'],
      'flexible-working-request': ['change', 'firstDay', 'reason'],
      'change-of-hours': ['person', 'weeklyHours', 'firstDay', 'agreedInWriting', 'reason'],
      'employment-reference': ['purpose', 'recipient', 'neededBy'],
      'new-starter': ['fullName', 'jobTitle', 'weeklyHours', 'firstDay'],
      vacancy: ['jobTitle', 'band', 'weeklyHours', 'why', 'firstDay'],
      leaver: ['person', 'lastDay', 'why'],
      'report-sickness': ['firstDay', 'lastDay', 'reason'],
      'maternity-leave': ['dueDate', 'firstDay', 'note'],
      'pregnancy-or-baby-loss-leave': ['firstDay', 'lastDay', 'note'],
      'occupational-health': ['contactBy', 'reason'],
      'pay-query': ['problem', 'detail', 'payMonth'],
      'career-conversation': ['detail'],
      appraisal: ['detail', 'firstDay'],
      'occupational-health-referral': ['person', 'reason', 'agreed'],
      'change-for-a-report': ['person', 'change', 'firstDay'],
      'fixed-term-extension': ['person', 'lastDay', 'reason'],
      'acting-up': ['person', 'band', 'firstDay', 'lastDay'],
      'return-to-work-meeting': ['person', 'meetingDay', 'note'],
      'additional-hours': ['person', 'hours', 'firstDay', 'reason'],
      'probation-outcome': ['person', 'decision', 'lastDay'],
      'carry-over-annual-leave': ['hours', 'reason'],
      'convert-leave-to-sickness': ['firstDay', 'lastDay', 'note'],
      'fit-note': ['firstDay', 'lastDay', 'advice', 'note'],
      'paternity-leave': ['dueDate', 'firstDay', 'weeks', 'note'],
      'adoption-leave': ['matchingDay', 'placementDay', 'firstDay', 'note'],
      'shared-parental-leave': ['dueDate', 'firstDay', 'weeks', 'note'],
      'neonatal-care-leave': ['birthDay', 'firstDay', 'weeks', 'note'],
      'unpaid-parental-leave': ['firstDay', 'weeks', 'note'],
      'carers-leave': ['firstDay', 'lastDay', 'halfDay', 'note'],
      'special-leave': ['firstDay', 'lastDay', 'reason'],
      'bereavement-leave': ['firstDay', 'lastDay', 'note'],
      'return-from-leave': ['firstDay', 'note'],
      'hybrid-working': ['change', 'firstDay', 'reason'],
      'reasonable-adjustments': ['change', 'reason'],
      'employment-break': ['firstDay', 'lastDay', 'reason'],
      'shift-query': ['shiftDay', 'change'],
      'wellbeing-support': ['contactBy', 'reason'],
      mediation: ['contactBy', 'note'],
      'exit-conversation': ['contactBy', 'lastDay'],
      'study-leave': ['course', 'firstDay', 'lastDay', 'amount', 'reason'],
      'payment-correction': ['direction', 'detail', 'amount', 'payMonth'],
      'expenses-claim': ['expenseDay', 'amount', 'detail'],
      'previous-service': ['employer', 'firstDay', 'lastDay'],
      'partial-retirement': ['arrangement', 'firstDay', 'note'],
      'personal-details': ['detail'],
      'subject-access-request': ['detail'],
      'staff-passport': ['employer', 'firstDay'],
      'registration-update': ['registration', 'detail'],
      'bank-registration': ['jobTitle', 'note'],
      secondment: ['jobTitle', 'employer', 'firstDay', 'lastDay'],
    });
  });

  it('tells staff not to book travel before leave is approved', () => {
    const found = services.find(({ id }) => id === 'book-annual-leave');

    expect(found?.receipt).toEqual(['Not approved yet. Do not book travel until it is.']);
  });

  it('has no label that would read as a question when it is pressed', () => {
    const labels = services.flatMap(({ fields }) =>
      fields.flatMap(({ label, choices = [] }) => [label, ...choices.map((one) => one.label)]),
    );

    expect(labels.filter(looksLikeQuestion)).toEqual([]);
  });

  it('keeps what is private private, and says what cannot wait', () => {
    const of = (property: 'isPrivate' | 'urgent') =>
      services.filter((service) => service[property]).map(({ id }) => id);

    expect(of('isPrivate')).toEqual([
      'pregnancy-or-baby-loss-leave',
      'maternity-leave',
      'occupational-health',
      'occupational-health-referral',
      'return-to-work-meeting',
      'probation-outcome',
      'convert-leave-to-sickness',
      'fit-note',
      'paternity-leave',
      'adoption-leave',
      'shared-parental-leave',
      'neonatal-care-leave',
      'unpaid-parental-leave',
      'carers-leave',
      'special-leave',
      'bereavement-leave',
      'return-from-leave',
      'reasonable-adjustments',
      'wellbeing-support',
      'mediation',
      'exit-conversation',
      'partial-retirement',
      'personal-details',
      'subject-access-request',
    ]);
    expect(of('urgent')).toEqual([
      'report-sickness',
      'occupational-health',
      'occupational-health-referral',
      'neonatal-care-leave',
      'special-leave',
      'bereavement-leave',
      'wellbeing-support',
    ]);
  });

  it.each([
    [
      'a date after a field that is not there',
      { ...leave, fields: [firstDay, { ...lastDay, onOrAfter: 'firstday' }] },
      'Service "book-annual-leave": "lastDay" must fall on or after "firstday", but no date before it has that name. The dates before it are: firstDay.',
    ],
    [
      'a choice without choices',
      { ...leave, fields: [firstDay, lastDay, { ...lastDay, name: 'half', kind: 'choice' }] },
      '"half" is of kind choice.',
    ],
    ['a slot that nothing fills', { ...leave, readBack: ['Leave for {who}'] }, 'a slot {who}'],
    ['a phrase with an unknown group', { ...leave, starts: ['{boook} leave'] }, '{boook}'],
    ['two fields of one name', { ...leave, fields: [firstDay, firstDay] }, 'called "firstDay"'],
    [
      'text without an end',
      { ...leave, fields: [firstDay, { name: 'note', kind: 'text', ask: 'Why?!', label: 'note' }] },
      'free text without an end',
    ],
    [
      'a rule that looks at a field that is not there',
      { ...leave, rules: [{ ...rule, check: { ...rule.check, field: 'firstday' } }] },
      'looks at "firstday", but no field has that name. Its fields are: firstDay, lastDay',
    ],
    [
      'a rule that offers a service that is not there',
      { ...leave, rules: [{ ...rule, offers: 'sabbatical' }] },
      'offers "sabbatical", but no service has that id.',
    ],
    [
      'a rule that stops and cannot be mended',
      { ...leave, rules: [{ ...rule, check: { kind: 'told' }, otherwise: 'stop' }] },
      'stops, but there is nothing to change so that it holds. Make it a warning.',
    ],
  ])('refuses %s, and says how to mend it', (_, data, message) => {
    const read = () => readCatalogue([data as ServiceData]); // wrong on purpose

    expect(read).toThrow(CatalogueError);
    expect(read).toThrow(message);
  });

  it.each(services.map(({ id }) => id))('has a golden transcript of %s', (id) => {
    expect(existsSync(join(__dirname, '..', 'golden', `${id}.transcript`))).toBe(true);
  });

  it('refuses two services with one id', () => {
    expect(() => readCatalogue([leave, leave])).toThrow('two services have this id');
  });
});
