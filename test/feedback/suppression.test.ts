/** Tries to work out hidden counts, with the whole of the program known. */
import * as fc from 'fast-check';
import { publishable, type Figure } from '../../bot/feedback/measures/suppression';

const split = (counts: readonly number[]): Figure => ({
  id: 'whole:all',
  count: counts.reduce((sum, count) => sum + count, 0),
  splits: [counts.map((count, index) => ({ id: `part:${index}`, count, splits: [] }))],
});
const partsOf = (counts: readonly number[]) =>
  publishable(split(counts))
    .slice(1)
    .map(({ count }) => count);

/** Every way in which so many numbers come to a sum. */
function* waysTo(sum: number, parts: number): Generator<readonly number[]> {
  if (parts === 1) yield [sum];
  else
    for (let first = 0; first <= sum; first += 1)
      for (const rest of waysTo(sum - first, parts - 1)) yield [first, ...rest];
}

/** What each part may be for somebody who knows the total, what was published, and how. */
function possible(counts: readonly number[]): readonly ReadonlySet<number>[] {
  const published = JSON.stringify(partsOf(counts));
  const values = counts.map(() => new Set<number>());
  const total = counts.reduce((sum, count) => sum + count, 0);
  for (const way of waysTo(total, counts.length)) {
    if (JSON.stringify(partsOf(way)) !== published) continue;
    way.forEach((count, index) => values[index]?.add(count));
  }
  return values;
}

describe('what is published of a figure', () => {
  it.each([
    ['nothing where it is under ten', [4, 3], []],
    ['all where no part is under ten', [10, 40], [10, 40]],
    ['not the only other part', [3, 40], [null, null]],
    ['not the next larger part, which would tell the rest', [3, 40, 60], [null, null, 60]],
    ['nought no more than three', [0, 40, 60], [null, null, 60]],
    ['the rest where two that are hidden come to ten', [4, 7, 40], [null, null, 40]],
    ['not the next where two come to less', [4, 5, 40, 60], [null, null, null, 60]],
    ['not the next where all that are hidden are nine', [9, 9, 40, 60], [null, null, null, 60]],
    ['none of two that are as small', [3, 40, 40, 60], [null, null, null, 60]],
  ])('is %s', (_, counts, published) => {
    expect(partsOf(counts)).toEqual(published);
  });

  it('leaves out the parts of what is hidden, and treats each of its splits by itself', () => {
    const nested: Figure = {
      ...split([50, 4, 9]),
      splits: [
        [
          split([40, 10]),
          { ...split([2, 2]), id: 'part:small' },
          { ...split([9, 0]), id: 'part:b' },
        ],
        split([30, 33]).splits[0] ?? [],
      ],
    };

    expect(publishable(nested).map(({ id, count }) => [id, count])).toEqual([
      ['whole:all', 63],
      ['whole:all', 50],
      ['part:0', 40],
      ['part:1', 10],
      ['part:small', null],
      ['part:b', null],
      ['part:0', 30],
      ['part:1', 33],
    ]);
  });

  it('never gives a hidden count away, whoever knows the total and this program', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(counts, (truth) => {
        const published = partsOf(truth);
        if (published.length === 0) return;
        const values = possible(truth);
        published.forEach((count, index) => {
          if (count === null) expect(values[index]?.size).toBeGreaterThan(1);
          else expect(count).toBeGreaterThanOrEqual(10);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('tells of the hidden parts together only that they are ten or more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { minLength: 2, maxLength: 12 }), (counts) => {
        const published = partsOf(counts);
        const hidden = counts.filter((_, index) => published[index] === null);
        if (published.length === 0 || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
