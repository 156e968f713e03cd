/** The open requests and the last seven days, in numbers. */
import { OUTCOMES } from '../conversation/reply';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { countedFor } from './counted-for';
import { MEASURES } from './measures/no-measures';
import { parkedFor } from './may-work-on';
import { openRequests } from './open-requests';
import { outcomeTag } from './tags';
import { showParked } from './parked-page';
import { seesOnlyMeasures } from './who-may';
import { whoseFigures } from './whose-figures';

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
  const [counts, requests, parked] = await Promise.all([
    countsOf(tools, reader, request.now),
    openRequests(tools, request, reader),
    parkedOf(tools, reader, request.now),
  ]);
  const body = tools.render('console/templates/overview.njk', {
    ...consoleFrame(reader, 'overview'),
    counts,
    requests,
    parked,
    mayRead: may.transcripts.length > 0,
    mayWork: may.requests.length > 0,
    whose: whoseFigures(reader),
  });
  return page(body);
}

async function countsOf(tools: ConsoleTools, reader: Reader, now: Date) {
  const counted = await countedFor(tools, reader);
  if (counted.organisations.length === 0) return null;
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const { byOutcome, interactions, rated, yes, partly, no } = await tools.reading.counts(
    counted,
    since,
  );
  return {
    outcomes: OUTCOMES.map((outcome) => ({
      tag: outcomeTag(outcome),
      times: byOutcome[outcome] ?? 0,
      href: `/console/transcripts?outcome=${outcome}`,
    })).filter(({ times }) => times > 0),
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

/** Requests and answers that no desk has: for those who work them and those who look after it all. */
async function parkedOf({ reading }: ConsoleTools, reader: Reader, now: Date) {
  const { deliveries, total, answers } = await reading.parked(parkedFor(reader), PARKED_SHOWN);
  return {
    total,
    answers,
    rows: deliveries.map((delivery) => showParked(delivery, reader, now)),
  };
}
