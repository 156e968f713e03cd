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

    expect(await withheld.takeOut(out())).toBe('done');

    expect(await withheld.of('fellbridge')).toEqual([CLAUSE]);
    expect(await withheld.of('vale')).toEqual([]);
    expect(await withheld.list(['fellbridge', 'vale'])).toEqual([out()]);
    for (const none of [[], ['vale']]) expect(await withheld.list(none)).toEqual([]);
  });

  it('are taken out once and put back once, however many press, and the audit has each', async () => {
    const { withheld, reading } = await open();
    const done = await Promise.all([withheld.takeOut(out()), withheld.takeOut(out())]);
    const back = out({ by: 'olu-martins', at: later(MINUTE), reason: 'It was right.' });
    const undone = [await withheld.putBack(back, noon), await withheld.putBack(back, noon)];

    expect([done, undone]).toEqual([
      ['done', 'done'],
      ['done', 'done'],
    ]);
    expect(await withheld.of('fellbridge')).toEqual([]);
    expect(await reading.audits(10)).toMatchObject([
      { did: 'put-back-clause', who: 'olu-martins', what: `fellbridge ${CLAUSE}` },
      { did: 'took-out-clause', who: 'nadia-rahman', reason: 'The figure looks wrong.' },
    ]);
  });

  it('tell the second of two people, and an old page, that somebody was quicker', async () => {
    const { withheld, reading } = await open();
    await withheld.takeOut(out());
    const second = out({ by: 'olu-martins', at: later(MINUTE), reason: 'The year is wrong.' });
    expect(await withheld.takeOut(second)).toBe('overtaken');
    const back = out({ at: later(2 * MINUTE), reason: 'It was right.' });
    expect(await withheld.putBack(back, noon)).toBe('done');
    expect(await withheld.putBack({ ...back, by: 'olu-martins' }, noon)).toBe('overtaken');
    await withheld.takeOut({ ...second, at: later(3 * MINUTE) });

    expect(await withheld.putBack({ ...back, reason: 'Another.' }, noon)).toBe('overtaken');
    expect(await withheld.of('fellbridge')).toEqual([CLAUSE]);
    expect(await reading.audits(10)).toHaveLength(3);
  });
}
