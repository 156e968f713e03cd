/**
 * Chat completions over real HTTP, as OpenAI and Azure OpenAI serve them, saying what the test
 * wrote. It is as strict as the real thing: unknown fields, a wrong key or a loose schema are
 * refused, and so is any field that names a person.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

export type Line =
  | {
      readonly kind: 'say';
      readonly sentences: readonly { text: string; clauses: readonly number[] }[];
      /** Only once this is settled. */
      readonly hold?: Promise<void>;
    }
  /** Arguments of the function call (or content) exactly as written. */
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'fail'; readonly status: number }
  | { readonly kind: 'drop' }
  /** Never answers. */
  | { readonly kind: 'slow' };

export interface FakeOpenAi {
  readonly url: string;
  /** Bodies of the calls that were accepted. */
  readonly asked: readonly ChatCall[];
  /** Settles once a call has been accepted. */
  readonly reached: Promise<void>;
  /** Settles once a caller has hung up before the answer. */
  readonly hungUp: Promise<void>;
  close(): Promise<void>;
}

const Schema = z.object({
  type: z.literal('object'),
  additionalProperties: z.literal(false),
  required: z.array(z.string()).min(1),
});
/** `user`, `metadata` and `safety_identifier` exist on the real service and are refused on purpose. */
const ChatCall = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'developer', 'user']), content: z.string() }))
    .min(1),
  stream: z.literal(false).optional(),
  temperature: z.number().optional(),
  tools: z
    .array(
      z.strictObject({
        type: z.literal('function'),
        function: z.strictObject({
          name: z.string(),
          description: z.string().optional(),
          parameters: Schema,
          strict: z.literal(true),
        }),
      }),
    )
    .optional(),
  tool_choice: z
    .strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string() }) })
    .optional(),
  parallel_tool_calls: z.boolean().optional(),
  response_format: z
    .strictObject({
      type: z.literal('json_schema'),
      json_schema: z.strictObject({ name: z.string(), strict: z.literal(true), schema: Schema }),
    })
    .optional(),
});
export type ChatCall = z.infer<typeof ChatCall>;

export const FAKE_KEY = 'a-key-for-tests';
const OPENAI = '/v1/chat/completions';
const AZURE = /^\/openai\/deployments\/[\w-]+\/chat\/completions$/;

export async function fakeOpenAi(...script: readonly Line[]): Promise<FakeOpenAi> {
  const lines = [...script];
  const asked: ChatCall[] = [];
  const [reached, arrive] = moment();
  const [hungUp, leave] = moment();
  const server = createServer((req, res) => {
    res.once('close', () => {
      if (!res.writableFinished) leave();
    });
    readJson(req).then(
      (body) => {
        const call = ChatCall.safeParse(body);
        if (!authorised(req)) fail(res, 401);
        else if (!call.success) fail(res, 400, call.error.message);
        else {
          asked.push(call.data);
          arrive();
          answer(res, call.data, lines.shift());
        }
      },
      () => {
        fail(res, 400);
      },
    );
  });
  const { url, close } = await onLoopback(server);
  return {
    url,
    asked,
    reached,
    hungUp,
    close,
  };
}

/** A promise and what settles it. */
function moment(): [Promise<void>, () => void] {
  let settle = (): void => undefined;
  const coming = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return [
    coming,
    () => {
      settle();
    },
  ];
}

function authorised(req: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(req.url ?? '/', 'http://loopback');
  if (pathname === OPENAI) return req.headers.authorization === `Bearer ${FAKE_KEY}`;
  if (!AZURE.test(pathname) || !/^20\d\d-\d\d-\d\d/.test(searchParams.get('api-version') ?? ''))
    return false;
  return req.headers['api-key'] === FAKE_KEY || req.headers.authorization === `Bearer ${FAKE_KEY}`;
}

function answer(res: ServerResponse, call: ChatCall, line: Line | undefined): void {
  switch (line?.kind) {
    case undefined:
      fail(res, 500, 'The script ran out.');
      return;
    case 'slow':
      return;
    case 'drop':
      res.destroy();
      return;
    case 'fail':
      fail(res, line.status);
      return;
    case 'refuse':
      send(res, { role: 'assistant', content: null, refusal: 'I can not help with that.' });
      return;
    case 'raw':
      send(res, message(call, line.text));
      return;
    case 'say':
      void Promise.resolve(line.hold).then(() => {
        send(res, message(call, JSON.stringify({ sentences: line.sentences })));
      });
  }
}

function message(call: ChatCall, text: string): object {
  const tool = call.tools?.[0]?.function.name;
  if (tool === undefined) return { role: 'assistant', content: text, refusal: null };
  const made = { id: 'call_1', type: 'function', function: { name: tool, arguments: text } };
  return { role: 'assistant', content: null, refusal: null, tool_calls: [made] };
}

function send(res: ServerResponse, message: object): void {
  const choice = { index: 0, finish_reason: 'stop', logprobs: null, message };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  reply(res, 200, {
    id: 'chat_1',
    object: 'chat.completion',
    created: 1,
    model: 'fake',
    choices: [choice],
    usage,
  });
}

function fail(res: ServerResponse, status: number, text = 'scripted'): void {
  reply(res, status, { error: { message: text, type: 'error', param: null, code: null } });
}

function reply(res: ServerResponse, status: number, body: object): void {
  // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer); // no encoding was set
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}
