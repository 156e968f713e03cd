/** What staff want a person to answer: those that wait first, oldest first. */
import { bankHolidays } from '../calendar/bank-holidays';
import type { Handover } from '../conversation/handovers';
import { answerableBy } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { pageIn, pagesOf } from './pages-of';
import { ageInWords } from './request-age';
import type { Tag } from './tags';
import { whenInWords } from './when';

const PAGE = 25;

export async function listHandovers(
  tools: ConsoleTools,
  { query, now, path }: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const show = query.get('show') === 'closed' ? 'closed' : 'open';
  const within = await answerableBy(tools.directory, reader.person, reader.may.handovers);
  const { rows, total } = await tools.handovers.list(within, show, {
    limit: PAGE,
    offset: (pageIn(query) - 1) * PAGE,
  });
  const body = tools.render('console/templates/conversations.njk', {
    ...consoleFrame(reader, 'conversations'),
    rows: await Promise.all(rows.map((row) => showRow(tools, reader, row, now))),
    total,
    show,
    ...pagesOf(path, query, Math.ceil(total / PAGE)),
  });
  return page(body);
}

async function showRow({ directory }: ConsoleTools, reader: Reader, row: Handover, now: Date) {
  return {
    href: handoverAddress(row.id),
    reference: row.id,
    person: (await directory.person(row.person))?.name ?? row.person,
    age: ageInWords(row.openedAt, now, bankHolidays),
    level: firstReplyTag(row, now),
    holder: holderOf(row, reader),
    closed: row.closedAt && whenInWords(row.closedAt, now),
    closedBy: row.closedBy,
  };
}

/** How the promise stands: kept, still to be kept, or broken; and whether they wait for an answer since. */
export function firstReplyTag(
  { answeredAt, promisedAt, wroteAt, state }: Handover,
  now: Date,
): Tag | null {
  if (state === 'closed') return null;
  if (answeredAt === null) {
    const by = whenInWords(promisedAt, now);
    return now > promisedAt
      ? { text: `Late: promised by ${by}`, colour: 'red' }
      : { text: `First reply by ${by}`, colour: 'grey' };
  }
  return wroteAt === null
    ? { text: 'Answered', colour: 'green' }
    : { text: `They wrote: ${whenInWords(wroteAt, now)}`, colour: 'orange' };
}

export const holderOf = ({ state, takenBy }: Handover, { person }: Reader): string | null =>
  state !== 'taken' || takenBy === null ? null : takenBy.id === person.id ? 'You' : takenBy.name;

export const handoverAddress = (reference: string): string =>
  `/console/conversations/${encodeURIComponent(reference)}`;
