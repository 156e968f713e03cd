/** The door of every console page: who is it, may they, and does the form come from our own page. */
import { z } from 'zod';
import type { BodyProblem, HttpRequest, HttpResponse } from '../http/route';
import { seeOther } from '../http/route';
import { wayInTo } from '../web/destination';
import { isFromOurPages, isSameSecret } from '../web/guard';
import { page } from '../web/page';
import { visitorOf, type Visitor } from '../web/web-parts';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { notRead, outOfDate } from './not-taken';
import { whoMay, type May } from './who-may';
import { wordsIn } from './words-in';

export type Handle = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
) => Promise<HttpResponse>;
/** What the reader must be allowed; `any` for a page of which everybody sees a part. */
export type Needs = keyof May | 'any';

const Form = z.looseObject({ key: z.string() });

export const forReader =
  (tools: ConsoleTools, needs: Needs, handle: Handle) =>
  (request: HttpRequest): Promise<HttpResponse> =>
    letIn(tools, needs, request, async (reader) =>
      request.method === 'POST' && !isOurForm(tools, request, reader)
        ? outOfDate(tools, request, reader, 403)
        : handle(tools, request, reader),
    );

/** In place of the server's JSON, which is no page for somebody at a browser. */
export const unreadFor =
  (tools: ConsoleTools, needs: Needs) =>
  (request: HttpRequest, problem: BodyProblem): Promise<HttpResponse> =>
    letIn(tools, needs, request, async (reader) => notRead(tools, request, reader, problem));

async function letIn(
  tools: ConsoleTools,
  needs: Needs,
  request: HttpRequest,
  then: (reader: Reader) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request);
  if (visitor === undefined) return signInFirst(tools, request);
  const organisations = await tools.directory.organisations();
  const reader: Reader = {
    ...visitor,
    may: whoMay(visitor.person, organisations),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  };
  const isAllowed =
    needs === 'any'
      ? Object.values(reader.may).some((list: readonly string[]) => list.length > 0)
      : reader.may[needs].length > 0;
  return isAllowed ? then(reader) : refuse(tools, request, reader);
}

function isOurForm(tools: ConsoleTools, request: HttpRequest, { session }: Visitor): boolean {
  const form = Form.safeParse(request.body).data;
  return (
    form !== undefined &&
    isSameSecret(form.key, session.key) &&
    isFromOurPages(request, tools.publicUrl)
  );
}

function signInFirst(tools: ConsoleTools, request: HttpRequest): HttpResponse {
  if (request.method === 'GET') return seeOther(wayInTo('console'));
  return notice(tools, {}, 401, {
    heading: 'You were signed out',
    says: ['Nothing was changed. This page closes after 5 minutes of quiet.'],
    kept: wordsIn(request),
    links: [{ text: 'Sign in again', href: wayInTo('console') }],
  });
}

/** A role may end while somebody writes. */
async function refuse(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { organisation, posts } = reader.person;
  const contacts = await tools.directory.contacts(organisation);
  const team = contacts.find(({ kind }) => kind === 'people-team');
  const body = tools.render('console/templates/refused.njk', {
    ...consoleFrame(reader, undefined),
    job: posts[0].title,
    kept: wordsIn(request),
    team,
    call: team && `tel:${team.phone.replaceAll(/[^\d+]/g, '')}`,
  });
  return page(body, 403);
}
