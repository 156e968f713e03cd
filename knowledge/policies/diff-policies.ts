/** What changed between two copies of the set, policy by policy, for the people who own them. */
import { diffClause, wordsOfClause, type DiffWords } from './diff-clauses';
import type { Clause } from './schema';

/** A policy, or an organisation's own wording beside one. */
export interface Comparable {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly version: string;
  readonly notCovered: readonly string[];
  readonly clauses: readonly Clause[];
}

interface Count {
  readonly policies: { new: number; gone: number; changed: number };
  readonly clauses: { new: number; gone: number; changed: number };
}

/** Lines of plain text, the sum of all at the end. */
export function diffPolicies(
  older: readonly Comparable[],
  newer: readonly Comparable[],
  words: DiffWords,
): readonly string[] {
  const count: Count = {
    policies: { new: 0, gone: 0, changed: 0 },
    clauses: { new: 0, gone: 0, changed: 0 },
  };
  const before = new Map(older.map((policy) => [policy.id, policy]));
  const after = new Set(newer.map(({ id }) => id));
  const lines = [
    ...newer.flatMap((policy) => diffPolicy(before.get(policy.id), policy, words, count)),
    ...older.filter(({ id }) => !after.has(id)).flatMap((policy) => gonePolicy(policy, count)),
  ];
  return lines.length === 0 ? ['Nothing changed.'] : [...lines, summaryOf(count)];
}

function diffPolicy(
  older: Comparable | undefined,
  newer: Comparable,
  words: DiffWords,
  count: Count,
): string[] {
  if (older === undefined) {
    count.policies.new += 1;
    count.clauses.new += newer.clauses.length;
    return [
      `NEW POLICY  ${nameOf(newer)}: ${clausesOf(newer)}. ${newer.summary}`,
      ...newer.clauses.map(({ number, heading }) => `  ${number}. ${heading}`),
      '',
    ];
  }
  const lines = [...diffMeta(older, newer), ...diffAll(older.clauses, newer.clauses, words, count)];
  if (lines.length === 0) return [];
  count.policies.changed += 1;
  return [`CHANGED  ${nameOf(newer)}`, ...lines, ''];
}

function gonePolicy(policy: Comparable, count: Count): string[] {
  count.policies.gone += 1;
  count.clauses.gone += policy.clauses.length;
  return [`GONE  ${nameOf(policy)}: it had ${clausesOf(policy)}.`, ''];
}

function diffMeta(older: Comparable, newer: Comparable): string[] {
  const fields = (['title', 'summary', 'version'] as const).flatMap((field) =>
    older[field] === newer[field] ? [] : [`  ${nameOfField[field]}: ${older[field]} → ${newer[field]}`],
  );
  const opened = newer.notCovered.filter((topic) => !older.notCovered.includes(topic));
  const closed = older.notCovered.filter((topic) => !newer.notCovered.includes(topic));
  return [
    ...fields,
    ...opened.map((topic) => `  Now left to each employer: ${topic}`),
    ...closed.map((topic) => `  No longer said to be left to each employer: ${topic}`),
  ];
}

const nameOfField = { title: 'Title', summary: 'Summary', version: 'Version' } as const;

function diffAll(
  older: readonly Clause[],
  newer: readonly Clause[],
  words: DiffWords,
  count: Count,
): string[] {
  const before = new Map(older.map((clause) => [clause.id, clause]));
  const after = new Set(newer.map(({ id }) => id));
  const changed = newer.flatMap((clause) => {
    const was = before.get(clause.id);
    if (was === undefined) {
      count.clauses.new += 1;
      return told('New clause', clause, [
        `Question: “${clause.question}”`,
        `It says: ${wordsOfClause(clause)}`,
        `In force from: ${words.day(clause.effective)}`,
        `Who it is for: ${words.appliesTo(clause)}`,
      ]);
    }
    const lines = diffClause(was, clause, words);
    if (lines.length === 0) return [];
    count.clauses.changed += 1;
    return told('Changed clause', clause, lines);
  });
  const gone = older.filter(({ id }) => !after.has(id));
  count.clauses.gone += gone.length;
  return [
    ...changed,
    ...gone.flatMap((clause) => told('Clause taken out', clause, [`It said: ${wordsOfClause(clause)}`])),
  ];
}

const told = (what: string, { number, heading }: Clause, lines: readonly string[]): string[] => [
  `  ${what} ${number}, ${heading}`,
  ...lines.map((line) => `      ${line}`),
];

const clausesOf = ({ clauses }: Comparable): string => (clauses.length === 1 ? '1 clause' : `${clauses.length} clauses`);

const nameOf = ({ title, id }: Comparable): string => `${title} (${id})`;

const summaryOf = ({ policies, clauses }: Count): string =>
  `Policies: ${policies.new} new, ${policies.gone} gone, ${policies.changed} changed. ` +
  `Clauses: ${clauses.new} new, ${clauses.gone} taken out, ${clauses.changed} changed.`;
