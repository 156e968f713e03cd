/**
 * `npm run sensitive:learn`: makes `weights.json` and `ear.json` anew from the sentences in `data`
 * and from the ways of asking of the policies, which are ordinary. Run it after adding sentences
 * (it takes some minutes); then read what changes in `npx jest test/conversation/sensitive`.
 *
 * With `-- --leave-out FILE` it learns without a quarter of the stories and sentences and writes
 * these to FILE: to choose the detector's thresholds by. Then learn again without it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sensitivityByRules } from '../../../bot/conversation/sensitive/detect';
import { HEARD_AS, listener, REACH, type Ear } from '../../../bot/conversation/sensitive/ear';
import { featuresOf } from '../../../bot/conversation/sensitive/features';
import { nearWords } from '../../../bot/conversation/sensitive/near-words';
import { normalise } from '../../../bot/conversation/sensitive/normalise';
import { SUMS, type Sum } from '../../../bot/conversation/sensitive/scorer';
import { writeWeights } from '../../../bot/conversation/sensitive/weights-file';
import { loadPolicies, readWays } from '../../../knowledge';
import { fit, type Example, type Fitted } from './fit';
import { fitEar, together, type Lesson } from './fit-ear';
import { storiesIn } from './stories';
import { waysIn, type Way } from './ways';

/** One in so many ways of asking is kept apart, to set the threshold by. */
const APART = 4;
/** How many of them may be taken for something that they are not. */
const FALSE_ALARMS = 0.0075;
const CARE = 3;
/** Smaller weights change nothing. */
const LEAST = 1;
/** Sentences made of one way of saying things. */
const OF_A_WAY = 12;
/** Ears that listen as one; each begins elsewhere. */
const EARS = 2;

const root = process.cwd();
const file = (name: string): string =>
  readFileSync(path.join(root, 'test/conversation/data', name), 'utf8');
const data = (name: string): Way[] =>
  file(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Way);
const save = (name: string, text: string): void => {
  writeFileSync(path.join(root, 'bot/conversation/sensitive/learnt', name), text);
};

const leftOutFile = process.argv[process.argv.indexOf('--leave-out') + 1];
const isLeavingOut = process.argv.includes('--leave-out') && leftOutFile !== undefined;
const isLeftOut = (_: unknown, index: number): boolean => isLeavingOut && index % APART === 1;

const written = [
  ...data('sensitive-learn.jsonl').map((sentence) => ({ ...sentence, parts: [] })),
  ...storiesIn(file('sensitive-stories.txt')),
];
if (isLeavingOut)
  writeFileSync(
    leftOutFile,
    `${written
      .filter(isLeftOut)
      .map(({ text, level }) => JSON.stringify({ text, level }))
      .join('\n')}\n`,
  );
const learntFrom = written.filter((one, index) => !isLeftOut(one, index));
const parts = learntFrom.flatMap((story) => story.parts);
const told = [
  ...data('sensitive-dev.jsonl'),
  ...learntFrom,
  ...parts,
  ...waysIn(file('sensitive-ways.txt'), OF_A_WAY),
];
/** What staff tell of these has happened to many of them: only what the policies' writers wrote is plain. */
const OF_HARM = [
  'bullying-harassment-and-dignity-at-work',
  'disciplinary-and-just-culture',
  'domestic-abuse-support',
  'equality-diversity-and-inclusion',
  'freedom-to-speak-up',
  'grievance-and-early-resolution',
  'managing-attendance-and-stress',
  'occupational-health-and-wellbeing-support',
  'performance-and-capability',
  'religion-belief-and-dress',
  'sexual-misconduct',
  'trans-and-non-binary-colleagues',
];
const asks = [
  ...new Set([
    ...loadPolicies(path.join(root, 'knowledge/policies'), root)
      .flatMap((policy) => policy.clauses)
      .flatMap(({ question, asks: ways, yes, no }) => [question, ...ways, ...yes, ...no]),
    ...[...readWays(path.join(root, 'knowledge/sense/ways'))]
      .filter(([clause]) => !OF_HARM.some((policy) => clause.startsWith(`${policy}.`)))
      .flatMap(([, lines]) => lines),
  ]),
]
  // Some are written in the words of those to whom it happened: neither ordinary nor certain.
  .filter(
    (text) => !['life-at-risk', 'disclosure'].includes(sensitivityByRules(normalise(text)).level),
  )
  .map((text) => ({ text, level: 'none' }));
const ordinary = asks.filter((_, index) => index % APART !== 0);

const needsPeople = ({ level }: Way): boolean => level === 'life-at-risk' || level === 'disclosure';
const aboutOf = ({ text, about }: Way): string | undefined => {
  if (about !== undefined) return about;
  const found = sensitivityByRules(normalise(text));
  return found.level === 'disclosure' ? found.about : undefined;
};

function fitSums(): ReadonlyMap<Sum, Fitted> {
  const examples = (sentences: readonly Way[], is: (one: Way) => boolean): Example[] =>
    sentences.map((one) => ({ features: featuresOf(normalise(one.text)), is: is(one) }));
  const hard = told.filter(needsPeople);
  const happened = told.filter(({ level }) => level === 'disclosure');
  const isLife = ({ level }: Way): boolean => level === 'life-at-risk';
  return new Map<Sum, Fitted>([
    ['alarm', fit(examples([...told, ...ordinary], needsPeople), CARE)],
    ['life', fit(examples(hard, isLife), 1.5)],
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
}

function fitEars(): Ear {
  const words = nearWords();
  const lesson = ({ text, level }: Way): Lesson => {
    const heardAs = HEARD_AS.findIndex((each) => each === level);
    return {
      rows: [...words.rowsOf(normalise(text))],
      is: heardAs === -1 ? HEARD_AS.indexOf('other') : heardAs,
    };
  };
  const lessons = {
    told: told.map(lesson),
    plain: ordinary.map(lesson),
    around: [...ordinary, ...parts.filter(({ level }) => level === 'none')].map(lesson),
  };
  const ears = Array.from({ length: EARS }, (_, index) => fitEar(lessons, words, index + 1));
  return together(ears, words.width);
}

const counting = (weight = 0): number => (Math.abs(weight) < LEAST ? 0 : weight);
const rounded = (number: number, digits = 2): number => Number(number.toFixed(digits));

function saveSums(fitted: ReadonlyMap<Sum, Fitted>, threshold: number): void {
  const names = [...new Set([...fitted.values()].flatMap(({ weights }) => [...weights.keys()]))];
  const rows = names
    .sort()
    .map((name) => {
      const row = SUMS.map((sum) => rounded(counting(fitted.get(sum)?.weights.get(name))));
      return [name, row] as const;
    })
    .filter(([, row]) => row.some((weight) => weight !== 0));
  const start = SUMS.map((sum) => rounded(fitted.get(sum)?.start ?? 0));
  save('weights.json', writeWeights({ start, threshold: rounded(threshold) }, new Map(rows)));
}

function saveEar(ear: Ear): void {
  const most = ear.weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
  const scale = most / 127;
  const cells = Int8Array.from(ear.weights, (weight) => Math.round(weight / scale));
  save(
    'ear.json',
    `${JSON.stringify({
      filters: ear.filters,
      reach: REACH,
      scale: rounded(scale, 6),
      bias: [...ear.bias].map((each) => rounded(each, 4)),
      sums: ear.sums.map((sum) => [...sum].map((each) => rounded(each, 4))),
      start: ear.start.map((each) => rounded(each, 4)),
      weights: Buffer.from(cells.buffer).toString('base64'),
    })}\n`,
  );
}

const fitted = fitSums();
const ear = fitEars();
const hear = listener(ear, nearWords());
const alarm = fitted.get('alarm') ?? { start: 0, weights: new Map<string, number>() };
const sumOf = (text: string): number => {
  const said = normalise(text);
  const features = featuresOf(said);
  const sum = [...features].reduce((all, name) => all + counting(alarm.weights.get(name)), 0);
  return sum / Math.sqrt(features.size + 1) + alarm.start + hear(said).alarm;
};
const apart = asks
  .filter((_, index) => index % APART === 0)
  .map(({ text }) => sumOf(text))
  .sort((a, b) => b - a);
saveEar(ear);
saveSums(fitted, apart[Math.floor(FALSE_ALARMS * apart.length)] ?? 0);
