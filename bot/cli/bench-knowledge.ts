/**
 * The second part of `npm run bench`: what finding an answer costs, as JSON lines. For the
 * built-in set, for many organisations with wording of their own, and for plain MiniSearch over
 * the same clauses, all in one run. Needs `node --expose-gc`.
 */
import MiniSearch from 'minisearch';
import {
  createKnowledge,
  createMemoryVariations,
  readCompiledPolicies,
  type CompiledPolicies,
  type Knowledge,
  type Question,
  type SeedVariation,
} from '../../knowledge';
import { policiesFileOf, projectRoot } from '../project-root';
import { endWithReason } from '../end-with-reason';
import { print, round2 } from './bench/print';

const ORGANISATIONS = 200;
const VARIATIONS_EACH = 50;
const ASKED = 2_000;
const ON = '2026-11-21';
const seededAt = new Date(`${ON}T00:00:00Z`);
const signal = new AbortController().signal;

async function main(): Promise<void> {
  const file = policiesFileOf(projectRoot());
  const [compiled, readMs] = timed(() => readCompiledPolicies(file));
  const questions = questionsOf(compiled);
  const before = memoryMb();
  const [national, indexMs] = timed(() => createKnowledge(compiled));
  const memory = memoryMb() - before;
  print({
    bench: 'knowledge',
    clauses: clausesOf(compiled).length,
    readMs,
    indexMs,
    memoryMb: round1(memory),
  });
  await answerAll(national, questions.slice(0, 500), () => undefined);
  print({ bench: 'answer', ...(await answerAll(national, questions, () => undefined)) });

  const [mini, miniMs] = timed(() => miniSearchOf(compiled));
  const times = questions.map(
    (text) => timed(() => mini.search(text, { prefix: false }).slice(0, 24))[1],
  );
  print({ bench: 'minisearch, ranking only', indexMs: miniMs, ...spread(times) });

  const seeds = manyVariations(compiled);
  const beforeMany = memoryMb();
  const many = createKnowledge({
    ...compiled,
    variations: createMemoryVariations(seeds, seededAt),
  });
  const view = (index: number): string => `organisation-${index % ORGANISATIONS}`;
  const firstAsked = await answerAll(many, questions.slice(0, ORGANISATIONS), view);
  print({ bench: `first question of each of ${ORGANISATIONS} organisations`, ...firstAsked });
  print({
    bench: `answer, ${ORGANISATIONS} organisations with ${VARIATIONS_EACH} variations each`,
    ...(await answerAll(many, questions, view)),
    memoryMb: round1(memoryMb() - beforeMany),
    p95LimitMs: 20,
    p95AimMs: 5,
  });
}

const clausesOf = ({ policies }: CompiledPolicies) => policies.flatMap(({ clauses }) => clauses);

/** Ways of asking from all over the set, with the words in another order than they were written. */
function questionsOf(compiled: CompiledPolicies): string[] {
  const asks = clausesOf(compiled).flatMap((clause) => clause.asks);
  const step = Math.max(1, Math.floor(asks.length / ASKED));
  return asks
    .filter((_, index) => index % step === 0)
    .slice(0, ASKED)
    .map((ask) => `please ${ask.split(' ').toReversed().join(' ')}`);
}

function manyVariations(compiled: CompiledPolicies): SeedVariation[] {
  const clauses = clausesOf(compiled);
  return Array.from({ length: ORGANISATIONS }, (_, index): SeedVariation => {
    const organisation = `organisation-${index}`;
    const own = Array.from({ length: VARIATIONS_EACH }, (_, nth) => {
      const clause = clauses[(index * 7 + nth * 29) % clauses.length] ?? clauses[0];
      if (clause === undefined) throw new Error('The policy set is empty.');
      return {
        ...clause,
        id: `${organisation}/${clause.policy}.${nth}`,
        organisation,
        replaces: clause.id,
        beside: [],
        note: 'Made up for the bench.',
      };
    });
    return { organisation, policy: 'annual-leave-and-bank-holidays', content: '', clauses: own };
  });
}

async function answerAll(
  knowledge: Knowledge,
  texts: readonly string[],
  organisationOf: (index: number) => string | undefined,
) {
  const times: number[] = [];
  for (const [index, text] of texts.entries()) {
    const question: Question = {
      text,
      before: null,
      organisation: organisationOf(index),
      staffGroup: 'agenda-for-change',
      pointOfView: 'staff',
      on: ON,
      particulars: {},
    };
    const started = performance.now();
    await knowledge.answer(question, signal);
    times.push(performance.now() - started);
  }
  return spread(times);
}

function miniSearchOf(compiled: CompiledPolicies): MiniSearch {
  const mini = new MiniSearch({ fields: ['heading', 'asks', 'text'] });
  mini.addAll(
    clausesOf(compiled).map(({ id, heading, question, asks, text }) => ({
      id,
      heading,
      asks: [question, ...asks].join('\n'),
      text,
    })),
  );
  return mini;
}

function timed<T>(run: () => T): [T, number] {
  const started = performance.now();
  const result = run();
  return [result, round2(performance.now() - started)];
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => round2(sorted[Math.floor(sorted.length * share)] ?? 0);
  const total = times.reduce((sum, time) => sum + time, 0);
  return { p50Ms: at(0.5), p95Ms: at(0.95), perSecond: Math.round((times.length * 1000) / total) };
}

function memoryMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

const round1 = (value: number): number => Math.round(value * 10) / 10;
main().catch(endWithReason);
