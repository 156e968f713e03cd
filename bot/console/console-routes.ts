/** The console: the pages of the people who review, work the requests and look after it all. */
import type { Route } from '../http/route';
import { page } from '../web/page';
import { LARGEST_FORM_BYTES } from '../web/read-message';
import { createRenderer } from '../web/render';
import { mayEnter } from '../web/may-enter';
import { showAudit } from './audit-page';
import { CLAUSE } from './clause-address';
import { openCall, takeInCall } from './call-page';
import { changeHandover } from './change-handover';
import { showClause, takeClauseForm } from './clause-page';
import type { ConsoleParts, ConsoleTools } from './console-parts';
import { CONTENT_TASKS, listContentTasks } from './content-task-list';
import { moveContentTask, showContentTask } from './content-task-page';
import { createDisguise } from './disguise';
import { eraseLeaver } from './erase-leaver';
import { exportRegressions } from './export-regressions';
import { forReader, unreadFor, type Handle, type Needs } from './for-reader';
import { listHandovers } from './handover-list';
import { openHandover } from './handover-page';
import { exportAs, showSchema } from './measures/export-measures';
import { showMeasures } from './measures/measures-page';
import { MEASURES } from './measures/no-measures';
import { keepRegression, openRegression } from './keep-regression';
import { openContentTask } from './open-content-task';
import { listRegressions } from './regression-list';
import { REGRESSIONS } from './show-led-to';
import { showKnowledge } from './knowledge-page';
import { listParked, PARKED, replayParked } from './parked-page';
import { showOverview } from './overview-page';
import { askForPerson, LEAVERS, PERSON_DATA, showPersonData } from './person-data';
import { openPhone, takePhone } from './phone-page';
import { showPolicyHealth } from './policy-health-page';
import { listRequests } from './request-list';
import { openFile } from './request-file';
import { openRequest } from './request-page';
import { listReviews, openReview } from './review-queue-page';
import { takeRequestForm } from './take-request-form';
import { takeReview } from './take-review';
import { listTranscripts } from './transcript-list';
import { showWeek } from './week-page';
import { showMasked, showUnmasked } from './transcript-page';
import { WORDING_FORMS, WORDING_PAGES } from './wording-routes';
import { workRegressions } from './work-regressions';
import { workReview } from './work-review';

/**
 * Compiles the templates, where nobody else did.
 *
 * @throws Error that names the template that is wrong
 */
export function consoleRoutes(parts: ConsoleParts): Route[] {
  const tools: ConsoleTools = {
    ...parts,
    render: parts.render ?? createRenderer(parts.root),
    disguise: createDisguise(parts.secret),
  };
  const routes = pages(tools);
  return tools.signIn === 'off' ? closed(tools, routes) : routes.map(mayEnter(tools));
}

function pages(tools: ConsoleTools): Route[] {
  const shows = (path: string, needs: Needs, handle: Handle): Route => ({
    method: 'GET',
    path,
    handle: forReader(tools, needs, handle),
  });
  /** A book pasted into a box is still read, so that it can be given back. */
  const takes = (path: string, needs: Needs, handle: Handle): Route => ({
    method: 'POST',
    path,
    limit: LARGEST_FORM_BYTES,
    handle: forReader(tools, needs, handle),
    unread: unreadFor(tools, needs),
  });
  return [
    shows('/console', 'any', showWeek),
    shows('/console/overview', 'any', showOverview),
    shows('/console/knowledge', 'knowledge', showKnowledge),
    shows('/console/knowledge/:policy', 'knowledge', showPolicyHealth),
    shows(CLAUSE, 'knowledge', showClause),
    takes(CLAUSE, 'withhold', takeClauseForm),
    ...WORDING_PAGES.map((each) => shows(...each)),
    ...WORDING_FORMS.map((each) => takes(...each)),
    shows('/console/transcripts', 'transcripts', listTranscripts),
    shows('/console/transcripts/:conversation', 'transcripts', showMasked),
    takes('/console/transcripts/:conversation', 'transcripts', showUnmasked),
    takes('/console/transcripts/:conversation/review', 'transcripts', takeReview),
    shows('/console/reviews', 'transcripts', listReviews),
    shows('/console/reviews/:interaction', 'transcripts', openReview),
    takes('/console/reviews/:interaction', 'transcripts', workReview),
    shows(REGRESSIONS, 'content', listRegressions),
    takes(REGRESSIONS, 'content', workRegressions),
    shows(`${REGRESSIONS}/questions.jsonl`, 'content', exportRegressions),
    shows('/console/reviews/:interaction/regression', 'transcripts', openRegression),
    takes('/console/reviews/:interaction/regression', 'transcripts', keepRegression),
    takes('/console/reviews/:interaction/content-task', 'transcripts', openContentTask),
    shows(CONTENT_TASKS, 'content', listContentTasks),
    shows(`${CONTENT_TASKS}/:task`, 'content', showContentTask),
    takes(`${CONTENT_TASKS}/:task`, 'content', moveContentTask),
    shows('/console/conversations', 'handovers', listHandovers),
    shows('/console/conversations/:reference', 'handovers', openHandover),
    takes('/console/conversations/:reference', 'handovers', changeHandover),
    shows('/console/phone', 'handovers', openPhone),
    takes('/console/phone', 'handovers', takePhone),
    shows('/console/phone/:call', 'handovers', openCall),
    takes('/console/phone/:call', 'handovers', takeInCall),
    shows('/console/requests', 'requests', listRequests),
    shows('/console/requests/:reference', 'requests', openRequest),
    takes('/console/requests/:reference', 'requests', takeRequestForm),
    shows('/console/requests/:reference/files/:file', 'requests', openFile),
    shows(PARKED, 'requests', listParked),
    takes(PARKED, 'requests', replayParked),
    shows(MEASURES, 'measures', showMeasures),
    shows(`${MEASURES}/export.csv`, 'measures', exportAs('csv')),
    shows(`${MEASURES}/export.json`, 'measures', exportAs('json')),
    // For whoever was given a file: it tells of nobody.
    { method: 'GET', path: `${MEASURES}/schema.json`, handle: showSchema },
    shows(PERSON_DATA, 'audit', askForPerson),
    takes(PERSON_DATA, 'audit', showPersonData),
    shows(LEAVERS, 'audit', askForPerson),
    takes(LEAVERS, 'audit', eraseLeaver),
    shows('/console/audit', 'audit', showAudit),
  ];
}

/** Where nobody can sign in there is no console: each of its addresses says so. */
function closed(tools: ConsoleTools, routes: readonly Route[]): Route[] {
  const body = tools.render('console/templates/closed.njk', {
    navigation: [{ text: 'Policies', href: '/policies' }],
    homeHref: '/policies',
  });
  const answer = async () => page(body, 404);
  return routes.map(({ method, path }) => ({ method, path, handle: answer, unread: answer }));
}
