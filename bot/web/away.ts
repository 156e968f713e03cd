/**
 * Those who are away to sign in, as their own browser keeps them. Two tabs may be away at once:
 * neither may lose what the other needs, and each answer is taken for its own call only.
 */
import { z } from 'zod';
import type { HttpRequest } from '../http/route';
import { Destination } from './destination';
import { Kept } from './open-id';
import { cookie, cookieName, type WebTools } from './web-parts';

const AWAY_COOKIE = 'people-services-signing-in';
/** Seconds; a forgotten password takes a while. */
const AWAY_FOR = 15 * 60;
/** A cookie is sent with every call: the oldest make room. */
const MOST = 4;

const Away = Kept.extend({ to: Destination });
export type Away = z.infer<typeof Away>;
const Aways = z.array(Away).max(MOST);

type Tools = Pick<WebTools, 'publicUrl'>;
type Cookies = Pick<HttpRequest, 'cookies'>;

/** @returns the one that this answer belongs to */
export const awayWith = (tools: Tools, request: Cookies, state: string | null): Away | undefined =>
  awaysIn(tools, request).find((away) => away.state === state);

/** @returns the cookie that keeps it, beside the others */
export const leaveWith = (tools: Tools, request: Cookies, away: Away): string =>
  keep(tools, [...awaysIn(tools, request), away].slice(-MOST));

/** @returns the cookie without it: no answer is taken twice */
export const backFrom = (tools: Tools, request: Cookies, away: Away): string =>
  keep(
    tools,
    awaysIn(tools, request).filter(({ state }) => state !== away.state),
  );

function awaysIn(tools: Tools, { cookies }: Cookies): readonly Away[] {
  const value = cookies[cookieName(tools, AWAY_COOKIE)] ?? '';
  try {
    return Aways.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
  } catch {
    return []; // none, or not as we wrote it
  }
}

/** `lax`, since they come back from another site. */
function keep(tools: Tools, aways: readonly Away[]): string {
  const value = Buffer.from(JSON.stringify(aways)).toString('base64url');
  return aways.length === 0
    ? cookie(tools, AWAY_COOKIE, '', 0)
    : cookie(tools, AWAY_COOKIE, value, AWAY_FOR, 'lax');
}
