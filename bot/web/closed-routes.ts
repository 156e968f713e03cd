/** Where nobody can sign in there is no chat: each of its addresses says where to ask instead. */
import type { Route } from '../http/route';
import { page } from './page';
import { frame, type WebTools } from './web-parts';

const CLOSED: readonly (readonly [Route['method'], string])[] = [
  ['GET', '/'],
  ['GET', '/who'],
  ['POST', '/who'],
  ['GET', '/chat'],
  ['POST', '/chat'],
  ['GET', '/chat/updates'],
  ['POST', '/leave'],
];

export function closedRoutes(tools: WebTools): Route[] {
  const body = tools.render('web/templates/closed.njk', frame(tools, undefined, undefined));
  return CLOSED.map(([method, path]) => ({ method, path, handle: async () => page(body, 404) }));
}
