/**
 * What happened in one organisation, one by one, so that it can be counted. Each names its person
 * by their id, so that people can be counted too; none of it leaves the counting.
 */
import { bankHolidays } from '../../calendar/bank-holidays';
import { today } from '../../calendar/days';
import { dueDay } from '../../calendar/due-day';
import type { OutcomeName } from '../../conversation/reply';
import { findService } from '../../../dialogs';
import type { RATINGS } from '../interaction';
import type { VERDICTS } from '../verdict';
import { promised } from './people-promise';

export interface Happened {
  readonly interactions: readonly {
    readonly person: string;
    readonly outcome: OutcomeName;
    readonly rating: (typeof RATINGS)[number] | null;
    readonly verdict: (typeof VERDICTS)[number] | null;
    /** The one that was cited first. */
    readonly clause: string | null;
  }[];
  /** Messages outside of interactions: nothing is asked about them. */
  readonly turns: readonly {
    readonly person: string;
    readonly outcome: OutcomeName;
    readonly times: number;
  }[];
  readonly done: readonly {
    readonly person: string;
    readonly service: string;
    readonly confirmedAt: string;
    readonly expectedBy?: string | undefined;
    readonly doneAt: string;
  }[];
}

/** How often each smallest part came, by its id, and of how many people. */
export type Tally = Map<string, Tallied>;

export interface Tallied {
  readonly count: number;
  readonly people: Set<string>;
}

export const ENDINGS = ['not-covered', 'request', 'handover'] as const;
export const ANSWERS = ['answered', 'partly-answered'] as const;
export const OTHER_TURNS = ['signposted', 'refused', 'status', 'small-talk'] as const;

export function count(tally: Tally, { interactions, turns, done }: Happened): void {
  for (const { person, outcome, rating, verdict, clause } of interactions) {
    const add = (id: string) => {
      addTo(tally, id, person);
    };
    if (isOne(ANSWERS, outcome)) {
      add(`answer:${outcome}`);
      add(`topic:${topicOf(clause)}`);
    } else add(`outcome:${isOne(ENDINGS, outcome) ? outcome : 'other'}`);
    add(rating === null ? 'rated:unknown' : `rating:${rating}`);
    add(verdict === null ? 'reviewed:not-reviewed' : `verdict:${verdict}`);
  }
  for (const { person, outcome, times } of turns)
    addTo(tally, `turn:${isOne(OTHER_TURNS, outcome) ? outcome : 'other'}`, person, times);
  for (const each of done) addTo(tally, timeOf(each), each.person);
}

function addTo(tally: Tally, id: string, person: string, times = 1): void {
  const { count: before, people } = tally.get(id) ?? { count: 0, people: new Set<string>() };
  tally.set(id, { count: before + times, people: people.add(person) });
}

const isOne = (list: readonly string[], value: string): boolean => list.includes(value);

/** Of a clause of the national set, or of an organisation's own wording beside it. */
const NATIONAL = /^(?:[^/#]+\/)?([^/#.]+)\.\d+$/;

function topicOf(clause: string | null): string {
  if (clause === null) return 'no-policy';
  const policy = NATIONAL.exec(clause)?.[1] ?? '';
  return promised.has(policy) ? policy : 'own-document';
}

/** In time is done by the day that the receipt named. What has left the catalogue has no usual time. */
function timeOf({ service: id, confirmedAt, expectedBy, doneAt }: Happened['done'][number]) {
  const service = findService(id);
  if (service === undefined) return 'service:other';
  const { serviceLevelDays } = service;
  const due = dueDay({ confirmedAt, serviceLevelDays, expectedBy }, bankHolidays);
  return `time:${id}/${today(new Date(doneAt)) <= due ? 'in-time' : 'late'}`;
}
