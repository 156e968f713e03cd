/** Where nobody has to prove who they are, only this machine may call. */
import type { Route } from '../http/route';
import { isLoopbackHost } from './guard';
import { page } from './page';
import { frame, type WebTools } from './web-parts';

/** Refuses every call that did not name this machine, before anything of it is read. */
export const mayEnter =
  (tools: Pick<WebTools, 'render' | 'signIn'>) =>
  (route: Route): Route =>
    tools.signIn === 'choose-a-person' ? onThisMachineOnly(tools, route) : route;

const onThisMachineOnly = (tools: Pick<WebTools, 'render' | 'signIn'>, route: Route): Route => ({
  ...route,
  admit: async (call) => {
    if (isLoopbackHost(call.headers.host)) return route.admit?.(call);
    const data = {
      ...frame(tools, undefined, undefined),
      heading: 'This page is for one computer only',
      problem:
        'Nobody has to prove who they are here, so the chat opens only on the computer it runs on, at an address that starts with http://localhost or http://127.0.0.1.',
    };
    return page(tools.render('web/templates/problem.njk', data), 403);
  },
});
