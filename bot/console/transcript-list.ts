/** The list of conversations: newest first, nobody named. */
import { z } from 'zod';
import { OUTCOMES, OutcomeName } from '../conversation/reply';
import type { Door } from '../conversation/turn';
import { reviewableBy } from '../directory/people-team';
import { RATINGS } from '../feedback/interaction';
import type { HttpRequest, HttpResponse } from '../http/route';
import { london } from '../calendar/days';
import { page } from '../web/page';
import { outcomeWords, wording } from '../wording';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { createMask, type Mask } from './mask';
import { organisationFilter } from './organisation-filter';
import { pageIn, pagesOf } from './pages-of';
import type { TranscriptRow } from './reading';
import { shorten } from './shorten';
import { outcomeTag, ratingTag } from './tags';
import { whenInWords } from './when';

const PAGE = 25;

export const DOORS: Readonly<Record<Door, string>> = {
  teams: 'Teams',
  group: 'Teams, in a group',
  web: 'Web chat',
  phone: 'By phone',
  terminal: 'Terminal',
};

/** What nobody offers in the form is passed over. */
const Filter = z.object({
  outcome: OutcomeName.optional().catch(undefined),
  rating: z.enum(RATINGS).optional().catch(undefined),
  review: z.literal('waiting').optional().catch(undefined),
});

export async function listTranscripts(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, now } = request;
  const { outcome, rating, review } = Filter.parse(Object.fromEntries(query));
  const organisation = organisationFilter(reader, reader.may.transcripts, query);
  const within = await reviewableBy(tools.directory, reader.person, organisation.chosen);
  const { rows, total } = await tools.reading.transcripts(within, {
    ...(outcome === undefined ? {} : { outcome }),
    ...(rating === undefined ? {} : { rating }),
    isToReview: review !== undefined,
    limit: PAGE,
    offset: (pageIn(query) - 1) * PAGE,
  });
  const mask = createMask(await tools.directory.people(), london(now).year);
  const body = tools.render('console/templates/transcripts.njk', {
    ...consoleFrame(reader, 'transcripts'),
    rows: rows.map((row) => showRow(tools, reader, mask, row, now)),
    total,
    isFiltered:
      [outcome, rating, review].some((chosen) => chosen !== undefined) || query.get('organisation'),
    outcomes: choices('Any outcome', OUTCOMES, outcomeWords, outcome),
    ratings: choices('Any rating', RATINGS, wording.feedback, rating),
    reviews: choices('Any', ['waiting'], { waiting: 'Poor rating, not reviewed yet' }, review),
    organisations: organisation.choices,
    ...pagesOf(request.path, query, Math.ceil(total / PAGE)),
  });
  return page(body);
}

function choices<Value extends string>(
  any: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
  chosen: Value | undefined,
) {
  return [
    { value: '', text: any },
    ...values.map((value) => ({ value, text: words[value], selected: value === chosen })),
  ];
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
