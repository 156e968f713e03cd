/** The list of conversations: newest first, nobody named. */
import type { Door } from '../conversation/turn';
import { reviewableBy } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { london } from '../calendar/days';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { createMask, type Mask } from './mask';
import { organisationFilter } from './organisation-filter';
import { pageIn, pagesOf } from './pages-of';
import { policyChoices } from './policy-choices';
import type { TranscriptRow } from './reading';
import { reviewersBeside } from './reviewers';
import { shorten } from './shorten';
import { outcomeTag, ratingTag } from './tags';
import { transcriptChoices, transcriptFilter } from './transcript-filter';
import { whenInWords } from './when';

const PAGE = 25;

const DOORS: Readonly<Record<Door, string>> = {
  teams: 'Teams',
  group: 'Teams, in a group',
  web: 'Web chat',
  phone: 'By phone',
  terminal: 'Terminal',
};

export async function listTranscripts(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, now } = request;
  const organisation = organisationFilter(reader, reader.may.transcripts, query);
  const within = await reviewableBy(tools.directory, reader.person, organisation.chosen);
  const { rows, total } = await tools.reading.transcripts(within, {
    ...transcriptFilter(query),
    limit: PAGE,
    offset: (pageIn(query) - 1) * PAGE,
  });
  const mask = createMask(await tools.directory.people(), london(now).year);
  const choices = transcriptChoices(
    query,
    policyChoices(tools.policies),
    await reviewersBeside(tools, reader),
  );
  const body = tools.render('console/templates/transcripts.njk', {
    ...consoleFrame(reader, 'transcripts'),
    rows: rows.map((row) => showRow(tools, reader, mask, row, now)),
    total,
    isFiltered: [...query].some(([name, value]) => name !== 'page' && value !== ''),
    ...choices,
    organisations: organisation.choices,
    ...pagesOf(request.path, query, Math.ceil(total / PAGE)),
  });
  return page(body, choices.hasErrors ? 422 : 200);
}

const showRow = (
  { disguise }: ConsoleTools,
  { organisations }: Reader,
  mask: Mask,
  row: TranscriptRow,
  now: Date,
) => ({
  href: `/console/transcripts/${disguise.seal(row.conversation)}`,
  when: whenInWords(row.lastAt, now),
  person: disguise.person(row.person),
  organisation: organisations.get(row.organisation ?? '') ?? row.organisation,
  door: DOORS[row.door],
  turns: row.turns,
  said: row.lastSaid === null ? null : shorten(mask(row.lastSaid)),
  outcome: outcomeTag(row.lastOutcome),
  rating: ratingTag(row.rating),
});
