/**
 * One question to Microsoft Graph, asked again where that can help: a token that ran out, "too many
 * calls" with its wait, a fault on the other side, no answer. It follows no redirect, and takes its
 * token to no other host.
 */
import { z } from 'zod';
import { GraphProblem } from './graph-problem';
import type { GraphSettings, Surroundings } from './graph-settings';
import { retryAfter } from './retry-after';
import type { TenantTokens } from './tenant-tokens';

/** `gone`: what the address remembers of the last read is worth nothing any more. */
export type Answered =
  { readonly kind: 'json'; readonly json: unknown } | { readonly kind: 'gone' };

export type AskGraph = (url: string, signal: AbortSignal) => Promise<Answered>;

const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
/** A longer wait is not waited for in the middle of a read: the whole read is tried again then. */
const LONGEST_WAIT_MS = 60_000;

const GRAPH_ERROR = z.object({ error: z.object({ code: z.string() }) });
/** Codes with which Graph says that a delta token is no longer good, beside the status 410. */
const TOKEN_IS_OLD = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);

type Try = Answered | { readonly kind: 'again'; readonly problem: GraphProblem };

/** @throws GraphProblem where nothing came of it */
export function askGraph(
  tenant: string,
  settings: GraphSettings,
  tokens: TenantTokens,
  { clock, rest, answerWithinMs }: Surroundings,
): AskGraph {
  const problem = (kind: GraphProblem['kind'], what: string, waitMs?: number): GraphProblem =>
    new GraphProblem(kind, `Microsoft Graph ${what} for tenant ${tenant}.`, waitMs);

  async function once(url: string, stopping: AbortSignal): Promise<Try> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(answerWithinMs)]);
    const token = await tokens.current(signal);
    const headers = { authorization: `Bearer ${token}`, prefer: 'odata.maxpagesize=999' };
    try {
      const response = await fetch(url, { headers, signal, redirect: 'manual' });
      if (response.ok) return { kind: 'json', json: await response.json() };
      return await refused(response, token);
    } catch (error) {
      if (error instanceof GraphProblem) throw error;
      const what = signal.aborted ? 'did not answer in time' : 'could not be reached or understood';
      return { kind: 'again', problem: problem('later', what) };
    }
  }

  async function refused(response: Response, token: string): Promise<Try> {
    const { status, headers } = response;
    const said = GRAPH_ERROR.safeParse(await response.json().catch(() => undefined));
    const code = said.data?.error.code.toLowerCase() ?? '';
    if (status === 410 || TOKEN_IS_OLD.has(code)) return { kind: 'gone' };
    const answered = `answered ${status}`;
    if (status === 401) {
      tokens.refused(token);
      return { kind: 'again', problem: problem('settings', answered) };
    }
    if (status === 403)
      throw problem(
        'settings',
        `${answered}: give the app the application permission User.Read.All, with an administrator's consent,`,
      );
    if (status === 429 || status >= 500)
      return { kind: 'again', problem: problem('later', answered, retryAfter(headers, clock())) };
    throw problem('settings', `${answered}: check GRAPH_URL; it did not like the question`);
  }

  return async (url, signal) => {
    if (new URL(url).origin !== new URL(settings.url).origin)
      throw problem('later', 'named a next page on another host, which was not asked,');
    for (let tries = 1; ; tries += 1) {
      const answer = await retried(() => once(url, signal));
      if (answer.kind !== 'again') return answer;
      signal.throwIfAborted();
      const pause = Math.max(answer.problem.waitMs, FIRST_PAUSE_MS * 2 ** (tries - 1));
      if (tries >= MOST_TRIES || pause > LONGEST_WAIT_MS) throw answer.problem;
      await rest(pause, signal);
    }
  };
}

/** What the token service could not do now is tried again too. */
async function retried(ask: () => Promise<Try>): Promise<Try> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GraphProblem && error.kind === 'later')
      return { kind: 'again', problem: error };
    throw error;
  }
}
