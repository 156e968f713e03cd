/** The review queue: what somebody should look at, in the order of how much it matters. Nobody is named. */
import { london } from '../calendar/days';
import { reviewableBy } from '../directory/people-team';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { wording } from '../wording';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { createMask, type Mask } from './mask';
import { notice } from './notice';
import { organisationFilter } from './organisation-filter';
import { policyChoices } from './policy-choices';
import { pageWith } from './transcript-page';
import { reviewChoices, reviewFilter } from './review-filter';
import { reviewersBeside } from './reviewers';
import type { QueueRow } from './reviews';
import { shorten } from './shorten';
import { stateTag, VERDICT_TAGS } from './show-review';
import { outcomeTag, ratingTag } from './tags';
import { whenInWords } from './when';
import { wordsIn } from './words-in';

const PAGE = 25;
const REVIEWS = '/console/reviews';

export const reviewAddress = (interaction: string): string =>
  `${REVIEWS}/${encodeURIComponent(interaction)}`;

export async function listReviews(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, now } = request;
  const organisation = organisationFilter(reader, reader.may.transcripts, query);
  const within = await reviewableBy(tools.directory, reader.person, organisation.chosen);
  const filter = reviewFilter(query);
  const after = query.get('after') ?? undefined;
  const { rows, total } = await tools.reviews.queue(within, filter, {
    now,
    limit: PAGE + 1,
    after,
  });
  const shown = rows.slice(0, PAGE);
  const people = await tools.directory.people();
  const mask = createMask(people, london(now).year);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const reviewers = await reviewersBeside(tools, reader);
  const choices = reviewChoices(query, policyChoices(tools.policies), reviewers);
  const body = tools.render('console/templates/reviews.njk', {
    ...consoleFrame(reader, 'reviews'),
    rows: shown.map((row) => showRow(tools, reader, row, { mask, names, now })),
    total,
    isFiltered: [...query].some(([name, value]) => name !== 'after' && value !== ''),
    organisations: organisation.choices,
    ...choices,
    first: after === undefined ? undefined : at(query, undefined),
    next: rows.length > PAGE ? at(query, shown.at(-1)?.key) : undefined,
  });
  return page(body, choices.hasErrors ? 422 : 200);
}

/** @param after undefined for the first page */
function at(query: URLSearchParams, after: string | undefined): string {
  const there = new URLSearchParams(query);
  there.delete('after');
  if (after !== undefined) there.set('after', after);
  return there.size === 0 ? REVIEWS : `${REVIEWS}?${there.toString()}`;
}

interface View {
  readonly mask: Mask;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

const showRow = (
  { disguise }: ConsoleTools,
  { organisations }: Reader,
  row: QueueRow,
  { mask, names, now }: View,
) => ({
  href: reviewAddress(row.interaction),
  said: row.said === null ? null : shorten(mask(row.said)),
  comment: row.comment === null ? null : shorten(mask(row.comment)),
  person: disguise.person(row.person),
  organisation: organisations.get(row.organisation) ?? row.organisation,
  when: whenInWords(row.openedAt, now),
  outcome: outcomeTag(row.outcome),
  rating: ratingTag(row.rating),
  reason: row.reason === null ? null : wording.feedback.reasons[row.reason],
  wantsReply: row.reply === 'asked',
  verdict: row.verdict === null ? null : VERDICT_TAGS[row.verdict],
  state: stateTag(row.state),
  reviewer: row.reviewer === null ? null : (names.get(row.reviewer) ?? row.reviewer),
});

/** Each line leads to its place in the transcript. */
export async function openReview(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const id = request.params.interaction ?? '';
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const found = await tools.reviews.read(within, id);
  if (found === undefined) return noReview(tools, request, reader);
  const { conversation } = found.interaction;
  const place = pageWith(tools.disguise.seal(conversation), found.newer);
  return seeOther(`${place}#review-${encodeURIComponent(id)}`);
}

/** The same words whether it does not exist or is not this reader's. */
export const noReview = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'reviews'), 404, {
    heading: 'We can’t find that answer',
    says: ['It may be older than we keep, or the address may be wrong.'],
    kept: wordsIn(request),
    links: [{ text: 'See the review queue', href: REVIEWS }],
  });
