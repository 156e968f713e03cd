/** A way of asking that is added somewhere must not shake what is learned of everything else. */
import { featuresOf } from '../../knowledge/sense/features';
import { learnSubjects } from '../../knowledge/sense/learn-subjects';
import { DIMENSIONS, learnVectors, type Kin } from '../../knowledge/sense/learn-vectors';

const THINGS = ['leave', 'notice', 'mileage', 'uniform', 'rota', 'pension', 'training', 'bonus'];
const WAYS = ['how do i get', 'who agrees my', 'what is my', 'can they change my', 'when is my'];
const KINDS = ['weekly', 'yearly', 'early', 'extra', 'lost', 'unpaid'];

const asked = (thing: string, kind: string): Int32Array[] =>
  WAYS.map((way) => featuresOf(`${way} ${kind} ${thing}`));
const kin: readonly Kin[] = THINGS.flatMap((thing) =>
  KINDS.map((kind) => ({ subject: thing, lines: asked(thing, kind) })),
);
const [first, ...others] = kin;
const more: readonly Kin[] = [
  { subject: 'leave', lines: [featuresOf('is there any weekly leave'), ...(first?.lines ?? [])] },
  ...others,
];
const question = featuresOf('when is my early pension');

function likeness(one: Float32Array, other: Float32Array): number {
  const sum = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((total, value, at) => total + value * (b[at] ?? 0), 0);
  const [a, b] = [one, other].map((vectors) =>
    Array.from({ length: DIMENSIONS }, (_, d) =>
      question.reduce((total, feature) => total + (vectors[feature * DIMENSIONS + d] ?? 0), 0),
    ),
  ) as [number[], number[]];
  return sum(a, b) / Math.sqrt(sum(a, a) * sum(b, b));
}

describe('learning once more with one line added', () => {
  it('leaves the vector of a question about something else where it was', () => {
    expect(likeness(learnVectors(kin), learnVectors(more))).toBeGreaterThan(0.9);
  });

  it('leaves the weights of its words nearly as they were', () => {
    const subjects = THINGS.length;
    const lines = (all: readonly Kin[]) =>
      all.flatMap(({ subject, lines: own }) =>
        own.map((features) => ({ features, subject: THINGS.indexOf(subject) })),
      );
    const [before, after] = [kin, more].map((all) => learnSubjects(lines(all), subjects)) as [
      Float32Array,
      Float32Array,
    ];
    const pension = THINGS.indexOf('pension');
    const weightIn = (weights: Float32Array): number =>
      question.reduce((sum, feature) => sum + (weights[feature * subjects + pension] ?? 0), 0);

    expect(Math.abs(weightIn(after) / weightIn(before) - 1)).toBeLessThan(0.05);
  });
});
