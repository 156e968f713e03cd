/** What needs someone first; then the last seven days in numbers. */
import { OUTCOMES } from '../conversation/reply';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { answerableBy, reviewableBy } from '../directory/people-team';
import { MEASURES } from './measures/measures-page';
import { openRequests } from './open-requests';
import { outcomeTag } from './tags';
import { PARKED, showParked } from './parked-page';
import { seesOnlyMeasures } from './who-may';

const DAYS = 7;
const DAY_MS = 86_400_000;
const PARKED_SHOWN = 5;

export async function showOverview(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { may } = reader;
  if (seesOnlyMeasures(may)) return seeOther(MEASURES);
  const [counts, requests, parked, asked, toReview] = await Promise.all([
    countsOf(tools, reader, request.now),
    openRequests(tools, request, reader),
    parkedOf(tools, reader, request.now),
    waitingFor(tools, reader),
    toReviewBy(tools, reader),
  ]);
  const body = tools.render('console/templates/overview.njk', {
    ...consoleFrame(reader, 'overview'),
    counts,
    requests,
    parked,
    first: firstThings(reader, counts, requests, parked, { asked, toReview }),
    mayRead: may.transcripts.length > 0,
    mayWork: may.requests.length > 0,
    seesOne: new Set([...may.counts, ...may.requests]).size === 1,
    organisation: reader.organisations.get(reader.person.organisation),
  });
  return page(body);
}

type Counts = Awaited<ReturnType<typeof countsOf>>;

async function countsOf({ reading }: ConsoleTools, { may }: Reader, now: Date) {
  if (may.counts.length === 0) return null;
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const { byOutcome, interactions, rated, yes, partly, no } = await reading.counts(
    may.counts,
    since,
  );
  return {
    outcomes: OUTCOMES.map((outcome) => ({
      tag: outcomeTag(outcome),
      times: byOutcome[outcome] ?? 0,
      href: `/console/transcripts?outcome=${outcome}`,
    })).filter(({ times }) => times > 0),
    notCovered: byOutcome['not-covered'] ?? 0,
    interactions,
    rated,
    yes,
    partly,
    no,
    // Silence is unknown, never solved.
    unknown: Math.max(0, interactions - rated),
    rate: interactions === 0 ? null : Math.round((100 * rated) / interactions),
  };
}

/** Staff who have asked for a person, and wait for one to write. */
async function waitingFor(tools: ConsoleTools, reader: Reader): Promise<number> {
  return tools.handovers.waiting(
    await answerableBy(tools.directory, reader.person, reader.may.handovers),
  );
}

/** Conversations that nobody has reviewed although somebody was not content. */
async function toReviewBy(tools: ConsoleTools, { person, may }: Reader): Promise<number> {
  const within = await reviewableBy(tools.directory, person, may.transcripts);
  const { total } = await tools.reading.transcripts(within, {
    isToReview: true,
    limit: 1,
    offset: 0,
  });
  return total;
}

/** Requests and answers that no desk has: for those who work them and those who look after it all. */
async function parkedOf({ reading }: ConsoleTools, reader: Reader, now: Date) {
  const { deliveries, total, answers } = await reading.parked(reader.may.requests, PARKED_SHOWN);
  return {
    total,
    answers,
    rows: deliveries.map((delivery) => showParked(delivery, reader, now)),
  };
}

interface Thing {
  readonly text: string;
  /** Undefined where the reader may know of it and not open it. */
  readonly href: string | undefined;
}

function firstThings(
  { may }: Reader,
  counts: Counts,
  requests: Awaited<ReturnType<typeof openRequests>>,
  parked: Awaited<ReturnType<typeof parkedOf>>,
  { asked, toReview }: { readonly asked: number; readonly toReview: number },
): readonly Thing[] {
  const queue = may.requests.length > 0 ? '/console/requests' : undefined;
  const read = (filter: string) =>
    may.transcripts.length > 0 ? `/console/transcripts?${filter}` : undefined;
  const late = requests.kind === 'counted' ? requests.late : 0;
  const received = requests.kind === 'counted' ? requests.received : 0;
  const things: readonly (readonly [number, string, string, string | undefined])[] = [
    [
      parked.total - parked.answers,
      'request has not reached the desk',
      'requests have not reached the desk',
      PARKED,
    ],
    [
      parked.answers,
      'answer of a requester has not reached the desk',
      'answers of requesters have not reached the desk',
      PARKED,
    ],
    [
      asked,
      'person waits for your reply in the chat',
      'people wait for your reply in the chat',
      '/console/conversations',
    ],
    [late, 'request is late', 'requests are late', queue],
    [received, 'request waits for approval', 'requests wait for approval', queue],
    [
      toReview,
      'conversation with a poor rating waits for a review',
      'conversations with a poor rating wait for a review',
      read('review=waiting'),
    ],
    [
      counts?.no ?? 0,
      'person said “No, this did not sort it”',
      'people said “No, this did not sort it”',
      read('rating=no'),
    ],
    [
      counts?.notCovered ?? 0,
      'question was not covered by a policy',
      'questions were not covered by a policy',
      read('outcome=not-covered'),
    ],
  ];
  return things
    .filter(([n]) => n > 0)
    .map(([n, one, many, href]) => ({ text: `${n} ${n === 1 ? one : many}`, href }));
}
