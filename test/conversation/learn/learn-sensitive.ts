/**
 * `npm run sensitive:learn`: makes `weights.json` anew from the sentences in `data` and from the
 * ways of asking of the policies, which are ordinary. Run it after adding sentences; then read
 * what changes in `npx jest test/conversation/sensitive`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sensitivityByRules } from '../../../bot/conversation/sensitive/detect';
import { featuresOf } from '../../../bot/conversation/sensitive/features';
import { normalise } from '../../../bot/conversation/sensitive/normalise';
import { SUMS, type Sum } from '../../../bot/conversation/sensitive/scorer';
import { loadPolicies } from '../../../knowledge';
import { fit, type Example, type Fitted } from './fit';

interface Sentence {
  readonly text: string;
  readonly level: string;
}

/** One in so many ways of asking is kept apart, to set the threshold by. */
const APART = 4;
/** How many of them may be taken for something that they are not. */
const FALSE_ALARMS = 0.0125;
const CARE = 3;
/** Smaller weights change nothing. */
const LEAST = 1;

const root = process.cwd();
const data = (name: string): Sentence[] =>
  readFileSync(path.join(root, 'test/conversation/data', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);

const told = [...data('sensitive-dev.jsonl'), ...data('sensitive-learn.jsonl')];
const asks = [
  ...new Set(
    loadPolicies(path.join(root, 'knowledge/policies'), root)
      .flatMap((policy) => policy.clauses)
      .flatMap(({ question, asks: ways, yes, no }) => [question, ...ways, ...yes, ...no]),
  ),
]
  // Some are written in the words of those to whom it happened: neither ordinary nor certain.
  .filter(
    (text) => !['life-at-risk', 'disclosure'].includes(sensitivityByRules(normalise(text)).level),
  )
  .map((text) => ({ text, level: 'none' }));

const needsPeople = ({ level }: Sentence): boolean =>
  level === 'life-at-risk' || level === 'disclosure';
const examples = (sentences: readonly Sentence[], is: (one: Sentence) => boolean): Example[] =>
  sentences.map((one) => ({ features: featuresOf(normalise(one.text)), is: is(one) }));
const aboutOf = ({ text }: Sentence): string | undefined => {
  const found = sensitivityByRules(normalise(text));
  return found.level === 'disclosure' ? found.about : undefined;
};

const hard = told.filter(needsPeople);
const happened = told.filter(({ level }) => level === 'disclosure');
const ordinary = asks.filter((_, index) => index % APART !== 0);
const fitted = new Map<Sum, Fitted>([
  ['alarm', fit(examples([...told, ...ordinary], needsPeople), CARE)],
  [
    'life',
    fit(
      examples(hard, ({ level }) => level === 'life-at-risk'),
      1.5,
    ),
  ],
  ...SUMS.slice(2).map(
    (about) =>
      [
        about,
        fit(
          examples(happened, (one) => aboutOf(one) === about),
          CARE,
        ),
      ] as const,
  ),
]);

const sumOf = ({ start, weights }: Fitted, text: string): number => {
  const features = featuresOf(normalise(text));
  const sum = [...features].reduce((all, feature) => all + (weights.get(feature) ?? 0), 0);
  return sum / Math.sqrt(features.size + 1) + start;
};
const alarm = fitted.get('alarm') ?? { start: 0, weights: new Map<string, number>() };
const apart = asks
  .filter((_, index) => index % APART === 0)
  .map(({ text }) => sumOf(alarm, text))
  .sort((a, b) => b - a);

const rounded = (weight: number): number => Math.round(weight * 100) / 100;
const features: Record<string, number[]> = {};
for (const feature of [
  ...new Set([...fitted.values()].flatMap(({ weights }) => [...weights.keys()])),
].sort()) {
  const weights = SUMS.map((sum) => {
    const weight = fitted.get(sum)?.weights.get(feature) ?? 0;
    return Math.abs(weight) < LEAST ? 0 : rounded(weight);
  });
  while (weights.at(-1) === 0) weights.pop();
  if (weights.length > 0) features[feature] = weights;
}
const weights = {
  start: SUMS.map((sum) => rounded(fitted.get(sum)?.start ?? 0)),
  threshold: rounded(apart[Math.floor(FALSE_ALARMS * apart.length)] ?? 0),
  features,
};
const lines = Object.entries(features).map(
  ([name, each]) => `    ${JSON.stringify(name)}: ${JSON.stringify(each)}`,
);
writeFileSync(
  path.join(root, 'bot/conversation/sensitive/weights.json'),
  `{\n  "start": ${JSON.stringify(weights.start)},\n  "threshold": ${String(weights.threshold)},\n  "features": {\n${lines.join(',\n')}\n  }\n}\n`,
);
