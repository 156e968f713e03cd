/** Rules of service and of groups, and what would mend a request. Today is Tuesday 10 November 2026. */
import { dialogs } from '../../dialogs';
import { anAsker } from './an-asker';
import { draftOf, found, here, verdict } from './rules-played';

const PATERNITY = 'paternity-and-maternity-support-leave';

describe('rules of service', () => {
  // The week of birth starts on 8 August 2027; fifteen weeks before, the week ends on Saturday 1 May 2027.
  const due = { dueDate: '2027-08-14', firstDay: '2027-08-14', weeks: 1 };

  it.each([
    ['paternity-leave', `${PATERNITY}.8`, '2026-08-07', 'nothing'],
    ['paternity-leave', `${PATERNITY}.8`, '2026-08-08', 'nothing'],
    ['paternity-leave', `${PATERNITY}.8`, '2026-08-09', 'warns'],
    ['maternity-leave', 'maternity-leave-and-pay.10', '2026-05-23', 'nothing'],
    ['maternity-leave', 'maternity-leave-and-pay.10', '2026-05-24', 'warns'],
    ['maternity-leave', 'maternity-leave-and-pay.17', '2026-11-07', 'nothing'],
    ['maternity-leave', 'maternity-leave-and-pay.17', '2026-11-08', 'warns'],
    // Short by May, but not by the birth: those who adopt count to another week, so it is not certain.
    ['shared-parental-leave', 'shared-parental-leave.10', '2026-11-07', 'nothing'],
    ['shared-parental-leave', 'shared-parental-leave.10', '2026-11-08', 'warns'],
    ['paternity-leave', `${PATERNITY}.9`, '2026-11-08', 'nothing'],
  ] as const)('%s, %s: since %s %s', (service, clause, since, expected) => {
    expect(verdict(service, clause, due, here(since))).toBe(expected);
  });

  const soon = { dueDate: '2027-03-14', firstDay: '2027-03-20', weeks: 2 };

  it.each([
    ['2026-06-28', 'nothing'],
    ['2026-06-29', 'nothing'],
    ['2026-07-04', 'nothing'],
    ['2026-07-05', 'warns'],
  ] as const)('count the week that ends on 26 December 2026: since %s %s', (since, expected) => {
    // Fifteen weeks after Sunday 20 December 2026 is Sunday 4 April 2027.
    const april = { dueDate: '2027-04-04' };
    expect(verdict('maternity-leave', 'maternity-leave-and-pay.17', april, here(since))).toBe(
      expected,
    );
  });

  it.each([
    ['2025-12-27', 'nothing'],
    ['2025-12-28', 'warns'],
  ] as const)('count months up to the end of a week: since %s %s', (since, expected) => {
    const match = { matchingDay: '2026-12-22' };
    expect(verdict('adoption-leave', 'adoption-leave.4', match, here(since))).toBe(expected);
  });

  it('are never certain enough to stop shared parental leave: years may have come with the service', () => {
    const [finding] = found('shared-parental-leave', soon, here('2026-11-02'));
    expect(finding).toMatchObject({
      clause: 'shared-parental-leave.10',
      stops: false,
      says: expect.stringContaining('I can see that you started on Monday 2 November 2026.'),
      instead: expect.stringContaining('or your service moved here from another employer'),
    });
  });

  it.each([
    ['2026-09-26', 'at the latest'],
    ['2026-09-27', 'I can see that you started on'],
  ])('count for those who adopt up to the week of the placement: since %s', (since, said) => {
    expect(found('shared-parental-leave', soon, here(since))[0]?.says).toContain(said);
  });

  it('leave doctors to their own rule of shared parental leave: work for any NHS employer counts', () => {
    const doctor = { ...here('2026-11-02'), group: 'medical-and-dental' as const };
    expect(verdict('shared-parental-leave', 'shared-parental-leave.10', soon, doctor)).toBe(
      'nothing',
    );
  });

  it('count work for this employer before the post where the record goes further back', () => {
    const posts = here('2026-10-05', '2019-01-07');
    const [finding] = found('shared-parental-leave', soon, posts);
    expect(finding).toMatchObject({ clause: 'shared-parental-leave.10', stops: false });
    expect(finding?.says).toContain('here since Monday 5 October 2026 at the latest');
  });

  it('say what cannot be seen as a condition', () => {
    const [finding] = found('employment-break', { firstDay: '2027-01-04', lastDay: '2027-12-31' });
    expect(finding).toMatchObject({
      stops: false,
      says: 'You normally need **12 months** of service first. I cannot see when you started.',
    });
  });

  it.each([
    ['2026-11-10', 'by the week the baby was due, or the child was placed.'],
    ['2026-11-11', 'by Sunday 8 November 2026.'],
  ])('say of paternity pay, with %s, what is certain', (dueDate, said) => {
    const all = found('paternity-leave', { ...due, dueDate }, here('2026-10-05'));
    expect(all.find(({ clause }) => clause === `${PATERNITY}.8`)?.says).toContain(said);
  });

  it('leave paternity leave itself to everybody: only its pay needs service', () => {
    const all = found('paternity-leave', due, here('2026-11-09'));
    expect(all.map(({ stops }) => stops)).not.toContain(true);
    expect(all.map(({ says }) => says).join(' ')).toContain(
      'This is about the pay, not the leave.',
    );
  });
});

describe('rules of requests that were sent before', () => {
  const sent = (...days: string[]) => ({
    asker: { sent: days.map((day) => ({ service: 'flexible-working-request', day })) },
    group: 'local-contract' as const,
  });
  const flexible = (asked: Parameters<typeof verdict>[3]) =>
    verdict('flexible-working-request', 'flexible-working.7', {}, asked);

  it('count two in the twelve months up to today, in the law', () => {
    expect(flexible(sent('2026-03-01'))).toBe('nothing');
    expect(flexible(sent('2026-03-01', '2025-11-11'))).toBe('warns');
    expect(flexible(sent('2026-03-01', '2025-11-10'))).toBe('nothing');
  });

  it('are not for those whose NHS contract sets no limit', () => {
    expect(flexible({ ...sent('2026-03-01', '2026-04-01'), group: 'agenda-for-change' })).toBe(
      'nothing',
    );
  });
});

describe('a clause', () => {
  const break_ = { firstDay: '2027-01-04', lastDay: '2027-01-31' };

  it('has no rule for a group that it does not name', () => {
    expect(verdict('employment-break', 'special-leave.33', break_)).toBe('stops');
    for (const group of ['local-contract', 'medical-and-dental', 'bank'] as const)
      expect(verdict('employment-break', 'special-leave.33', break_, { group })).toBe('nothing');
  });

  it('that is for bank staff alone is told to them and to nobody else', () => {
    const told = 'carers-leave-and-time-off-for-dependants.30';
    expect(verdict('carers-leave', told, {}, { group: 'bank' })).toBe('warns');
    expect(verdict('carers-leave', told, {})).toBe('nothing');
  });

  it('that is an employer’s own is given no figure of the national one', () => {
    const notice = (figures: Readonly<Record<string, string>>) =>
      dialogs
        .checkRules(
          draftOf('carers-leave', { firstDay: '2026-11-12', lastDay: '2026-11-12' }),
          anAsker(),
          new Map([['carers-leave-and-time-off-for-dependants.10', figures]]),
        )
        .map(({ says }) => says);

    expect(notice({ 'least-notice': '28 days' })).toEqual([]);
    const own = { 'least-notice': '5 days', 'five-days': '5 days', 'five-days-notice': '30 days' };
    expect(notice(own)).toEqual([expect.stringContaining('**30 days** for 5 days')]);
    expect(notice(own)).toEqual([expect.stringContaining('Monday 16 November 2026 or later')]);
  });
});

describe('what would mend it', () => {
  it('is the nearest day with which the rule holds', () => {
    const [finding] = found('maternity-leave', { dueDate: '2027-08-14', firstDay: '2027-03-01' });
    expect(finding?.change).toMatchObject({
      field: { name: 'firstDay' },
      to: { value: '2027-05-23', words: 'Sunday 23 May 2027' },
    });
  });

  it('is not proposed where the baby may have come', () => {
    const [finding] = found('maternity-leave', { dueDate: '2027-08-14', firstDay: '2026-11-10' });
    expect(finding).toMatchObject({ stops: false, change: undefined });
    expect(finding?.says).toContain('If your baby has come, your leave starts the day after');
    expect(finding?.says).toContain('**Sunday 23 May 2027** at the earliest');
  });

  it('is left to the person where that day has passed', () => {
    const [finding] = found('neonatal-care-leave', {
      birthDay: '2026-10-30',
      firstDay: '2026-11-01',
    });
    expect(finding).toMatchObject({ stops: true, change: { to: undefined } });
  });
});
