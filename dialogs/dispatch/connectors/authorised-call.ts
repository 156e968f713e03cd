/** Calls of a receiving service, each with a token; once more with a new one where it was refused. */
import { TryLater } from '../connector';
import type { AccessTokens } from './access-token';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** @throws TryLater where there is no answer */
export async function authorisedCall(
  name: string,
  tokens: AccessTokens,
  call: Call,
  signal: AbortSignal,
): Promise<Response> {
  const token = await tokens.current(signal);
  const reply = await answerTo(name, token, call, signal);
  if (reply.status !== 401) return reply;
  await reply.body?.cancel();
  tokens.refused(token);
  return answerTo(name, await tokens.current(signal), call, signal);
}

async function answerTo(
  name: string,
  token: string,
  { address, headers, ...rest }: Call,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(address, {
      ...rest,
      headers: { accept: 'application/json', ...headers, authorization: `Bearer ${token}` },
      redirect: 'manual', // the token goes where the mapping says and nowhere else
      signal,
    });
  } catch {
    throw signal.aborted
      ? new TryLater(`${name} did not answer in time. It may have the request all the same.`)
      : new TryLater(
          `${name} could not be reached. Check the address in its file, and that it runs.`,
        );
  }
}

/** Undefined where it is not JSON; a broken body says nothing about whether the receiver has the request. */
export async function bodyOf(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch {
    return undefined;
  }
}
