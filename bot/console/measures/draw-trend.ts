/**
 * A trend over months as lines to draw: what goes where, in units of the picture. Months whose
 * figure is hidden are a gap. The template turns it into SVG; no colour stands alone.
 */
import { shortMonth } from './say-figures';
import type { Count } from './sheets';

const WIDTH = 360;
const HEIGHT = 210;
const AREA = { left: 44, right: WIDTH - 24, top: 12, bottom: HEIGHT - 32 } as const;
const MARK_AREA = 40;
/** More names of months would run into each other. */
const MOST_NAMES = 4;

export interface Series {
  readonly name: string;
  /** In percent, one for each month. */
  readonly values: readonly Count[];
}

/** The library is fetched when a trend is first drawn: nobody who chats waits for it. */
export async function drawTrend(months: readonly string[], series: readonly Series[]) {
  const { scaleLinear, scalePoint } = await import('d3-scale');
  const { line, symbol, symbolCircle, symbolSquare, symbolTriangle } = await import('d3-shape');
  const across = scalePoint(months, [AREA.left, AREA.right]).round(true);
  const up = scaleLinear().domain([0, 100]).rangeRound([AREA.bottom, AREA.top]);
  const x = (month: string): number => across(month) ?? AREA.left;
  const shapes = [symbolCircle, symbolSquare, symbolTriangle];
  const path = line<Count>()
    .defined((value) => value !== undefined)
    .x((_, at) => x(months[at] ?? ''))
    .y((value) => up(value ?? 0));
  return {
    width: WIDTH,
    height: HEIGHT,
    area: AREA,
    rungs: up.ticks(4).map((value) => ({ y: up(value), text: `${value}%` })),
    months: namedMonths(months).map((month) => ({ x: x(month), text: shortMonth(month) })),
    lines: series.map(({ name, values }, index) => ({
      name,
      number: index + 1,
      path: path([...values]) ?? '',
      mark: symbol(shapes[index % shapes.length], MARK_AREA)() ?? '',
      points: months.flatMap((month, at) => {
        const value = values[at];
        return value === undefined ? [] : { x: x(month), y: up(value) };
      }),
    })),
  };
}

/** Counted from the newest, so that this one always has its name. */
function namedMonths(months: readonly string[]): readonly string[] {
  const every = Math.ceil(months.length / MOST_NAMES);
  return months.filter((_, index) => (months.length - 1 - index) % every === 0);
}
