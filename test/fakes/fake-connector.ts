/**
 * The channel's side of the Bot Framework: takes activities as Teams does, and refuses what Teams
 * refuses. Plain node:http, so that what is checked is what stands on the wire.
 */
import { createServer, type ServerResponse } from 'node:http';
import { complaintAbout, type WireActivity } from './activity-complaint';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

export interface Delivered {
  readonly conversation: string;
  readonly path: string;
  readonly method: string;
  readonly activity: WireActivity;
  readonly status: number;
  /** When it came, in milliseconds of this process. */
  readonly at: number;
}

/** How the next message is answered; without a script it is 201 and an id. */
export interface Scripted {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers only when this is settled. */
  readonly hold?: Promise<void>;
}

export interface FakeConnector {
  readonly url: string;
  /** Every call that came, in order, also those that were refused. */
  readonly delivered: readonly Delivered[];
  /** What Teams would have complained of. A test that ends with one has failed. */
  readonly complaints: readonly string[];
  script(...answers: readonly (Scripted | number)[]): void;
  /** Resolves when so many messages and typing signs have come, all in all. */
  until(count: number): Promise<void>;
  /** What a path gives out, such as a picture of a message; it is no message itself. */
  readonly gives: Map<string, { readonly bytes: Uint8Array; readonly location?: string }>;
  /** The calls for those, in order, with what they were let in by. */
  readonly asked: readonly { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

const PATH = /^\/v3\/conversations\/([^/]+)\/activities(\/[^/]+)?$/;

/** A new message, or another in the place of one that was sent. */
const isCall = (method: string, path: string): boolean => {
  const [, , replaced] = PATH.exec(path) ?? [];
  return PATH.test(path) && (method === 'POST' || (method === 'PUT' && replaced !== undefined));
};

/** @param options.strict false takes anything: for bots that are not ours */
export async function startFakeConnector({ strict } = { strict: true }): Promise<FakeConnector> {
  const delivered: Delivered[] = [];
  const complaints: string[] = [];
  const answers: Scripted[] = [];
  const waiting: { count: number; go: () => void }[] = [];

  const gives: FakeConnector['gives'] = new Map();
  const asked: FakeConnector['asked'][number][] = [];

  const server = createServer((req, res) => {
    if (req.method === 'GET') {
      const given = gives.get(req.url ?? '');
      asked.push({ path: req.url ?? '', authorization: req.headers.authorization });
      const headers = given?.location === undefined ? {} : { location: given.location };
      // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
      res.writeHead(given === undefined ? 404 : given.location === undefined ? 200 : 302, headers);
      res.end(given?.bytes);
      return;
    }
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      void answer(Buffer.concat(chunks).toString('utf8'), req.url ?? '', req.method ?? '', res);
    });
  });

  async function answer(
    body: string,
    path: string,
    method: string,
    res: ServerResponse,
  ): Promise<void> {
    const conversation = decodeURIComponent(PATH.exec(path)?.[1] ?? '');
    const activity = JSON.parse(body) as WireActivity;
    const complaint = !strict
      ? undefined
      : isCall(method, path)
        ? complaintAbout(activity, conversation)
        : `${method} ${path} is no call of the connector`;
    const next = activity.type === 'typing' ? undefined : answers.shift();
    const scripted: Scripted =
      next ?? (complaint === undefined ? { status: 201 } : { status: 400 });
    if (complaint !== undefined) complaints.push(complaint);
    const { status } = scripted;
    delivered.push({ conversation, path, method, activity, status, at: performance.now() });
    const id = `1700000000${delivered.length}`;
    for (const one of waiting.filter(({ count }) => count <= delivered.length)) one.go();
    await scripted.hold;
    const ok = scripted.status < 300;
    res.writeHead(scripted.status, { 'content-type': 'application/json', ...scripted.headers });
    res.end(
      JSON.stringify(
        ok
          ? { id }
          : { error: { code: scripted.code ?? 'BadSyntax', message: complaint ?? 'scripted' } },
      ),
    );
  }

  const { url, close } = await onLoopback(server);
  return {
    url: `${url}/`,
    delivered,
    gives,
    asked,
    complaints,
    script: (...next) => {
      answers.push(...next.map((one) => (typeof one === 'number' ? { status: one } : one)));
    },
    until: (count) =>
      new Promise((go) => {
        if (delivered.length >= count) go();
        else waiting.push({ count, go });
      }),
    close,
  };
}
