/** The desk's queue: oldest first, or those first that are expected first, with how near that day is. */
import { z } from 'zod';
import { bankHolidays } from '../calendar/bank-holidays';
import { DeskStatus, type DeskQueue, type DeskRequest } from '../desk/desk-request';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { askDesk, deskUnreachable } from './ask-desk';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { organisationFilter } from './organisation-filter';
import { pageIn, pagesOf } from './pages-of';
import { ageInWords, serviceLevel } from './request-age';
import { queueChoices, queueFilter } from './queue-filter';
import { waitingTag } from './show-asked';
import { levelTag, statusTag } from './tags';

export const OPEN: readonly DeskStatus[] = ['received', 'approved'];

const CHOICES = [
  ['open', 'Open: to approve or to do', OPEN],
  ['received', 'Received: new here', ['received']],
  ['approved', 'Approved: to do', ['approved']],
  ['declined', 'Not approved', ['declined']],
  ['done', 'Done', ['done']],
  ['all', 'All', DeskStatus.options],
] as const satisfies readonly (readonly [string, string, readonly DeskStatus[]])[];

const Chosen = z.enum(CHOICES.map(([value]) => value)).catch('open');

export async function listRequests(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, now, signal, path } = request;
  const chosen = Chosen.parse(query.get('status'));
  const statuses = CHOICES.find(([value]) => value === chosen)?.[2] ?? OPEN;
  const organisation = organisationFilter(reader, reader.may.requests, query);
  const asked = queueFilter(query, reader, now);
  const filter = {
    organisations: organisation.chosen,
    notAbout: reader.person.id,
    statuses,
    page: pageIn(query),
    ...asked,
  };
  const queue = await askDesk<DeskQueue>(tools, request, () => tools.desk.list(filter, signal));
  if (queue.kind === 'unreachable') return deskUnreachable(tools, request, reader);

  const body = tools.render('console/templates/requests.njk', {
    ...consoleFrame(reader, 'requests'),
    rows: queue.answer.requests.map((each) => showRow(each, now)),
    total: queue.answer.total,
    statuses: CHOICES.map(([value, text]) => ({ value, text, selected: value === chosen })),
    organisations: organisation.choices,
    ...queueChoices(query, queue.answer.services),
    isByDue: asked.order === 'due',
    ...pagesOf(path, query, queue.answer.pages),
  });
  return page(body);
}

function showRow(request: DeskRequest, now: Date) {
  const { reference, serviceTitle, organisationName, status, receivedAt } = request;
  return {
    href: requestAddress(reference),
    reference,
    serviceTitle,
    organisationName,
    status: statusTag(status),
    waiting: waitingTag(request),
    assignee: request.assignee?.name ?? null,
    // What has ended waits no more, and is neither early nor late.
    age: OPEN.includes(status) ? ageInWords(new Date(receivedAt), now, bankHolidays) : null,
    level: OPEN.includes(status) ? levelTag(serviceLevel(request, now, bankHolidays)) : null,
  };
}

export const requestAddress = (reference: string): string =>
  `/console/requests/${encodeURIComponent(reference)}`;
