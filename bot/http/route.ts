/**
 * A Route is one address of the server, without the server: rooms say what they answer, and
 * `bot/http/server.ts` alone knows that restify carries it.
 */
/** Why nothing could be made of a body. */
export type BodyProblem = 'too-large' | 'not-json' | 'not-a-form' | 'unknown-type';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, form fields as strings, or what the route takes; undefined where there is none. Never trusted: parse it with zod. */
  readonly body: unknown;
  /** The body's own bytes, for whoever checks a signature over them. */
  readonly raw: Buffer;
  /** Names this request in the log and in error pages. */
  readonly id: string;
  readonly now: Date;
  /** Aborted when the caller goes away or the server's time limit passes. */
  readonly signal: AbortSignal;
}

/** What is known of a request before its body is read. */
export type Call = Omit<HttpRequest, 'body' | 'raw'>;

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As restify and express write it: `/policies/:policy`. */
  readonly path: string;
  /** Largest body in bytes; 64 KiB where it is not named. */
  readonly limit?: number;
  /** What its body is, where it is neither JSON nor a plain form: a `FormWithFiles`, or a Buffer. */
  readonly takes?: 'files' | 'bytes';
  /** Asked before anything of the body is read: what it answers is all that the caller gets. Undefined lets them in. */
  readonly admit?: (call: Call) => Promise<HttpResponse | undefined>;
  /** Answers a body that could not be read, in place of the server's JSON; the request has none then. */
  readonly unread?: (request: HttpRequest, problem: BodyProblem) => Promise<HttpResponse>;
  /** Allowed calls a minute from one address; the server's default where it is not named. */
  readonly perMinute?: number;
  handle(request: HttpRequest): Promise<HttpResponse>;
}

export const html = (
  body: string,
  status = 200,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body,
});

export const json = (value: unknown, status = 200): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

/** After a form was posted: the browser gets the page anew, so that reloading repeats nothing. */
export const seeOther = (
  location: string,
  headers: Record<string, string | readonly string[]> = {},
): HttpResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', ...headers },
});
