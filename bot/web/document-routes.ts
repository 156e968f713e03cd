/**
 * The page of a document that an organisation imported, for a citation to open. It needs no
 * sign-in, as the pages of own rules do not: whoever has the address may read it.
 */
import { documentUrl, type OwnDocument } from '../../knowledge';
import { longDay, today } from '../calendar/days';
import type { Organisation } from '../directory/directory';
import type { HttpRequest, HttpResponse, Route } from '../http/route';
import { page } from './page';
import { markdown } from './policy-markdown';
import { frame, visitorOf, type WebTools } from './web-parts';

/** As much of a wrong address as is said back. */
const LONGEST_NAME = 80;

export const documentRoutes = (tools: WebTools): Route[] => [
  { method: 'GET', path: '/documents/:organisation', handle: (request) => show(tools, request) },
];

async function show(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const asked = request.query.get('name') ?? '';
  const organisation = await tools.directory.organisation(request.params.organisation ?? '');
  const all = organisation === undefined ? [] : await tools.documents.current(organisation.id);
  const document = all.find(({ name }) => name === asked);
  const around = frame(tools, await visitorOf(tools, request), 'policies');
  if (organisation === undefined || document === undefined) {
    const body = tools.render('web/templates/not-found.njk', {
      ...around,
      heading: 'We can’t find that document',
      problem: `There is no document called “${asked.slice(0, LONGEST_NAME)}”. It may have been taken out, or the address may be wrong.`,
      links: [{ text: 'All policies', href: '/policies' }],
    });
    return page(body, 404);
  }
  const body = tools.render('web/templates/document.njk', {
    ...around,
    document: showDocument(document, organisation),
  });
  return page(body);
}

function showDocument(document: OwnDocument, organisation: Organisation) {
  return {
    title: document.title,
    file: document.name,
    organisation: organisation.name,
    imported: longDay(today(document.at)),
    sections: document.sections.map(({ heading, above, slug, text }) => ({
      slug,
      heading,
      above: above.join(' – '),
      html: markdown.render(text),
      href: documentUrl(document, slug),
    })),
  };
}
