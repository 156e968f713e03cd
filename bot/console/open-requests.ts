/** Counts the open requests of the desk by how near they are to the day on which they are expected. */
import { bankHolidays } from '../calendar/bank-holidays';
import type { DeskQueue, DeskRequest } from '../desk/desk-request';
import type { HttpRequest } from '../http/route';
import { askDesk } from './ask-desk';
import type { ConsoleTools, Reader } from './console-parts';
import { countedFor } from './counted-for';
import { ageInWords, serviceLevel } from './request-age';
import { OPEN } from './request-list';

/** So many of the oldest are looked at, fifty a page: the overview must stay quick. */
const MOST_PAGES = 4;

export interface OpenRequests {
  readonly kind: 'counted';
  readonly total: number;
  readonly received: number;
  readonly late: number;
  /** Of those that are late, most first. */
  readonly lateServices: readonly { readonly title: string; readonly late: number }[];
  readonly near: number;
  readonly well: number;
  /** Undefined where there is none. */
  readonly oldest: string | undefined;
  /** How many of the total were looked at for late and near: the oldest. */
  readonly looked: number;
}

export async function openRequests(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<OpenRequests | { readonly kind: 'unreachable' }> {
  const { requests } = reader.may;
  const notAbout = reader.person.id;
  const organisations = requests.length > 0 ? requests : (await countedFor(tools, reader)).large;
  const list = (statuses: typeof OPEN, page: number) =>
    tools.desk.list({ organisations, notAbout, statuses, page }, request.signal);
  const asked = await askDesk(tools, request, async () => {
    const [first, received] = await Promise.all([list(OPEN, 1), list(['received'], 1)]);
    const more = Math.min(first.pages, MOST_PAGES) - 1;
    const rest = await Promise.all(
      Array.from({ length: Math.max(0, more) }, (_, index) => list(OPEN, index + 2)),
    );
    return { received: received.total, queues: [first, ...rest] as const };
  });
  if (asked.kind === 'unreachable') return asked;
  return count(asked.answer.queues, asked.answer.received, request.now);
}

function count(
  queues: readonly [DeskQueue, ...DeskQueue[]],
  received: number,
  now: Date,
): OpenRequests {
  const requests = queues.flatMap((queue) => queue.requests);
  const levels = requests.map((each) => serviceLevel(each, now, bankHolidays).state);
  const times = (state: (typeof levels)[number]) =>
    levels.filter((level) => level === state).length;
  const [oldest] = requests;
  return {
    kind: 'counted',
    total: queues[0].total,
    received,
    late: times('past'),
    lateServices: byService(requests.filter((_, index) => levels[index] === 'past')),
    near: times('near'),
    well: times('well'),
    oldest: oldest && ageInWords(new Date(oldest.receivedAt), now, bankHolidays),
    looked: requests.length,
  };
}

function byService(late: readonly DeskRequest[]): OpenRequests['lateServices'] {
  const services = new Map<string, number>();
  for (const { serviceTitle } of late)
    services.set(serviceTitle, (services.get(serviceTitle) ?? 0) + 1);
  return [...services]
    .map(([title, times]) => ({ title, late: times }))
    .toSorted((one, other) => other.late - one.late);
}
