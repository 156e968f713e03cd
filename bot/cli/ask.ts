/** `npm run ask`: answers in the terminal, one question or a file of them. See design.md, "Command line". */
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../project-root';
import { Line, toJson, toTerminal } from './ask-contract';
import { createTerminalAsker, type TerminalAsker } from './asker';
import { endWithReason } from '../end-with-reason';

const USAGE = `Usage: npm run ask -- "question" [--json]
       npm run ask -- --batch FILE.jsonl --json
Options: --organisation ID  --staff-group GROUP  --role staff|manager  --on YYYY-MM-DD  --policies DIR
`;

const options = {
  json: { type: 'boolean', default: false },
  batch: { type: 'string' },
  organisation: { type: 'string' },
  'staff-group': { type: 'string' },
  role: { type: 'string' },
  on: { type: 'string' },
  policies: { type: 'string' },
} as const;

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;

const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function main(): Promise<number> {
  const given = read();
  if (given === undefined) return 2;
  const { values, positionals } = given;
  const asker = await createTerminalAsker(projectRoot(), values.policies, complain);
  // What the options say holds for every line that does not say otherwise.
  const common = {
    ...(values.organisation === undefined ? {} : { organisation: values.organisation }),
    ...(values['staff-group'] === undefined ? {} : { staffGroup: values['staff-group'] }),
    ...(values.role === undefined ? {} : { role: values.role }),
    ...(values.on === undefined ? {} : { on: values.on }),
  };
  if (values.batch !== undefined) return askAll(asker, values.batch, common, values.json);
  return askOne(asker, { ...common, text: positionals.join(' ') }, values.json);
}

function read(): Given | undefined {
  try {
    const given = parseArgs({ options, allowPositionals: true });
    if ((given.values.batch === undefined) !== (given.positionals.length === 0)) return given;
    complain(USAGE);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  return undefined;
}

async function askOne(asker: TerminalAsker, given: unknown, asJson: boolean): Promise<number> {
  const line = Line.safeParse(given);
  if (!line.success) {
    complain(problemsOf(line.error));
    return 2;
  }
  try {
    const { reply, elapsedMs } = await asker.ask(line.data);
    process.stdout.write(
      `${asJson ? toJson(null, line.data.text, reply, elapsedMs) : toTerminal(reply)}\n`,
    );
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function askAll(
  asker: TerminalAsker,
  file: string,
  common: object,
  asJson: boolean,
): Promise<number> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    complain(`There is no file "${file}". Give one with a JSON object on each line.`);
    return 2;
  }
  let number = 0;
  let failed = false;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    number += 1;
    if (text.trim() === '') continue;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    const answer = await answerLine(asker, line, common, asJson);
    failed ||= 'error' in answer;
    const written =
      'error' in answer
        ? JSON.stringify({ id: answer.id, error: `line ${number}: ${answer.error}` })
        : answer.written;
    process.stdout.write(`${written}\n`);
  }
  return failed ? 1 : 0;
}

type LineAnswer = { written: string } | { id: string | number | null; error: string };

async function answerLine(
  asker: TerminalAsker,
  text: string,
  common: object,
  asJson: boolean,
): Promise<LineAnswer> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { id: null, error: 'this is not JSON' };
  }
  const id = idOf(json);
  const line = Line.safeParse(
    typeof json === 'object' && json !== null ? { ...common, ...json } : json,
  );
  if (!line.success) return { id, error: problemsOf(line.error) };
  try {
    const { reply, elapsedMs } = await asker.ask(line.data);
    return { written: asJson ? toJson(id, line.data.text, reply, elapsedMs) : toTerminal(reply) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function idOf(json: unknown): string | number | null {
  const read = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json);
  return read.success ? read.data.id : null;
}

const problemsOf = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => (path.length === 0 ? message : `"${path.join('.')}" ${message}`))
    .join('; ');

main().then((code) => {
  process.exitCode = code;
}, endWithReason);
