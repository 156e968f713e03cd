/** Coming and going: how somebody shows who they are, and leaves this computer to the next. */
import { z } from 'zod';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { afterLeaving } from './after-leaving';
import { signedOutScript } from './admit-visitor';
import { choosePersonRoutes } from './choose-person-routes';
import { isFromOurPages, isSameSecret } from './guard';
import type { OpenId } from './open-id';
import { openIdRoutes } from './open-id-routes';
import { page } from './page';
import { frame, visitorOf, type WebTools } from './web-parts';

/** Many people of one ward share one address. */
const ALIVE_PER_MINUTE = 6000;

/** @param signIn how; not called where nobody can sign in */
export const signInRoutes = (tools: WebTools, signIn: 'choose-a-person' | OpenId): Route[] => [
  { method: 'GET', path: '/', handle: async () => seeOther('/chat') },
  ...(signIn === 'choose-a-person' ? choosePersonRoutes(tools) : openIdRoutes(tools, signIn)),
  { method: 'POST', path: '/leave', handle: (request) => leave(tools, request) },
  {
    method: 'GET',
    path: '/still-here',
    perMinute: ALIVE_PER_MINUTE,
    handle: (request) => stayHere(tools, request),
  },
];

/** Somebody reads or writes on a page: the quiet starts anew. */
async function stayHere(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request, 'peek');
  // A page left open by the person before keeps nobody in.
  const key = request.headers['x-session-key'] ?? '';
  if (visitor === undefined || !isSameSecret(key, visitor.session.key)) return signedOutScript();
  tools.sessions.touch(visitor.session.id, request.now);
  return { status: 204, headers: { 'cache-control': 'no-store' } };
}

async function leave(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request, 'peek');
  const gone = afterLeaving(tools);
  if (visitor === undefined) return seeOther('/policies', gone);
  const key = z.object({ key: z.string() }).safeParse(request.body).data?.key ?? '';
  const isOurs = isSameSecret(key, visitor.session.key) && isFromOurPages(request, tools.publicUrl);
  if (!isOurs) {
    const data = {
      ...frame(tools, visitor, undefined),
      heading: 'You are still here',
      problem: 'This page was out of date. Press “Leave this page” again.',
    };
    return page(tools.render('web/templates/problem.njk', data), 403);
  }
  tools.sessions.close(visitor.session.id);
  return seeOther('/policies', gone);
}
