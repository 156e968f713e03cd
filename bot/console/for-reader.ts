/** The door of every console page: who is it, may they, and does the form come from our own page. */
import { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../http/route';
import { seeOther } from '../http/route';
import { wayInTo } from '../web/destination';
import { isFromOurPages, isSameSecret } from '../web/guard';
import { page } from '../web/page';
import { visitorOf, type Visitor } from '../web/web-parts';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { whoMay, type May } from './who-may';

type Handle = (tools: ConsoleTools, request: HttpRequest, reader: Reader) => Promise<HttpResponse>;

const Form = z.looseObject({
  key: z.string(),
  note: z.string().optional(),
  text: z.string().optional(),
});

/** @param needs what the reader must be allowed; `any` for a page of which everybody sees a part */
export const forReader =
  (tools: ConsoleTools, needs: keyof May | 'any', handle: Handle) =>
  async (request: HttpRequest): Promise<HttpResponse> => {
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
    if (!isAllowed) return refuse(tools, reader);
    if (request.method === 'POST' && !isOurForm(tools, request, visitor)) {
      return notice(tools, consoleFrame(reader, undefined), 403, {
        heading: 'Nothing was changed',
        says: ['This page was out of date. Open it again and press the button once more.'],
        kept: wordsIn(request),
        links: [{ text: 'Open the page again', href: request.path }],
      });
    }
    return handle(tools, request, reader);
  };

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

/** What somebody had written is given back to them, whatever became of it. */
export function wordsIn({ body }: HttpRequest): string | undefined {
  const { note, text } = Form.partial().safeParse(body).data ?? {};
  return note ?? text;
}

async function refuse(tools: ConsoleTools, reader: Reader): Promise<HttpResponse> {
  const { organisation, posts } = reader.person;
  const contacts = await tools.directory.contacts(organisation);
  const team = contacts.find(({ kind }) => kind === 'people-team');
  const body = tools.render('console/templates/refused.njk', {
    ...consoleFrame(reader, undefined),
    job: posts[0].title,
    team,
    call: team && `tel:${team.phone.replaceAll(/[^\d+]/g, '')}`,
  });
  return page(body, 403);
}
