/** A sum must not fall silent because a figure went out of a clause. */
import type { Policy } from '../../knowledge';
import { checkSums } from '../../knowledge/policies/check-sums';
import { createPolicySet } from '../../knowledge/policies/policy-set';
import { built } from '../support/built';

const { policies } = built;
const TODAY = '2026-11-23';

const complaints = (set: readonly Policy[]): string[] =>
  checkSums(createPolicySet(set), TODAY).map(({ message }) => message);

const without = (id: string, figure: string): Policy[] =>
  policies.map((policy) => ({
    ...policy,
    clauses: policy.clauses.map((clause) =>
      clause.id !== id
        ? clause
        : {
            ...clause,
            values: Object.fromEntries(
              Object.entries(clause.values).filter(([name]) => name !== figure),
            ),
          },
    ),
  }));

describe('the check of sums', () => {
  it('has nothing to say of the set as it is', () => {
    expect(complaints(policies)).toEqual([]);
  });

  it.each([
    ['annual-leave-and-bank-holidays.2', 'hours-after-10-years'],
    ['sickness-absence-and-sick-pay.1', 'fourth-and-fifth-year-half-pay'],
    ['maternity-leave-and-pay.2', 'notice-week'],
    ['paternity-and-maternity-support-leave.3', 'window'],
    ['redundancy-and-organisational-change.3', 'cap'],
    ['redundancy-and-organisational-change.29', 'week-cap'],
    ['notice-periods-and-leaving.7', 'most'],
    ['unsocial-hours-overtime-and-on-call.2', 'evening'],
    ['unsocial-hours-overtime-and-on-call.14', 'public-holiday'],
  ])('names the figure that went out of %s: %s', (id, figure) => {
    expect(complaints(without(id, figure)).join('\n')).toContain(`${id} has no figure "${figure}"`);
  });

  it('names the clause that is no longer there', () => {
    const set = policies.map((policy) => ({
      ...policy,
      clauses: policy.clauses.filter(({ id }) => id !== 'maternity-leave-and-pay.10'),
    }));

    expect(complaints(set).join('\n')).toContain(
      'reads the clause maternity-leave-and-pay.10, which is not there',
    );
  });
});
