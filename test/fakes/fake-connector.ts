/**
 * The channel's side of the Bot Framework: takes activities as Teams does, and refuses what Teams
 * refuses. Plain node:http, so that what is checked is what stands on the wire.
 */
import { createServer, type ServerResponse } from 'node:http';
import { complaintAbout, streamInfoOf, type WireActivity } from './activity-complaint';
import { fakeStreams } from './fake-streams';
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
  /** Taken all the same: only the answer is lost. */
  readonly isTaken?: true;
  readonly message?: string;
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
  /** The same for what is said of a stream on its way, before its end. */
  scriptStream(...answers: readonly (Scripted | number)[]): void;
  /** The reader presses Stop where an answer is streamed. */
  stop(conversation: string): void;
  /** As if a stream had begun so much earlier. */
  ageStream(conversation: string, milliseconds: number): void;
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

/**
 * @param options.strict false takes anything: for bots that are not ours
 * @param options.streamEveryMs the least time between two calls for one stream; Teams' own is a second
 */
export async function startFakeConnector({
  strict = true,
  streamEveryMs = 1_000,
} = {}): Promise<FakeConnector> {
  const delivered: Delivered[] = [];
  const complaints: string[] = [];
  const answers: Scripted[] = [];
  const ofStreams: Scripted[] = [];
  const streams = fakeStreams(streamEveryMs);
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
    const at = performance.now();
    const info = streamInfoOf(activity);
    const judged = complaint === undefined ? streams.judge(conversation, activity, at) : undefined;
    for (const wrong of [complaint, judged?.complaint]) if (wrong) complaints.push(wrong);
    const taken = { status: info?.streamId === undefined ? 201 : 202 };
    const scripted: Scripted =
      scriptedFor(activity) ?? judged ?? (complaint === undefined ? taken : { status: 400 });
    const { status } = scripted;
    delivered.push({ conversation, path, method, activity, status, at });
    const id = `1700000000${delivered.length}`;
    if (status < 300 || scripted.isTaken) streams.took(conversation, activity, at, id);
    for (const one of waiting.filter(({ count }) => count <= delivered.length)) one.go();
    await scripted.hold;
    const ok = scripted.status < 300;
    res.writeHead(scripted.status, { 'content-type': 'application/json', ...scripted.headers });
    res.end(
      JSON.stringify(
        ok
          ? status === 202 // of a stream only the first call is told an id
            ? {}
            : { id }
          : {
              error: {
                code: scripted.code ?? 'BadSyntax',
                message: scripted.message ?? complaint ?? 'scripted',
              },
            },
      ),
    );
  }

  const scriptedFor = (activity: WireActivity): Scripted | undefined => {
    if (activity.type !== 'typing') return answers.shift();
    return streamInfoOf(activity) === undefined ? undefined : ofStreams.shift();
  };
  const asScripted = (one: Scripted | number): Scripted =>
    typeof one === 'number' ? { status: one } : one;

  const { url, close } = await onLoopback(server);
  return {
    url: `${url}/`,
    delivered,
    gives,
    asked,
    complaints,
    script: (...next) => {
      answers.push(...next.map(asScripted));
    },
    scriptStream: (...next) => {
      ofStreams.push(...next.map(asScripted));
    },
    stop: streams.stop,
    ageStream: streams.age,
    until: (count) =>
      new Promise((go) => {
        if (delivered.length >= count) go();
        else waiting.push({ count, go });
      }),
    close,
  };
}
