/**
 * The national set as the build leaves it: read and checked once, its lines already cut into
 * search terms, so that a program that starts need not do it again. The seeds of organisations'
 * own wording come with it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  learnPlaceTables,
  learnSubjectTables,
  type PlaceTables,
  type SenseTables,
  type SubjectTables,
} from '../sense/learn';
import type { Ways } from '../sense/ways';
import { readSense, writeSense } from '../sense/sense-file';
import { linesOf } from '../sources/lines';
import { termsOf } from '../words/normalise';
import { countWords } from '../words/vocabulary';
import { createPolicySet } from './policy-set';
import type { Policy } from './schema';
import type { SeedVariation } from './seed-variations';

/** What a program needs that only shows them. */
export interface PoliciesFile {
  readonly policies: readonly Policy[];
  /** What an empty store of organisations' own wording starts with. */
  readonly seeds: readonly SeedVariation[];
}

export interface LinesFile {
  /** The different search terms of each line of the set. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** How often each word stands in them. */
  readonly words: Readonly<Record<string, number>>;
}

/** All that answers are found by. */
export interface CompiledPolicies extends PoliciesFile, LinesFile {
  /** What was learned from the lines; undefined where nothing was. */
  readonly sense?: SenseTables;
}

/** Beside the policies, because only who finds answers needs it. */
export const linesFileOf = (policiesFile: string): string =>
  path.join(path.dirname(policiesFile), 'lines.json');

/** Beside the policies, because it is numbers and not text. */
export const senseFileOf = (policiesFile: string): string =>
  path.join(path.dirname(policiesFile), 'sense.bin');

export function compileLines(policies: readonly Policy[]): LinesFile {
  const lines = createPolicySet(policies).passages.flatMap((passage) => linesOf(passage));
  const terms = Object.fromEntries(lines.map(({ text }) => [text, [...new Set(termsOf(text))]]));
  return { terms, words: countWords(lines.map(({ text }) => text)) };
}

/** Half of what is written to `senseFileOf`: half a minute of work. @throws see `learnSubjectTables` */
export const learnSubjectsOf = (policies: readonly Policy[], ways: Ways): SubjectTables =>
  learnSubjectTables(createPolicySet(policies).passages, ways);

/** The other half, as long. @throws see `learnPlaceTables` */
export const learnPlacesOf = (policies: readonly Policy[], ways: Ways): PlaceTables =>
  learnPlaceTables(createPolicySet(policies).passages, ways);

export const senseFrom = (subjects: SubjectTables, places: PlaceTables): Uint8Array =>
  writeSense({ ...subjects, ...places });

/** @throws Error that says what to do where the build did not leave one */
export const readPolicies = (file: string): PoliciesFile =>
  read(file) as PoliciesFile;

/** @throws Error that says what to do where the build did not leave them */
export function readCompiledPolicies(file: string): CompiledPolicies {
  const compiled = { ...readPolicies(file), ...(read(linesFileOf(file)) as LinesFile) };
  const learned = senseFileOf(file);
  return existsSync(learned) ? { ...compiled, sense: readSense(readFileSync(learned)) } : compiled;
}

/** Our own build wrote it a moment ago from policies that were checked: it is not checked twice. */
function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`The policies were not built: ${file} cannot be read. Run "npm run build".`, {
      cause: error,
    });
  }
}
