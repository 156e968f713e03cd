/** The console: the pages of the people who review, work the requests and look after it all. */
import type { Route } from '../http/route';
import { page } from '../web/page';
import { LARGEST_FORM_BYTES } from '../web/read-message';
import { createRenderer } from '../web/render';
import { mayEnter } from '../web/may-enter';
import { showAudit } from './audit-page';
import { openCall, takeInCall } from './call-page';
import { changeHandover } from './change-handover';
import type { ConsoleParts, ConsoleTools } from './console-parts';
import { createDisguise } from './disguise';
import { forReader } from './for-reader';
import { listHandovers } from './handover-list';
import { openHandover } from './handover-page';
import { listParked, PARKED, replayParked } from './parked-page';
import { showOverview } from './overview-page';
import { openPhone, takePhone } from './phone-page';
import { listRequests } from './request-list';
import { openFile } from './request-file';
import { openRequest } from './request-page';
import { takeRequestForm } from './take-request-form';
import { listTranscripts } from './transcript-list';
import { showMasked, showUnmasked } from './transcript-page';

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

const pages = (tools: ConsoleTools): Route[] => [
  { method: 'GET', path: '/console', handle: forReader(tools, 'any', showOverview) },
  {
    method: 'GET',
    path: '/console/transcripts',
    handle: forReader(tools, 'transcripts', listTranscripts),
  },
  {
    method: 'GET',
    path: '/console/transcripts/:conversation',
    handle: forReader(tools, 'transcripts', showMasked),
  },
  {
    method: 'POST',
    path: '/console/transcripts/:conversation',
    handle: forReader(tools, 'transcripts', showUnmasked),
  },
  {
    method: 'GET',
    path: '/console/conversations',
    handle: forReader(tools, 'handovers', listHandovers),
  },
  {
    method: 'GET',
    path: '/console/conversations/:reference',
    handle: forReader(tools, 'handovers', openHandover),
  },
  {
    method: 'POST',
    path: '/console/conversations/:reference',
    handle: forReader(tools, 'handovers', changeHandover),
  },
  { method: 'GET', path: '/console/phone', handle: forReader(tools, 'handovers', openPhone) },
  { method: 'POST', path: '/console/phone', handle: forReader(tools, 'handovers', takePhone) },
  { method: 'GET', path: '/console/phone/:call', handle: forReader(tools, 'handovers', openCall) },
  {
    method: 'POST',
    path: '/console/phone/:call',
    limit: LARGEST_FORM_BYTES,
    handle: forReader(tools, 'handovers', takeInCall),
  },
  { method: 'GET', path: '/console/requests', handle: forReader(tools, 'requests', listRequests) },
  {
    method: 'GET',
    path: '/console/requests/:reference',
    handle: forReader(tools, 'requests', openRequest),
  },
  {
    method: 'POST',
    path: '/console/requests/:reference',
    handle: forReader(tools, 'requests', takeRequestForm),
  },
  {
    method: 'GET',
    path: '/console/requests/:reference/files/:file',
    handle: forReader(tools, 'requests', openFile),
  },
  { method: 'GET', path: PARKED, handle: forReader(tools, 'requests', listParked) },
  { method: 'POST', path: PARKED, handle: forReader(tools, 'requests', replayParked) },
  { method: 'GET', path: '/console/audit', handle: forReader(tools, 'audit', showAudit) },
];

/** Where nobody can sign in there is no console: each of its addresses says so. */
function closed(tools: ConsoleTools, routes: readonly Route[]): Route[] {
  const body = tools.render('console/templates/closed.njk', {
    navigation: [{ text: 'Policies', href: '/policies' }],
    homeHref: '/policies',
  });
  return routes.map(({ method, path }) => ({
    method,
    path,
    handle: async () => page(body, 404),
  }));
}
