/** What a browser is told when somebody has left: nothing of them stays in it. */
import type { HttpRequest } from '../http/route';
import { cookie, cookieName, SESSION_COOKIE, type WebTools } from './web-parts';

/** Pages that a browser keeps to go back to are of its cache too. */
export const afterLeaving = (tools: Pick<WebTools, 'publicUrl'>) => ({
  'set-cookie': cookie(tools, SESSION_COOKIE, '', 0),
  'clear-site-data': '"cache"',
});

/** Also where they come from a page that saw nobody for five minutes: the session ends with it. */
export function afterQuiet(
  tools: Pick<WebTools, 'publicUrl' | 'sessions'>,
  { query, cookies, now }: Pick<HttpRequest, 'query' | 'cookies' | 'now'>,
): { readonly ended: boolean; readonly headers: Readonly<Record<string, string>> } {
  if (query.get('ended') !== 'quiet') return { ended: false, headers: {} };
  const isGone = tools.sessions.closeIfQuiet(cookies[cookieName(tools, SESSION_COOKIE)], now);
  return { ended: true, headers: isGone ? afterLeaving(tools) : {} };
}
