/** Plans who asks and sends what, and when: the same for the same seed and day. Nothing is written here. */
import { addDays, startOfDay, today, weekdayOf } from '../calendar/days';
import type { Rating } from '../feedback/interaction';
import { life } from './life-data';
import { seeded, type Dice } from './seeded';

export const DAYS = 90;
const RATED = 0.6;
const COMMENTED = 0.4;
const WEEKEND = 0.25;
const HOURS = { from: 7, to: 21 } as const;
const HOUR = 3_600_000;

export interface Somebody {
  readonly id: string;
  readonly organisation: string;
}

export interface PlannedQuestion {
  readonly kind: 'question';
  readonly at: Date;
  readonly person: Somebody;
  readonly text: string;
  /** True where it is answered by the wrong wording. */
  readonly isWrong: boolean;
  readonly rating: Rating['rating'];
  readonly reason: Rating['reason'];
  readonly comment: string | null;
}

export interface PlannedRequest {
  readonly kind: 'request';
  readonly at: Date;
  readonly person: Somebody;
  readonly service: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Working days that it takes beyond, or before, the day it was promised for. */
  readonly late: number;
}

/** When the wrong wording is published. */
export const wrongFrom = (now: Date): Date => startOfDay(addDays(today(now), -life.wrong.daysAgo));

export function planQuestions(
  people: readonly Somebody[],
  many: number,
  now: Date,
  seed: number,
): readonly PlannedQuestion[] {
  const dice = seeded(seed);
  const days = daysBefore(now);
  const wrong = wrongFrom(now);
  const risesFrom = addDays(today(now), -life.rising.days);
  return Array.from({ length: many }, (): PlannedQuestion => {
    const { day } = dice.weigh(days);
    const at = during(day, dice, now);
    const person = dice.pick(people);
    const asked = dice.weigh(topicsOn(day > risesFrom));
    const isWrong =
      asked.name === life.wrong.name &&
      person.organisation === life.wrong.organisation &&
      at >= wrong;
    return {
      kind: 'question',
      at,
      person,
      text: dice.pick(asked.texts),
      isWrong,
      ...ratingOf(asked, isWrong, dice),
    };
  });
}

type Asked = Pick<(typeof life.topics)[number], 'name' | 'share' | 'good' | 'texts'>;

const UNFOUND: readonly Asked[] = life.unfound.groups.map(({ share, texts }) => ({
  name: 'unfound',
  share:
    (share * life.unfound.share) / life.unfound.groups.reduce((sum, one) => sum + one.share, 0),
  good: 0.08,
  texts,
}));
const USUAL: readonly Asked[] = [...life.topics, life.wrong, ...UNFOUND];
const RISING: readonly Asked[] = USUAL.map((topic) =>
  topic.name === life.rising.name ? { ...topic, share: topic.share * life.rising.times } : topic,
);

const topicsOn = (isRising: boolean): readonly Asked[] => (isRising ? RISING : USUAL);

function ratingOf(
  { good }: Asked,
  isWrong: boolean,
  dice: Dice,
): Pick<PlannedQuestion, 'rating' | 'reason' | 'comment'> {
  if (dice.next() > RATED) return { rating: null, reason: null, comment: null };
  if (dice.next() < (isWrong ? life.wrong.goodAfter : good))
    return { rating: 'yes', reason: null, comment: null };
  const { reasons, comments } = isWrong ? life.wrong : life.poor;
  return {
    rating: dice.next() < 0.4 ? 'partly' : 'no',
    reason: dice.pick(reasons),
    comment: dice.next() < COMMENTED ? dice.pick(comments) : null,
  };
}

export function planRequests(
  people: readonly Somebody[],
  now: Date,
  seed: number,
): readonly PlannedRequest[] {
  const dice = seeded(seed);
  const days = daysBefore(now);
  const { slow, services, count } = life.requests;
  const slowFrom = addDays(today(now), -slow.daysAgo);
  return Array.from({ length: count }, (): PlannedRequest => {
    const { day } = dice.weigh(days);
    const { service, fields, summary } = dice.weigh(services);
    const isSlow = service === slow.service && day >= slowFrom;
    const late = isSlow ? slow.slower : Math.floor(dice.next() * 3) - 2;
    const person = dice.pick(people);
    return { kind: 'request', at: during(day, dice, now), person, service, fields, summary, late };
  });
}

/** Busier from month to month, and quiet at the weekend. */
const daysBefore = (now: Date) =>
  Array.from({ length: DAYS }, (_, ago) => {
    const day = addDays(today(now), -ago);
    const isWeekend = weekdayOf(day) > 5;
    return { day, share: (isWeekend ? WEEKEND : 1) * (1 + (DAYS - ago) / DAYS) };
  });

/** Never later than now. */
function during(day: string, dice: Dice, now: Date): Date {
  const hours = HOURS.from + dice.next() * (HOURS.to - HOURS.from);
  const at = new Date(startOfDay(day).getTime() + Math.floor(hours * HOUR));
  return at < now ? at : new Date(now.getTime() - Math.floor(dice.next() * HOUR));
}
