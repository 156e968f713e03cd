/** A browser's session from now on is this person's; the one it had before ends. */
import type { Person } from '../directory/directory';
import type { HttpRequest } from '../http/route';
import { cookie, cookieName, SESSION_COOKIE, type WebTools } from './web-parts';

/** @returns the cookie that says so */
export function startSession(
  tools: Pick<WebTools, 'sessions' | 'publicUrl'>,
  { cookies, now }: Pick<HttpRequest, 'cookies' | 'now'>,
  person: Person,
): string {
  tools.sessions.close(cookies[cookieName(tools, SESSION_COOKIE)]);
  return cookie(tools, SESSION_COOKIE, tools.sessions.open(person.id, now).id);
}
