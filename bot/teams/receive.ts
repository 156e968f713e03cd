/**
 * POST /api/messages, from bytes to a checked activity. In this order: is there a token at all
 * (before the body is read), is it an activity, may its sender be answered where it says, is the
 * token good.
 */
import { json, type Call, type HttpRequest, type HttpResponse } from '../http/route';
import type { Log } from '../log';
import { Activity, problemsOf } from './activity';
import { notKept, type Answer } from './answer';
import { isLoopback } from './loopback';
import { mayReplyTo } from './service-url';
import { takeActivity } from './take-activity';
import type { Tools } from './tools';

const noToken = json({ error: 'Only Microsoft Teams may call this, with a valid token.' }, 401);
const cannotTell = json({ error: 'The token cannot be checked just now. Try again.' }, 503);
const notThisMachine = 'Without an app id this address answers on this machine only.';

function refused(log: Log, reason: string): HttpResponse {
  log.warn({ event: 'teams.refused', reason });
  return json({ error: reason }, 403);
}

/** Before anything of the body is read: what the headers alone show. A token is good only with its activity. */
export async function admit(
  { settings, log }: Tools,
  call: Call,
): Promise<HttpResponse | undefined> {
  if (settings.appId !== undefined)
    return (call.headers.authorization ?? '').trim() === '' ? noToken : undefined;
  // A web page somewhere else may point a name of its own at this machine; its calls name that host.
  return isLoopback(hostName(call.headers.host)) ? undefined : refused(log, notThisMachine);
}

export async function receive(tools: Tools, request: HttpRequest): Promise<HttpResponse> {
  const { adapter, patience, log } = tools;
  const read = Activity.safeParse(request.body);
  if (!read.success) return json({ error: `This is no activity: ${problemsOf(read.error)}` }, 400);
  const refusal = mayNot(tools, read.data);
  if (refusal !== undefined) return refused(log, refusal);

  const authorization = request.headers.authorization ?? '';
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

function mayNot({ settings }: Tools, activity: Activity): string | undefined {
  const { appId, production } = settings;
  if (production && activity.channelId !== 'msteams')
    return 'channelId: only msteams is connected here.';
  if (!mayReplyTo(activity.serviceUrl, { loopbackToo: appId === undefined }))
    return 'serviceUrl: not an address of the channel service.';
  return undefined;
}

const hostName = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '');

const toHttp = ({ status, body }: Answer): HttpResponse =>
  body === undefined ? { status } : json(body, status);
