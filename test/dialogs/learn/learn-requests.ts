/**
 * `npm run requests:learn`: makes `dialogs/engine/hearing/learnt.json` anew, from the ways of asking
 * in `dialogs/catalogue/asks` and, for what is no request, from those and from what the knowledge
 * room learns by. Run it after adding a service or ways of asking; then
 * `npm run evaluate -- requests`. With `--hold-out` it writes nothing, and tells how well the ways
 * of some writers are heard by what was learnt from the others (some minutes).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { services } from '../../../dialogs';
import { featuresOf } from '../../../dialogs/engine/hearing/features';
import { groupsIn, NONE, packed, type Learnt } from '../../../dialogs/engine/hearing/learnt';
import { readWays } from '../../../knowledge';
import { asksSomewhere } from '../../../knowledge/asking';
import { createRandom } from '../../../knowledge/sense/random';
import { fit, type Example } from './fit';
import { groupWords } from './group-words';
import { holdOut, partOf, type Line } from './hold-out';

/** How much a line counts that was not written to be told from requests. */
const QUESTIONS = 0.05;
const TOLD = 0.6;
/** Of the questions on policies, one in so many is enough. */
const ONE_IN = 4;
/** Of ten thousand words, so many groups. */
const GROUPS = 2000;
/** How much a piece of a word counts, and two words with one between: they come in numbers, and mostly in other company. */
const WORTHS: Readonly<Record<string, number>> = { c: 0.4, s: 0.6 };
/** A feature that is rarer teaches nothing of others. */
const SEEN = 2;

const root = process.cwd();
const lines: readonly Line[] = [...asks(), ...ofPolicies(), ...ofOtherDesks()];
const meanings = [NONE, ...services.map(({ id }) => id)];
const alike = groupWords(GROUPS)
  .map((words) => words.join(' '))
  .join('\n');
const groups = groupsIn(alike);
if (process.argv.includes('--hold-out')) holdOut(lines, learnFrom, tell);
else {
  const learnt = learnFrom(lines);
  const file = path.join(root, 'dialogs/engine/hearing/learnt.json');
  writeFileSync(file, `${JSON.stringify(learnt)}\n`);
  tell(`${lines.length} lines, ${learnt.features.split('\n').length} features`);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function learnFrom(some: readonly Line[]): Learnt {
  const said = some.map(({ text }) => featuresOf(text, groups));
  const rows = rowsOf(some, said);
  const examples = some.map(({ meaning, weight }, at): Example => ({
    has: (said[at] ?? []).flatMap((feature) => rows.get(feature) ?? []),
    meaning: meanings.indexOf(meaning),
    weight,
  }));
  const fitted = fit(examples, {
    worths: [...rows.keys()].map((feature) => WORTHS[feature.split(':', 1)[0] ?? ''] ?? 1),
    meanings: meanings.length,
    rounds: 30,
    rate: 0.4,
    decay: 1e-5,
    chance: createRandom(7),
  });
  return packed(meanings, [...rows.keys()], fitted, alike);
}

/** @throws Error for a file that no service has: it was renamed or taken out */
function asks(): Line[] {
  const folder = path.join(root, 'dialogs/catalogue/asks');
  return readdirSync(folder).flatMap((name) => {
    const meaning = path.basename(name, '.txt');
    if (meaning !== NONE && !services.some(({ id }) => id === meaning))
      throw new Error(`dialogs/catalogue/asks/${name}: no service has this id.`);
    const own = linesOf(path.join(folder, name));
    return own.map((text, at) => ({ text, meaning, weight: 1, part: partOf(at, own.length) }));
  });
}

/** What is told, and not asked, of a service's own policy may well be a request for it. */
function ofPolicies(): Line[] {
  const served = new Set(services.map(({ policy }) => policy));
  const all = [...readWays(path.join(root, 'knowledge/sense/ways'))].flatMap(([id, ways]) =>
    ways.map((text) => ({ text, policy: id.split('.')[0] ?? id, told: !asksSomewhere(text) })),
  );
  return [
    ...all.filter(({ told }, at) => !told && at % ONE_IN === 0).map(as(QUESTIONS)),
    ...all.filter(({ told, policy }) => told && !served.has(policy)).map(as(TOLD)),
  ];
}

function ofOtherDesks(): Line[] {
  return ['elsewhere.json', 'elsewhere-ways.json'].flatMap((name) => {
    const file = path.join(root, 'knowledge/sense', name);
    const { desks } = JSON.parse(readFileSync(file, 'utf8')) as {
      desks: Record<string, Record<string, string[]>>;
    };
    return Object.values(desks)
      .flatMap((groups) => Object.values(groups).flat())
      .map((text) => as(TOLD)({ text }));
  });
}

function as(weight: number): (line: { readonly text: string }) => Line {
  return ({ text }) => ({ text, meaning: NONE, weight });
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Features of what was written for requests; what other lines have beside is no sign of one. */
function rowsOf(some: readonly Line[], all: readonly (readonly string[])[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const [at, features] of all.entries())
    for (const feature of some[at]?.weight === 1 ? features : [])
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept = [...seen].filter(([, count]) => count >= SEEN).map(([feature]) => feature);
  return new Map(kept.map((feature, row) => [feature, row]));
}
