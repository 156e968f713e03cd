/** Policies that are asked about more this week than the weeks before explain. */
import { addDays, today } from '../calendar/days';
import { chanceOfRise, type Asked } from '../feedback/rising';
import type { PolicyDay } from './knowledge-reading';

const WEEK = 7;
const LUCK = 0.05;

export interface RisingTopic extends Asked {
  readonly policy: string;
  /** A week, in the weeks before. */
  readonly usual: number;
}

/** @param days of `weeks` weeks, this one among them */
export function risingTopics(
  days: readonly PolicyDay[],
  weeks: number,
  now: Date,
): readonly RisingTopic[] {
  const from = addDays(today(now), 1 - WEEK);
  const topics = new Map<string, { now: number; before: number }>();
  const all = { now: 0, before: 0 };
  for (const { policy, day, asked } of days) {
    const topic = topics.get(policy) ?? { now: 0, before: 0 };
    const when = day >= from ? 'now' : 'before';
    topic[when] += asked;
    all[when] += asked;
    topics.set(policy, topic);
  }
  return [...topics]
    .filter(([, topic]) => chanceOfRise(topic, all) * topics.size < LUCK)
    .map(([policy, topic]) => ({ policy, ...topic, usual: Math.round(topic.before / (weeks - 1)) }))
    .toSorted((one, other) => other.now - one.now);
}
