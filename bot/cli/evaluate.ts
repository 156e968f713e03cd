/**
 * `npm run evaluate`: plays question sets through the whole assistant, as a person would meet it,
 * and counts what came of them.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project-root';
import { createTerminalAsker, type TerminalAsker } from './asker';
import { toPlainAnswer } from './ask-contract';
import { wholeText } from '../conversation/reply';
import { judgeReply } from './evaluation/judge-reply';
import {
  readQuestionSets,
  saidIn,
  type EvaluationQuestion,
  type QuestionSet,
} from './evaluation/question-sets';
import {
  judgeRequest,
  readUtterances,
  SAID_ON,
  tallyRequests,
  type RequestTally,
} from './evaluation/requests';
import { medianMs, shortfalls, tallyOf, type Marked } from './evaluation/tally';
import { endWithReason } from '../end-with-reason';

const USAGE = `Usage: npm run evaluate -- [FOLDER] [--misses] [--json]
       npm run evaluate -- requests [FILE] [--misses] [--json]
FOLDER holds question sets (default: knowledge/evaluation/development); FILE utterances for
requests (default: each file of dialogs/evaluation/development).
--misses lists each question that falls short; --json prints JSON lines.
`;

interface Played extends Marked {
  readonly question: EvaluationQuestion;
  readonly outcome: string;
  readonly clause: string | null;
  readonly topics: readonly string[];
  readonly answer: string;
}

async function main(): Promise<number> {
  const given = read();
  if (given === undefined) return 2;
  const root = projectRoot();
  const asker = await createTerminalAsker(root, undefined, complain);
  await asker.ask({ text: 'hello' });
  if (given.positionals[0] === 'requests') {
    const own = given.positionals[1];
    for (const file of own === undefined ? utterancesOf(root) : [own])
      await evaluateRequests(asker, file, given.values);
    return 0;
  }
  const folder = given.positionals[0] ?? path.join(root, 'knowledge', 'evaluation', 'development');
  const sets = readQuestionSets(folder);
  for (const set of sets) report(set, await play(asker, set), given.values);
  return 0;
}

function read(): { values: { misses: boolean; json: boolean }; positionals: string[] } | undefined {
  try {
    const given = parseArgs({
      options: {
        misses: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const most = given.positionals[0] === 'requests' ? 2 : 1;
    if (given.positionals.length <= most) return given;
    complain(USAGE);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  return undefined;
}

async function play(asker: TerminalAsker, { questions }: QuestionSet): Promise<Played[]> {
  const played: Played[] = [];
  for (const question of questions) {
    const said = saidIn(question);
    const { reply, elapsedMs } = await asker.ask({
      text: said.at(-1) ?? '',
      history: said.slice(0, -1),
      staffGroup: question.asker?.staffGroup,
      on: question.on,
    });
    played.push({
      question,
      elapsedMs,
      marks: judgeReply(question, reply),
      outcome: reply.outcome,
      clause: reply.citations[0]?.clause ?? null,
      topics: reply.topics,
      answer: toPlainAnswer(wholeText(reply)),
    });
  }
  return played;
}

function report(
  set: QuestionSet,
  played: readonly Played[],
  { misses, json }: { misses: boolean; json: boolean },
): void {
  const tally = tallyOf(played);
  const short = misses ? played.filter(({ marks }) => shortfalls(marks).length > 0) : [];
  if (json) {
    print(
      JSON.stringify({ set: set.name, questions: played.length, ...tally, ms: medianMs(played) }),
    );
    for (const one of short)
      print(JSON.stringify({ short: shortfalls(one.marks), ...missOf(one) }));
    return;
  }
  const counts = Object.entries(tally).map(
    ([mark, { yes, of }]) => `  ${mark} ${yes} of ${of} (${((100 * yes) / of).toFixed(1)}%)`,
  );
  print(`${set.name}: ${played.length} questions, ${medianMs(played)} ms each`);
  for (const line of counts) print(line);
  for (const one of short) {
    const { id, said, outcome, clause, topics, expected } = missOf(one);
    print(`    ${id} ${shortfalls(one.marks).join(' ')} | ${said}`);
    print(`      ${outcome} ${clause ?? ''} [${topics.join(', ')}] expected ${expected}`);
  }
}

function utterancesOf(root: string): readonly string[] {
  const folder = path.join(root, 'dialogs', 'evaluation', 'development');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name));
}

async function evaluateRequests(
  asker: TerminalAsker,
  file: string,
  { misses, json }: { misses: boolean; json: boolean },
): Promise<void> {
  const played = [];
  for (const utterance of readUtterances(file)) {
    const { text, role } = utterance;
    const { reply } = await asker.ask({ text, role, on: SAID_ON });
    played.push({ utterance, reply, mark: judgeRequest(utterance, reply) });
  }
  const tally = tallyRequests(played);
  const name = path.basename(file, '.jsonl');
  print(json ? JSON.stringify({ file: name, ...tally }) : `${name}:\n${requestLines(tally)}`);
  if (!misses) return;
  for (const { utterance, reply, mark } of played) {
    const isRight = utterance.service === null ? mark.heard === 'none' : mark.heard === 'right';
    if (isRight && mark.missed.length + mark.wrong.length === 0) continue;
    const got = reply.request ?? { service: reply.outcome, fields: {} };
    const { id, text, service, fields } = utterance;
    print(`${id} ${mark.heard} | ${text}`);
    print(`   expected ${service ?? 'nothing'} ${JSON.stringify(fields)}`);
    print(`   got ${got.service} ${JSON.stringify(got.fields)}`);
  }
}

const requestLines = (tally: RequestTally): string =>
  [
    `  right service ${tally.right} of ${tally.requests} (offered ${tally.offered}, another ${tally.another})`,
    `  started where nothing was asked for ${tally.falseStarts} of ${tally.others}`,
    ...(tally.fieldsF1 === undefined ? [] : [`  fields F1 ${tally.fieldsF1}`]),
  ].join('\n');

const missOf = ({ question, outcome, clause, topics, answer }: Played) => ({
  id: question.id,
  said: saidIn(question).join(' / '),
  outcome,
  clause,
  topics,
  expected: (question.policies ?? [question.level ?? question.kind ?? question.expected]).join(
    ', ',
  ),
  facts: question.keyFacts ?? question.rightFact ?? question.mustSay ?? [],
  answer,
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

main().then((code) => {
  process.exitCode = code;
}, endWithReason);
