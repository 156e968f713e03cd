/**
 * POST /api/messages, from bytes to a checked activity. In this order: is there a token at all,
 * is it an activity, may its sender be answered where it says, is the token good.
 */
import { json, type HttpRequest, type HttpResponse } from '../http/route';
import { Activity, problemsOf } from './activity';
import { notKept, type Answer } from './answer';
import { isLoopback } from './loopback';
import { mayReplyTo } from './service-url';
import { takeActivity } from './take-activity';
import type { Tools } from './tools';

const noToken = json({ error: 'Only Microsoft Teams may call this, with a valid token.' }, 401);
const cannotTell = json({ error: 'The token cannot be checked just now. Try again.' }, 503);
const refused = (error: string): HttpResponse => json({ error }, 403);

export async function receive(tools: Tools, request: HttpRequest): Promise<HttpResponse> {
  const { settings, adapter, patience, log } = tools;
  const authorization = request.headers.authorization ?? '';
  if (settings.appId !== undefined && authorization.trim() === '') return noToken;

  const read = Activity.safeParse(request.body);
  if (!read.success) return json({ error: `This is no activity: ${problemsOf(read.error)}` }, 400);
  const refusal = mayNot(tools, read.data, request);
  if (refusal !== undefined) {
    log.warn({ event: 'teams.refused', reason: refusal });
    return refused(refusal);
  }

  const caller = await adapter.identify(read.data, authorization, patience.identifyWithinMs);
  if (caller.kind === 'refused') return noToken;
  if (caller.kind === 'cannot-tell') return cannotTell;
  return toHttp(await answerTo(tools, read.data, caller));
}

async function answerTo(
  tools: Tools,
  activity: Activity,
  caller: Parameters<Tools['adapter']['run']>[1],
): Promise<Answer> {
  let answer = notKept;
  await tools.adapter.run(activity, caller, async (context) => {
    answer = await takeActivity(tools, activity, context);
  });
  return answer;
}

function mayNot({ settings }: Tools, activity: Activity, request: HttpRequest): string | undefined {
  const { appId, production } = settings;
  if (production && activity.channelId !== 'msteams')
    return 'channelId: only msteams is connected here.';
  // A web page somewhere else may point a name of its own at this machine; its calls name that host.
  if (appId === undefined && !isLoopback(hostName(request.headers.host)))
    return 'Without an app id this address answers on this machine only.';
  if (!mayReplyTo(activity.serviceUrl, { loopbackToo: appId === undefined }))
    return 'serviceUrl: not an address of the channel service.';
  return undefined;
}

const hostName = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '');

const toHttp = ({ status, body }: Answer): HttpResponse =>
  body === undefined ? { status } : json(body, status);
