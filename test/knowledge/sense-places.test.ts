import { createPlaces, type Home } from '../../knowledge/sense/places';
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

  it.each(homes)('a passage of $count lines is as near as its best three', (home) => {
    expect(places.likeness(asked, home)).toBeCloseTo(likenessOf(home), 10);
  });

  it.each([1, 3, 100])('the %d nearest are found by the middle of their lines', (most) => {
    const nearest = homes
      .filter((home) => middleOf(home) > 0)
      .sort((a, b) => middleOf(b) - middleOf(a))
      .slice(0, most);

    expect(places.closest(asked, most).map(({ id }) => id)).toEqual(
      nearest.map(({ id }) => id).sort(),
    );
    expect(nearest).not.toEqual([]);
  });
});
