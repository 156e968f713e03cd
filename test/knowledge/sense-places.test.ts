import { largest } from '../../knowledge/largest';
import { createPlaces, type Home } from '../../knowledge/sense/places';
import { directionOf } from '../../knowledge/sense/products';
import { createRandom } from '../../knowledge/sense/random';
import { shrink } from '../../knowledge/sense/small-table';

const WIDTH = 8;
/** Numbers of lines that do and do not come out even in fours. */
const COUNTS = [1, 2, 3, 4, 5, 7, 8, 11];

const random = createRandom(3);
const homes = COUNTS.map((count, index): Home => ({
  id: `clause.${index}`,
  first: COUNTS.slice(0, index).reduce((sum, one) => sum + one, 0),
  count,
}));
const all = COUNTS.reduce((sum, one) => sum + one, 0);
const lines = shrink(
  Float32Array.from({ length: all * WIDTH }, () => random() - 0.4),
  WIDTH,
);
const asked = Float64Array.from({ length: WIDTH }, () => random() - 0.4);
const cell = (line: number, d: number): number =>
  (lines.cells[line * WIDTH + d] ?? 0) * (lines.scales[line] ?? 0);

const sum = (values: readonly number[]): number => values.reduce((whole, one) => whole + one, 0);
const ownLines = ({ first, count }: Home): number[] =>
  Array.from({ length: count }, (_, index) => first + index);
const timesAsked = (row: readonly number[]): number =>
  sum(row.map((value, d) => value * (asked[d] ?? 0)));
const rowOf = (line: number): number[] => Array.from({ length: WIDTH }, (_, d) => cell(line, d));

/** As near as the nearest line, and a little as the next two. */
function likenessOf(home: Home): number {
  const [best = 0, second = 0, third = 0] = ownLines(home)
    .map((line) => Math.max(0, timesAsked(rowOf(line))))
    .sort((a, b) => b - a);
  return (best + second / 4 + third / 8) / 1.375;
}

function middleOf(home: Home): number {
  const middle = Array.from({ length: WIDTH }, (_, d) =>
    sum(ownLines(home).map((line) => cell(line, d))),
  );
  return timesAsked(middle) / Math.hypot(...middle);
}

describe('where passages lie', () => {
  const places = createPlaces(lines, homes);
  const direction = directionOf(asked);

  it.each(homes)('a passage of $count lines is as near as its best three', (home) => {
    expect(places.likeness(direction, home)).toBeCloseTo(likenessOf(home), 4);
  });

  it('all lines of a passage together are as near as their middle', () => {
    expect(Array.from(places.middles(direction))).toEqual(
      homes.map((home) => expect.closeTo(middleOf(home), 1) as number),
    );
  });

  it('nothing is near to nothing', () => {
    expect(places.middles(directionOf(new Float64Array(WIDTH)))).toEqual(
      new Float64Array(homes.length),
    );
  });
});

describe('where the largest values stand', () => {
  const values = Float64Array.of(0.2, -1, 0.7, 0, 0.7, 0.5);

  it.each([
    [1, [2, 4]],
    [3, [2, 4, 5]],
    [100, [0, 2, 4, 5]],
  ])('of %d, those as large as the last come along, and none below nothing', (most, expected) => {
    expect(largest(values, most)).toEqual(expected);
  });
});
