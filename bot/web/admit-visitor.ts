/** Lets in whoever has a session; of what anybody else sends, nothing is read. */
import { json, seeOther, type Call, type HttpResponse, type Route } from '../http/route';
import { visitorOf, type WebTools } from './web-parts';

export const admitVisitor =
  (tools: WebTools): NonNullable<Route['admit']> =>
  async (call) =>
    (await visitorOf(tools, call)) === undefined ? signedOut(call) : undefined;

export const wantsJson = ({ headers }: Pick<Call, 'headers'>): boolean =>
  headers.accept?.includes('application/json') ?? false;

/** For what only a script asks for. */
export const signedOutScript = (): HttpResponse =>
  json({ error: 'You were signed out. Sign in again to carry on.', signIn: '/who' }, 401);

/** To a page of ours where the caller is one, in words where it is a script. */
export const signedOut = (call: Pick<Call, 'headers'>): HttpResponse =>
  wantsJson(call) ? signedOutScript() : seeOther('/who?ended=quiet');
