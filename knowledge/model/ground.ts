/**
 * The check between a model and a person. Every sentence must point at clauses that say the
 * same: the same figures and bounds, the same duty or permission, the same conditions, the same
 * people acting, in words that are the clauses' own. One sentence that fails sinks the answer.
 * It would rather lose a good sentence than let a false one through.
 */
import type { Clause } from '../policies/schema';
import { wordsOf } from '../words/normalise';
import { claimsOf, stemsOf, UNNAMED } from './claims';
import type { Phrased } from './phraser';
import { sourceLines } from './source-lines';
import { mismatch, nearer, type Mismatch, type Support } from './supports';

export interface Sentence {
  readonly text: string;
  /** Numbers of the clauses as shown to the model, from 1. */
  readonly clauses: readonly number[];
}

export type Unsupported = Mismatch | 'empty' | 'pointer' | 'markup' | 'name' | 'too-long';

export type Grounded =
  { kind: 'grounded'; phrased: Phrased } | { kind: 'unsupported'; why: Unsupported };

const MOST_WORDS = 120;
const MARKUP = /https?:|www\.|[[\]<>*_`#|@{}\\]|\n/i;
const SENTENCE_END = /(?<=[.!?])\s+/;
const JOINT =
  /\s*[,;:]\s+(?:and\s+|but\s+|then\s+|so\s+|or\s+)?|\s+[–—]\s+|\s+(?:and|but|then|plus|or|so)\s+/i;
const MOST_PIECES = 10;

type Shown = readonly [Clause, ...Clause[]];

export function ground(sentences: readonly Sentence[], shown: Shown): Grounded {
  const unsupported = (why: Unsupported): Grounded => ({ kind: 'unsupported', why });
  const all = sentences.map(({ text }) => text).join(' ');
  if (wordsOf(all).length > MOST_WORDS) return unsupported('too-long');

  const supports = shown.map(supportsOf);
  const written: { text: string; clauses: readonly Clause[] }[] = [];
  for (const { text, clauses } of sentences) {
    const pointed = [...new Set(clauses)];
    if (pointed.length === 0 || pointed.some((n) => shown[n - 1] === undefined))
      return unsupported('pointer');
    if (MARKUP.test(text)) return unsupported('markup');
    if (namesOf(text).some((name) => !pointed.some((n) => saysName(shown[n - 1], name))))
      return unsupported('name');
    const used = new Set<number>();
    for (const part of text.trim().split(SENTENCE_END)) {
      const why = restsOn(part, pointed, supports, used);
      if (why !== undefined) return unsupported(why);
    }
    written.push({
      text: text.trim(),
      clauses: [...used].sort((a, b) => a - b).flatMap((n) => shown[n - 1] ?? []),
    });
  }
  return numbered(written) ?? unsupported('empty');
}

/** Pointers renumbered by first use; only clauses that carry a sentence are kept. */
function numbered(
  written: readonly { text: string; clauses: readonly Clause[] }[],
): Grounded | undefined {
  const [first, ...rest] = [...new Set(written.flatMap(({ clauses }) => clauses))];
  if (first === undefined) return undefined;
  const order = [first, ...rest];
  const text = written
    .map(({ text, clauses }) =>
      [text, ...clauses.map((clause) => `[${order.indexOf(clause) + 1}]`)].join(' '),
    )
    .join(' ');
  return { kind: 'grounded', phrased: { text, clauses: [first, ...rest] } };
}

function supportsOf(clause: Clause): readonly Support[] {
  const around = [
    ...stemsOf(clause.heading),
    ...stemsOf(clause.question),
    ...stemsOf(clause.policyTitle),
  ];
  let meant = UNNAMED;
  return sourceLines(clause).map((line) => {
    const claims = claimsOf(line, meant);
    const known = new Set([...claims.stems, ...claims.actors.flatMap(stemsOf), ...around]);
    const support = { claims, known, meant };
    meant = claims.actors.find((actor) => actor !== 'you') ?? meant;
    return support;
  });
}

/**
 * Whether a sentence rests on single lines, whole or cut at its joints. Cut, because "29 days
 * after 5 years and 33 after 10" rests on two lines, each of which must be right by itself.
 */
function restsOn(
  sentence: string,
  pointed: readonly number[],
  supports: readonly (readonly Support[])[],
  used: Set<number>,
): Mismatch | undefined {
  const pieces = cut(sentence);
  const speaksInFigures = claimsOf(sentence).figures.length > 0;
  const dead = new Set<number>();
  let why: Mismatch | undefined;
  const reaches = (from: number): readonly number[] | undefined => {
    if (from === pieces.length) return [];
    if (dead.has(from)) return undefined;
    for (let to = pieces.length; to > from; to -= 1) {
      const claims = claimsOf(sentence.slice(pieces[from]?.start, pieces[to - 1]?.end));
      // Cut from its figure, "in your second year" could be put beside any other.
      if (speaksInFigures && claims.scene) continue;
      const carrier = pointed.find((n) =>
        supports[n - 1]?.some((line) => {
          const problem = mismatch(claims, line);
          why = nearer(why, problem);
          return problem === undefined;
        }),
      );
      const rest = carrier === undefined ? undefined : reaches(to);
      if (carrier !== undefined && rest !== undefined) return [carrier, ...rest];
    }
    dead.add(from);
    return undefined;
  };
  const carriers = reaches(0);
  if (carriers === undefined) return why ?? 'words';
  for (const carrier of carriers) used.add(carrier);
  return undefined;
}

function cut(sentence: string): readonly { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: joint } of sentence.matchAll(new RegExp(JOINT, 'gi'))) {
    if (pieces.length === MOST_PIECES - 1) break;
    pieces.push({ start, end: index });
    start = index + joint.length;
  }
  return [...pieces, { start, end: sentence.length }].filter(({ start, end }) => end > start);
}

/** Words with a capital that no rule of spelling asks for. */
function namesOf(text: string): readonly string[] {
  return text
    .split(SENTENCE_END)
    .flatMap((sentence) => [...sentence.matchAll(/(?<=\S\s+\W*)[A-Z][\p{L}\p{N}'.-]*/gu)])
    .map(([name]) => name.toLowerCase().replace(/[.'-]+$/, ''))
    .filter((name) => name !== 'i');
}

function saysName(clause: Clause | undefined, name: string): boolean {
  if (clause === undefined) return false;
  return wordsOf(
    `${clause.policyTitle} ${clause.heading} ${clause.question} ${clause.text}`,
  ).includes(name.replace(/'s$/, ''));
}
