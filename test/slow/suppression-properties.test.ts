/** Tries to work out hidden counts, with the whole of the program known. */
import * as fc from 'fast-check';
import { publishable, type Figure } from '../../bot/feedback/measures/suppression';

/** So many questions of so many people. */
interface Part {
  readonly count: number;
  readonly people: readonly string[];
}
const figure = (id: string, { count, people }: Part): Figure => ({
  id,
  count,
  people: new Set(people),
  splits: [],
});
const splitOf = (parts: readonly Part[]): Figure => ({
  ...figure('whole:all', {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    people: parts.flatMap(({ people }) => people),
  }),
  splits: [parts.map((part, index) => figure(`part:${index}`, part))],
});
const named = (many: number, prefix: string | number): readonly string[] =>
  Array.from({ length: many }, (_, n) => `${prefix}-${n}`);
/** Each question is somebody else's. */
const split = (counts: readonly number[]): Figure =>
  splitOf(counts.map((count, index) => ({ count, people: named(count, index) })));
const shownOf = (whole: Figure) =>
  publishable(whole)
    .slice(1)
    .map(({ count }) => count);
const partsOf = (counts: readonly number[]) => shownOf(split(counts));

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

  it.each([
    [
      'nothing where all of it is of nine people',
      [
        [30, 9],
        [40, 9],
      ],
      [],
    ],
    [
      'not what one person asked thirty times',
      [
        [30, 1],
        [40, 40],
        [60, 60],
      ],
      [null, null, 60],
    ],
    [
      'what ten people asked',
      [
        [10, 10],
        [400, 10],
      ],
      [10, 400],
    ],
    [
      'not the rest where those hidden are of five together',
      [
        [30, 2],
        [20, 3],
        [40, 12],
      ],
      [null, null, null],
    ],
    [
      'by people, not by questions',
      [
        [90, 4],
        [11, 11],
        [80, 30],
      ],
      [null, null, 80],
    ],
  ] as const)('is %s', (_, parts, published) => {
    const each = parts.map(([count, many], index) => ({
      count,
      // The same people ask all of it, where so few are told of all.
      people: named(many, parts.every(([, all]) => all < 10) ? 'same' : index),
    }));
    expect(shownOf(splitOf(each))).toEqual(published);
  });

  it('has ten people behind each count, and behind what is hidden together, and could be otherwise', () => {
    const part = fc.record({
      extra: fc.nat({ max: 30 }),
      people: fc.array(fc.nat({ max: 25 }).map(String), { maxLength: 26, size: 'max' }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), (drawn) => {
        const parts = drawn.map(({ extra, people }) => {
          const own = [...new Set(people)];
          return { count: own.length === 0 ? 0 : own.length + extra, people: own };
        });
        const published = shownOf(splitOf(parts));
        if (published.length === 0) return;
        const isHidden = (_: unknown, index: number) => published[index] === null;
        const hidden = parts.filter(isHidden);
        for (const [index, count] of published.entries())
          if (count !== null) expect(parts[index]!.people.length).toBeGreaterThanOrEqual(10);
        if (hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(new Set(hidden.flatMap(({ people }) => people)).size).toBeGreaterThanOrEqual(10);
        // Were what is in two hidden parts the other way round, the same would be published.
        for (const [one, other] of pairsOf(
          published.flatMap((count, at) => (count === null ? [at] : [])),
        )) {
          const turned = parts.with(one, parts[other]!).with(other, parts[one]!);
          expect(shownOf(splitOf(turned))).toEqual(published);
        }
        if (published.some((count) => count !== null))
          expect(new Set(hidden.map(({ count }) => count)).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});

function* pairsOf(all: readonly number[]): Generator<readonly [number, number]> {
  for (const one of all) for (const other of all) if (one < other) yield [one, other];
}
