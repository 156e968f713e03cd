/** Requests and answers that no receiving service took, and the buttons that let them go again once the cause is mended. */
import { z } from 'zod';
import { findService, RequestId } from '../../dialogs';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { mayWorkOn, parkedFor } from './may-work-on';
import { pageIn, pagesOf } from './pages-of';
import type { ParkedDelivery } from './reading';
import { noRequest } from './request-page';
import { whenInWords } from './when';
import { sayTrouble } from './say-trouble';

const PAGE = 50;
export const PARKED = '/console/parked';

const Form = z.looseObject({
  request: RequestId,
  /** Left out where it is the request itself that goes again. */
  question: z.string().min(1).max(100).optional(),
});

/** That it was let go is sealed in the address: nobody is told of what did not happen. */
export const listParked = (tools: ConsoleTools, request: HttpRequest, reader: Reader) =>
  parkedPage(tools, request, reader, {
    // Sealed ids of conversations stand in addresses too, and tell who somebody is.
    letGo: RequestId.safeParse(tools.disguise.unseal(request.query.get('again') ?? '')).data,
  });

async function parkedPage(
  tools: ConsoleTools,
  { query, path, now }: HttpRequest,
  reader: Reader,
  done: { readonly letGo?: RequestId | undefined; readonly notThere?: RequestId },
  status = 200,
): Promise<HttpResponse> {
  const offset = (pageIn(query) - 1) * PAGE;
  const { deliveries, total, answers } = await tools.reading.parked(
    parkedFor(reader),
    PAGE,
    offset,
  );
  const body = tools.render('console/templates/parked.njk', {
    ...consoleFrame(reader, 'requests'),
    rows: deliveries.map((delivery) => showParked(delivery, reader, now)),
    total,
    requests: total - answers,
    answers,
    ...done,
    ...pagesOf(path, onlyPage(query), Math.max(1, Math.ceil(total / PAGE))),
  });
  return page(body, status);
}

/** What was just done is not said again on the next page. */
const onlyPage = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams({ page: String(pageIn(query)) });

/** Pressing twice, or two people at once, lets it go once. */
export async function replayParked(
  tools: ConsoleTools,
  posted: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { now } = posted;
  const { request, question } = Form.safeParse(posted.body).data ?? {};
  const followed = request === undefined ? undefined : await tools.requestLog.find(request);
  if (followed === undefined || !mayWorkOn(reader, followed.request)) {
    return noRequest(tools, posted, reader);
  }
  const { id } = followed.request;
  const isLetGo =
    question === undefined
      ? await tools.outbox.replay(id, now)
      : await tools.answers.replay(id, question, now);
  if (!isLetGo) return parkedPage(tools, posted, reader, { notThere: id }, 409);
  const did = question === undefined ? 'replayed-delivery' : 'replayed-answer';
  await tools.reading.audit({ at: now, who: reader.person.id, did, what: id, reason: null });
  tools.onReplayed();
  return seeOther(`${PARKED}?again=${tools.disguise.seal(id)}`);
}

export function showParked(
  { request, service, organisation, question, sentAt, failures, reason }: ParkedDelivery,
  reader: Reader,
  now: Date,
) {
  const title = findService(service)?.title ?? service;
  return {
    reference: request,
    title: question === null ? title : `An answer about: ${title}`,
    question,
    organisation: reader.organisations.get(organisation) ?? organisation,
    since: whenInWords(sentAt, now),
    failures,
    trouble: sayTrouble(reason),
    reason,
  };
}
