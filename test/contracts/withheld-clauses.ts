import type { WithheldClause } from '../../bot/answering/withheld';
import type { Stores } from '../../bot/storage/create-stores';
import { later, MINUTE, noon } from './samples';

const CLAUSE = 'annual-leave-and-bank-holidays.20';
const out = (changes: Partial<WithheldClause> = {}): WithheldClause => ({
  organisation: 'fellbridge',
  clause: CLAUSE,
  reason: 'The figure looks wrong.',
  by: 'nadia-rahman',
  at: noon,
  ...changes,
});

/** What must hold of clauses that are taken out of answers, whatever keeps them. */
export function clausesAreWithheld(open: () => Promise<Stores>): void {
  it('are out for the staff of one organisation, with who said so and why', async () => {
    const { withheld } = await open();

    expect(await withheld.takeOut(out())).toBe(true);

    expect(await withheld.of('fellbridge')).toEqual([CLAUSE]);
    expect(await withheld.of('vale')).toEqual([]);
    expect(await withheld.list(['fellbridge', 'vale'])).toEqual([out()]);
    for (const none of [[], ['vale']]) expect(await withheld.list(none)).toEqual([]);
  });

  it('are taken out once and put back once, however many press, and the audit has each', async () => {
    const { withheld, reading } = await open();
    const done = await Promise.all([withheld.takeOut(out()), withheld.takeOut(out())]);
    const back = out({ by: 'olu-martins', at: later(MINUTE), reason: 'It was right.' });
    const undone = [await withheld.putBack(back), await withheld.putBack(back)];

    expect([done.toSorted(), undone]).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(await withheld.of('fellbridge')).toEqual([]);
    expect(await reading.audits(10)).toMatchObject([
      { did: 'put-back-clause', who: 'olu-martins', what: `fellbridge ${CLAUSE}` },
      { did: 'took-out-clause', who: 'nadia-rahman', reason: 'The figure looks wrong.' },
    ]);
  });
}
