import fc from 'fast-check';
import { services, type Draft } from '../../dialogs';
import { addDays, sundayOf } from '../../dialogs/engine/reading/days';
import { sundayOnOrBefore } from '../../knowledge/entitlements/days';
import { TODAY } from '../dialogs/an-asker';
import { found } from '../dialogs/rules-played';

const RUNS = { numRuns: 300, seed: 11 };
const WEEKS_NEEDED = 26;
const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays(TODAY, days));

const fields: fc.Arbitrary<Draft['fields']> = fc.dictionary(
  fc.constantFrom('firstDay', 'lastDay', 'dueDate', 'birthDay', 'matchingDay', 'expenseDay'),
  day(-500, 2500),
);
const weeks = fc.record({ weeks: fc.integer({ min: 1, max: 50 }) }, { requiredKeys: [] });
const service = fc.constantFrom(...services.filter(({ rules }) => rules.length > 0));

describe('whatever is asked for', () => {
  it('is never stopped for its service where the directory does not know it', () => {
    fc.assert(
      fc.property(service, fields, weeks, ({ id, rules }, days, more) => {
        const others = rules.filter(({ check }) => check.kind !== 'service');
        const ofService = rules.filter(
          ({ check, clause }) =>
            check.kind === 'service' && !others.some((other) => other.clause === clause),
        );
        const stops = found(id, { ...days, ...more }).filter((finding) => finding.stops);
        for (const { clause } of ofService)
          expect(stops.map((finding) => finding.clause)).not.toContain(clause);
      }),
      RUNS,
    );
  });

  it('never tells somebody who has served long enough that they have not, however little the directory knows of it', () => {
    fc.assert(
      fc.property(
        day(30, 300),
        fc.nat(400),
        fc.nat(3000),
        fc.nat(3000),
        fc.boolean(),
        (due, spare, later, nhs, known) => {
          const qualifying = addDays(sundayOf(due), -15 * 7 + 6);
          const began = addDays(qualifying, -(WEEKS_NEEDED - 1) * 7 - spare);
          const post = addDays(began, later); // the post may have come later than the work here
          const asker = {
            posts: [{ id: 'post-1', title: 'Porter', place: 'Site', employedSince: post }],
            nhsServiceStart: known ? addDays(began, -nhs) : undefined,
          };
          const request = { dueDate: due, firstDay: due, weeks: 2 };
          const all = found('shared-parental-leave', request, { asker });
          const told = all.filter(({ says }) => says.includes('I can see that you started on'));
          expect(told).toEqual([]);
        },
      ),
      RUNS,
    );
  });

  it('holds once what would mend it is taken over', () => {
    fc.assert(
      fc.property(service, fields, weeks, ({ id }, days, more) => {
        const [first] = found(id, { ...days, ...more });
        const to = first?.change?.to;
        if (first === undefined || to === undefined) return;
        const mended = { ...days, ...more, [first.change!.field.name]: to.value };
        const again = found(id, mended).filter(
          ({ clause, stops }) => stops && clause === first.clause,
        );
        expect(again).toEqual([]);
      }),
      RUNS,
    );
  });

  it('has its weeks counted as the sums of the policies count them', () => {
    fc.assert(
      fc.property(day(-1000, 3000), (any) => {
        expect(sundayOf(any)).toBe(sundayOnOrBefore(any));
      }),
      RUNS,
    );
  });
});
