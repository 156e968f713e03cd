/** Publishes months of made-up life, counted and hidden as the product does it. */
import { figuresOf } from '../../bot/feedback/measures/figures';
import { count, type Happened, type Tally } from '../../bot/feedback/measures/happened';
import { publishable } from '../../bot/feedback/measures/suppression';
import type { Stores } from '../../bot/storage/create-stores';

type Interaction = Happened['interactions'][number];

export const nothing: Happened = { interactions: [], turns: [], done: [] };

/** So many of one kind, each of somebody else. */
export const times = (n: number, changes: Partial<Interaction> = {}): readonly Interaction[] =>
  Array.from({ length: n }, (_, index) => ({
    person: `somebody-${index}`,
    outcome: 'answered',
    rating: null,
    verdict: null,
    clause: 'special-leave.2',
    ...changes,
  }));

const turns = (n: number, outcome: Happened['turns'][number]['outcome']): Happened['turns'] =>
  Array.from({ length: n }, (_, index) => ({ person: `somebody-${index}`, outcome, times: 1 }));

const doneRequests = (n: number, service: string, day: string): Happened['done'] =>
  Array.from({ length: n }, (_, index) => ({
    person: `${service}-${index}`,
    service,
    confirmedAt: '2026-09-01T12:00:00Z',
    expectedBy: '2026-10-12',
    doneAt: `${day}T12:00:00Z`,
  }));

export async function publishMonth(
  { measures }: Pick<Stores, 'measures'>,
  organisation: string,
  month: string,
  happened: Partial<Happened>,
  isPart = false,
): Promise<void> {
  const tally: Tally = new Map();
  count(tally, { ...nothing, ...happened });
  const cells = figuresOf(tally).flatMap(publishable);
  await measures.publish({ version: 2, organisation, month, isPart, cells });
}

/** A quarter in which carers' leave rises, answers get better and pay queries are slow. */
export async function publishQuarter(
  stores: Pick<Stores, 'measures'>,
  organisation: string,
  scale = 1,
): Promise<void> {
  for (const [index, month] of ['2026-09', '2026-10', '2026-11'].entries()) {
    const n = (many: number) => Math.round(many * scale);
    const more = n(15 * index);
    await publishMonth(stores, organisation, month, {
      interactions: [
        ...times(n(60) + more, { rating: 'yes', verdict: 'right' }),
        ...times(n(14), { rating: 'partly', clause: 'annual-leave-and-bank-holidays.3' }),
        ...times(n(18) - more / 3, { outcome: 'partly-answered', rating: 'no', verdict: 'wrong' }),
        ...times(n(20) + 2 * more, { clause: 'carers-leave-and-time-off-for-dependants.1' }),
        ...times(n(31), { clause: 'sickness-absence-and-sick-pay.4' }),
        ...times(n(16), { clause: 'pay-bands-and-pay-progression.4' }),
        ...times(n(40) - more, { outcome: 'not-covered', clause: null }),
        ...times(n(44), { outcome: 'request', clause: null }),
        ...times(n(12), { outcome: 'handover', clause: null }),
        ...times(n(11), { outcome: 'clarify', clause: null }),
      ],
      turns: [
        ...turns(n(13), 'signposted'),
        ...turns(n(4), 'refused'),
        ...turns(n(37), 'status'),
        ...turns(n(52), 'small-talk'),
      ],
      done: [
        ...doneRequests(n(34), 'book-annual-leave', '2026-10-09'),
        ...doneRequests(n(15), 'book-annual-leave', '2026-10-13'),
        ...doneRequests(n(16), 'pay-query', '2026-10-12'),
        ...doneRequests(n(14), 'pay-query', '2026-10-13'),
        ...doneRequests(n(6), 'fit-note', '2026-10-09'),
        ...doneRequests(n(7), 'change-of-hours', '2026-10-13'),
      ],
    });
  }
}
