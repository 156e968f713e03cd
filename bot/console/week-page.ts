/** This week: the page that the console opens on. What needs somebody, and where it is mended. */
import { addDays, today } from '../calendar/days';
import { answerableBy, reviewableBy } from '../directory/people-team';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { DAYS_TRIED, FEWEST_RATED } from '../feedback/got-worse';
import { FEWEST_ASKED, TIMES_MORE } from '../feedback/rising';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { countedFor } from './counted-for';
import { mayApprove } from './may-approve';
import { MEASURES } from './measures/no-measures';
import { parkedFor } from './may-work-on';
import { openRequests } from './open-requests';
import { GROUPED_DAYS, questionGroups } from './question-groups';
import { risingTopics } from './rising-topics';
import { askedLines, reviewLines, waitingLines, worseLines, type Line } from './week-lines';
import { seesOnlyMeasures } from './who-may';
import { whoseFigures } from './whose-figures';
import { COMPARED_DAYS, LONGEST_DAYS, worseRatings } from './worse-ratings';

const COMPARED_WEEKS = COMPARED_DAYS / 7;

export async function showWeek(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  if (seesOnlyMeasures(reader.may)) return seeOther(MEASURES);
  const [waiting, learnt] = await Promise.all([
    whatWaits(tools, request, reader),
    whatChanged(tools, request, reader),
  ]);
  const isDeskAway = waiting.requests.kind === 'unreachable';
  const { may } = reader;
  const body = tools.render('console/templates/week.njk', {
    ...consoleFrame(reader, 'week'),
    lines: [...waitingLines(reader, waiting), ...learnt],
    isDeskAway,
    whose: whoseFigures(reader),
    mayCount: may.counts.length > 0,
    rule: {
      weeks: COMPARED_WEEKS,
      tried: DAYS_TRIED,
      longest: LONGEST_DAYS,
      rated: FEWEST_RATED,
      asked: FEWEST_ASKED,
      more: TIMES_MORE,
      grouped: GROUPED_DAYS,
    },
  });
  return page(body);
}

async function whatWaits(tools: ConsoleTools, request: HttpRequest, reader: Reader) {
  const { directory, reading, handovers, reviews } = tools;
  const { may, person } = reader;
  const mine = await reviewableBy(directory, person, may.transcripts);
  const [requests, parked, asked, toReview, promised, changes] = await Promise.all([
    openRequests(tools, request, reader),
    reading.parked(parkedFor(reader), 1),
    answerableBy(directory, person, may.handovers).then((within) => handovers.waiting(within)),
    reading.transcripts(mine, { isToReview: true, limit: 1, offset: 0 }),
    reviews.queue(mine, { wantsReply: true }, { now: request.now, limit: 1 }),
    tools.wordingChanges.waiting(may.wording),
  ]);
  const toApprove = (
    await Promise.all(changes.map((change) => mayApprove(tools, reader, change)))
  ).filter(({ kind }) => kind === 'yes' || kind === 'alone').length;
  return {
    requests,
    parked,
    asked,
    toReview: toReview.total,
    promised: promised.total,
    toApprove,
  };
}

async function whatChanged(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<readonly Line[]> {
  const { may } = reader;
  if (may.counts.length === 0) return [];
  const { now } = request;
  const counted = await countedFor(tools, reader);
  const since = addDays(today(now), 1 - COMPARED_DAYS);
  const days = await tools.ofKnowledge.policyDays(
    counted,
    since,
    addDays(today(now), -LONGEST_DAYS),
  );
  const maySee = may.knowledge.length > 0;
  const [worse, grouped, own] = await Promise.all([
    worseRatings(tools, counted.organisations, days, now),
    maySee ? questionGroups(tools, request, reader, counted) : undefined,
    maySee ? Promise.all(may.knowledge.map((one) => tools.variations.current(one))) : undefined,
  ]);
  const rising = risingTopics(days, COMPARED_WEEKS, now);
  return [
    ...worseLines(tools, reader, worse),
    ...askedLines(tools, reader, grouped?.groups ?? [], rising),
    ...(own === undefined ? [] : reviewLines(tools, own.flat(), now)),
  ];
}
