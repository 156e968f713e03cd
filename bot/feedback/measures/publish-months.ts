/** Counts each month once it is over, in steps so small that no conversation waits for one, and publishes it. */
import type { Directory } from '../../directory/directory';
import { figuresOf } from './figures';
import { count, type Happened, type Tally } from './happened';
import { beginsWithin, monthOf, monthsFrom, newestMonth, spanOf } from './months';
import type { MonthOfPeople, PublishedMeasures, PublishedMonth } from './published';
import { publishable } from './suppression';

const STEP_MS = 3 * 3_600_000;
const WEEK_MS = 7 * 86_400_000;
const CLOSED_AT_ONCE = 100;

export interface Measuring extends PublishedMeasures {
  /** When the first interaction was opened; undefined where there is none. */
  since(organisation: string): Promise<Date | undefined>;
  /** What happened from a moment on, and before another. */
  happened(organisation: string, from: Date, to: Date): Promise<Happened>;
  /** @returns false where it was published before: that stands */
  publish(month: MonthOfPeople): Promise<boolean>;
  /**
   * Ends requests that nobody came back to: what they thought of it is not known.
   * @param quietSince nothing was said towards them from then on
   * @returns how many; `limit` at the most
   */
  closeAbandoned(quietSince: Date, now: Date, limit: number): Promise<number>;
}

export interface MeasuringTools {
  readonly measures: Measuring;
  readonly directory: Pick<Directory, 'organisations'>;
  readonly clock: () => Date;
  /** Lets whatever waits go first. */
  readonly breathe: () => Promise<void>;
}

export async function closeAbandoned({
  measures,
  clock,
  breathe,
}: MeasuringTools): Promise<number> {
  for (let closed = 0; ;) {
    const now = clock();
    const more = await measures.closeAbandoned(
      new Date(now.getTime() - WEEK_MS),
      now,
      CLOSED_AT_ONCE,
    );
    closed += more;
    if (more < CLOSED_AT_ONCE) return closed;
    await breathe();
  }
}

/** @returns what it published, as organisation and month */
export async function publishMonths(
  tools: MeasuringTools,
  stopping: AbortSignal,
): Promise<readonly { readonly organisation: string; readonly month: string }[]> {
  const published = [];
  for (const { id: organisation } of await tools.directory.organisations()) {
    const since = await tools.measures.since(organisation);
    for (const month of await dueMonths(tools, organisation, since)) {
      const cells = await cellsOf(tools, organisation, month, stopping);
      const isPart = since !== undefined && beginsWithin(month, since);
      if (await tools.measures.publish({ version: 2, organisation, month, isPart, cells }))
        published.push({ organisation, month });
    }
  }
  return published;
}

async function dueMonths(
  { measures, clock }: MeasuringTools,
  organisation: string,
  since: Date | undefined,
): Promise<readonly string[]> {
  if (since === undefined) return [];
  const there = new Set(await measures.months([organisation]));
  return monthsFrom(monthOf(since), newestMonth(clock())).filter((month) => !there.has(month));
}

async function cellsOf(
  { measures, breathe }: MeasuringTools,
  organisation: string,
  month: string,
  stopping: AbortSignal,
): Promise<PublishedMonth['cells']> {
  const { from, to } = spanOf(month);
  const tally: Tally = new Map();
  for (let at = from.getTime(); at < to.getTime(); at += STEP_MS) {
    stopping.throwIfAborted();
    const end = Math.min(at + STEP_MS, to.getTime());
    count(tally, await measures.happened(organisation, new Date(at), new Date(end)));
    await breathe();
  }
  return figuresOf(tally).flatMap(publishable);
}
