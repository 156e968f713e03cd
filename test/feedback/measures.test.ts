import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { OUTCOMES } from '../../bot/conversation/reply';
import { figuresOf } from '../../bot/feedback/measures/figures';
import { count, type Happened, type Tally } from '../../bot/feedback/measures/happened';
import {
  beginsWithin,
  monthOf,
  monthsFrom,
  newestMonth,
  publishedOn,
  spanOf,
} from '../../bot/feedback/measures/months';
import { promise, promised } from '../../bot/feedback/measures/people-promise';
import type { Cell } from '../../bot/feedback/measures/published';
import { publishable, type Figure } from '../../bot/feedback/measures/suppression';
import { projectRoot } from '../../bot/project-root';

const figuresFor = (happened: Happened): readonly Figure[] => {
  const tally: Tally = new Map();
  count(tally, happened);
  return figuresOf(tally);
};
const all = (figure: Figure): readonly Figure[] => [
  figure,
  ...figure.splits.flat().flatMap((part) => all(part)),
];
const countsOf = (happened: Happened) =>
  Object.fromEntries(
    figuresFor(happened)
      .flatMap(all)
      .filter((figure) => figure.count > 0)
      .map((figure) => [figure.id, figure.count]),
  );
const nothing: Happened = { interactions: [], turns: [], done: [] };
const asked = {
  person: 'ana',
  outcome: 'answered',
  rating: null,
  verdict: null,
  clause: null,
} as const;
const done = {
  person: 'ana',
  service: 'book-annual-leave',
  confirmedAt: '2027-01-05T12:00:00Z',
  doneAt: '2027-01-07T12:00:00Z',
};

describe('the figures of a month', () => {
  it('count each interaction once in every way, and silence as unknown', () => {
    const interactions = [
      { ...asked, rating: 'yes', clause: 'special-leave.2' },
      { ...asked, outcome: 'partly-answered', verdict: 'wrong', clause: 'vale/special-leave.9' },
      { ...asked, clause: 'people/leave#carers' },
      { ...asked, outcome: 'clarify' },
    ] as const;

    expect(countsOf({ ...nothing, interactions })).toEqual({
      'whole:interactions': 4,
      'outcome:with-answer': 3,
      'outcome:other': 1,
      'answer:answered': 2,
      'answer:partly-answered': 1,
      'element:work-flexibly': 2,
      'topic:special-leave': 2,
      'element:none': 1,
      'topic:own-document': 1,
      'rated:rated': 1,
      'rating:yes': 1,
      'rated:unknown': 3,
      'reviewed:reviewed': 1,
      'verdict:wrong': 1,
      'reviewed:not-reviewed': 3,
    });
  });

  it('count what is done as late from the day after the one that the receipt named', () => {
    const times = ['2027-01-11', '2027-01-12', '2027-01-13'].map((day) => ({
      ...done,
      expectedBy: '2027-01-12',
      doneAt: `${day}T23:30:00Z`,
    }));

    expect(countsOf({ ...nothing, done: [...times, { ...done, service: 'gone' }] })).toEqual({
      'whole:requests-done': 4,
      'service:book-annual-leave': 3,
      'time:book-annual-leave/in-time': 2,
      'time:book-annual-leave/late': 1,
      'service:other': 1,
    });
  });

  it('count working days where a request of long ago names no day', () => {
    const doneAt = (day: string) =>
      countsOf({ ...nothing, done: [{ ...done, doneAt: `${day}T12:00:00Z` }] });

    expect(doneAt('2027-01-07')).toHaveProperty(['time:book-annual-leave/in-time'], 1);
    expect(doneAt('2027-01-08')).toHaveProperty(['time:book-annual-leave/late'], 1);
  });

  it('count people once, however often they ask', () => {
    const interactions = [asked, asked, { ...asked, person: 'ben', outcome: 'clarify' }] as const;
    const figures = figuresFor({ ...nothing, interactions }).flatMap(all);
    const peopleBehind = (id: string) => figures.find((one) => one.id === id)?.people.size;

    expect(
      ['whole:interactions', 'outcome:with-answer', 'rated:unknown', 'rating:yes'].map(
        peopleBehind,
      ),
    ).toEqual([2, 1, 2, 0]);
  });

  it('split each whole into parts that add up to it', () => {
    fc.assert(
      fc.property(month(30), (happened) => {
        for (const { id, count: whole, splits } of figuresFor(happened).flatMap(all))
          for (const parts of splits)
            expect([id, parts.reduce((sum, part) => sum + part.count, 0)]).toEqual([id, whole]);
      }),
      { numRuns: 30 },
    );
  });

  it('tell no hidden count, however all that is published is added and subtracted', () => {
    fc.assert(
      fc.property(month(400), (happened) => {
        const figures = figuresFor(happened);
        const cells = figures.flatMap(publishable);
        const peopleOf = new Map(
          figures.flatMap(all).map(({ id, people }) => [id, people.size] as const),
        );
        const bounds = solve(cells);
        for (const { id, count: published } of cells) {
          if (published !== null) expect([id, peopleOf.get(id)! >= 10]).toEqual([id, true]);
          else expect([id, bounds.get(id)?.isKnown]).toEqual([id, false]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the People Promise', () => {
  it('has a place for each policy of the national set, and no other', () => {
    const policies = readdirSync(path.join(projectRoot(), 'knowledge', 'policies'))
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => path.basename(name, '.md'));

    expect([...promised].toSorted()).toEqual(policies.toSorted());
    expect(promise.flatMap(({ policies: under }) => under)).toHaveLength(policies.length);
  });
});

describe('months', () => {
  it('begin and end at midnight in London', () => {
    expect(spanOf('2026-10')).toEqual({
      from: new Date('2026-09-30T23:00:00Z'),
      to: new Date('2026-11-01T00:00:00Z'),
    });
    expect(monthOf(new Date('2026-08-31T23:30:00Z'))).toBe('2026-09');
  });

  it('are part of a month where counting began after its first day', () => {
    const began = (at: string) => beginsWithin('2026-10', new Date(at));
    expect(began('2026-10-02T12:00:00Z')).toBe(true);
    expect(began('2026-09-30T23:30:00Z')).toBe(false);
  });

  it('are published a week after they ended', () => {
    expect(publishedOn('2026-12')).toBe('2027-01-08');
    expect(newestMonth(new Date('2027-01-07T23:59:00Z'))).toBe('2026-11');
    expect(newestMonth(new Date('2027-01-08T00:00:00Z'))).toBe('2026-12');
  });

  it('follow each other over the turn of a year', () => {
    expect(monthsFrom('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthsFrom('2027-02', '2027-01')).toEqual([]);
  });
});

/** A made-up month: most of what is counted is rare, as in life. */
function month(most: number): fc.Arbitrary<Happened> {
  const rarely = <Value>(often: Value, ...rare: readonly Value[]) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constant(often) },
      { weight: 1, arbitrary: fc.constantFrom(...rare) },
    );
  const person = fc.nat({ max: most }).map(String);
  return fc.record({
    interactions: fc.array(
      fc.record({
        person,
        outcome: rarely('answered', ...OUTCOMES),
        rating: rarely(null, 'yes', 'partly', 'no'),
        verdict: rarely(null, 'right', 'partly', 'wrong'),
        clause: fc.constantFrom(
          'special-leave.2',
          ...[...promised].slice(0, 6).map((id) => `${id}.1`),
        ),
      }),
      { maxLength: most, size: 'max' },
    ),
    turns: fc.array(
      fc.record({ person, outcome: fc.constantFrom(...OUTCOMES), times: fc.nat({ max: 30 }) }),
    ),
    done: fc.array(
      fc.record({
        person,
        service: rarely('book-annual-leave', 'change-of-hours', 'pay-query', 'gone'),
        confirmedAt: fc.constant('2027-01-05T12:00:00Z'),
        doneAt: rarely('2027-01-07T12:00:00Z', '2027-03-01T12:00:00Z'),
      }),
      { maxLength: 60, size: 'max' },
    ),
  });
}

interface Bound {
  least: number;
  most: number;
  readonly isKnown: boolean;
}

/** Narrows what each cell may be until nothing more follows from what adds up to what. */
function solve(cells: readonly Cell[]): ReadonlyMap<string, Bound> {
  const bounds = new Map(cells.map(({ id, count: known }) => [id, boundOf(known)]));
  const sums = new Map<string, string[]>();
  for (const { id, partOf } of cells) {
    if (partOf === null) continue;
    const split = `${partOf} by ${SIDE[id.split(':')[0] ?? ''] ?? ''}`;
    sums.set(split, [...(sums.get(split) ?? []), id]);
  }
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [split, ids] of sums) {
      const whole = bounds.get(split.split(' by ')[0] ?? '');
      const parts = ids.flatMap((id) => bounds.get(id) ?? []);
      if (whole === undefined) continue;
      for (const part of parts) {
        const others = parts.filter((other) => other !== part);
        const least = Math.max(part.least, whole.least - sum(others.map(({ most }) => most)));
        const most = Math.min(part.most, whole.most - sum(others.map((other) => other.least)));
        isNew ||= least > part.least || most < part.most;
        Object.assign(part, { least, most });
      }
    }
  }
  return bounds;
}

/** Cells of these dimensions under one figure are one split of it. */
const SIDE: Readonly<Record<string, string>> = {
  outcome: 'ending',
  answer: 'answer',
  element: 'policy',
  topic: 'policy',
  rated: 'rating',
  rating: 'rating',
  reviewed: 'review',
  verdict: 'review',
  turn: 'turn',
  service: 'service',
  time: 'time',
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const boundOf = (known: number | null): Bound => ({
  least: known ?? 0,
  most: known ?? 10_000,
  get isKnown() {
    return this.least === this.most;
  },
});
