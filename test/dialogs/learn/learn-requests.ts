/**
 * `npm run requests:learn`: makes `dialogs/engine/hearing/learnt.json` anew, from the ways of asking
 * in `dialogs/catalogue/asks` and, for what is no request, from those and from what the knowledge
 * room learns by. Run it after adding a service or ways of asking; then
 * `npm run evaluate -- requests`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { services } from '../../../dialogs';
import { featuresOf } from '../../../dialogs/engine/hearing/features';
import { groupsIn, NONE, packed } from '../../../dialogs/engine/hearing/learnt';
import { readWays } from '../../../knowledge';
import { asksSomewhere } from '../../../knowledge/asking';
import { createRandom } from '../../../knowledge/sense/random';
import { fit, type Example } from './fit';
import { groupWords } from './group-words';

/** How much a line counts that was not written to be told from requests. */
const QUESTIONS = 0.05;
const TOLD = 0.6;
/** Of the questions on policies, one in so many is enough. */
const ONE_IN = 4;
/** Of ten thousand words, so many groups. */
const GROUPS = 2000;
/** A feature that is rarer teaches nothing of others. */
const SEEN = 2;

interface Line {
  readonly text: string;
  readonly meaning: string;
  readonly weight: number;
}

const root = process.cwd();
const lines: readonly Line[] = [...asks(), ...ofPolicies(), ...ofOtherDesks()];
const meanings = [NONE, ...services.map(({ id }) => id)];
const alike = groupWords(GROUPS)
  .map((words) => words.join(' '))
  .join('\n');
const groups = groupsIn(alike);
const said = lines.map(({ text }) => featuresOf(text, groups));
const rows = rowsOf(said);
const examples = lines.map(({ meaning, weight }, at): Example => ({
  has: (said[at] ?? []).flatMap((feature) => rows.get(feature) ?? []),
  meaning: meanings.indexOf(meaning),
  weight,
}));
const fitted = fit(examples, {
  features: rows.size,
  meanings: meanings.length,
  rounds: 30,
  rate: 0.3,
  decay: 1e-5,
  chance: createRandom(7),
});
writeFileSync(
  path.join(root, 'dialogs/engine/hearing/learnt.json'),
  `${JSON.stringify(packed(meanings, [...rows.keys()], fitted, alike))}\n`,
);
process.stdout.write(`${lines.length} lines, ${rows.size} features, ${meanings.length} meanings\n`);

/** @throws Error for a file that no service has: it was renamed or taken out */
function asks(): Line[] {
  const folder = path.join(root, 'dialogs/catalogue/asks');
  return readdirSync(folder).flatMap((name) => {
    const meaning = path.basename(name, '.txt');
    if (meaning !== NONE && !services.some(({ id }) => id === meaning))
      throw new Error(`dialogs/catalogue/asks/${name}: no service has this id.`);
    return linesOf(path.join(folder, name)).map((text) => ({ text, meaning, weight: 1 }));
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
function rowsOf(all: readonly (readonly string[])[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const [at, features] of all.entries())
    for (const feature of lines[at]?.weight === 1 ? features : [])
      seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const kept = [...seen].filter(([, count]) => count >= SEEN).map(([feature]) => feature);
  return new Map(kept.map((feature, row) => [feature, row]));
}
