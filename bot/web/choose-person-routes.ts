/**
 * Choosing who you are, on one machine alone: the stand-in for signing in. It proves nothing, so
 * it answers only to a browser on this machine.
 */
import { z } from 'zod';
import type { Organisation, Person } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { afterQuiet } from './after-leaving';
import { Destination, destinationIn } from './destination';
import { isFromOurPages, isSameSecret } from './guard';
import { page } from './page';
import { startSession } from './start-session';
import { cookie, cookieName, frame, type WebTools } from './web-parts';

/** Ties the form to the browser that asked for it: nobody has a session yet. */
const CHOOSING_COOKIE = 'people-services-choosing';

const Choice = z.object({
  person: z.string().max(200),
  key: z.string().max(200),
  to: Destination,
});

export const choosePersonRoutes = (tools: WebTools): Route[] => [
  {
    method: 'GET',
    path: '/who',
    handle: (request) => showPeople(tools, request, destinationIn(request)),
  },
  { method: 'POST', path: '/who', handle: (request) => choose(tools, request) },
];

async function showPeople(
  tools: WebTools,
  request: HttpRequest,
  to: Destination,
  problem?: string,
): Promise<HttpResponse> {
  const key = tools.newId();
  const quiet = afterQuiet(tools, request);
  const search = (request.query.get('q') ?? '').trim().slice(0, 100);
  const [people, organisations] = await Promise.all([
    tools.directory.people(),
    tools.directory.organisations(),
  ]);
  const found = people.filter((person) => matches(person, search));
  const body = tools.render('web/templates/who.njk', {
    ...frame(tools, undefined, undefined),
    groups: organisations.map((organisation) => groupOf(organisation, found)),
    found: found.length,
    search,
    key,
    to,
    problem,
    hasErrors: problem !== undefined,
    endedByQuiet: quiet.ended,
  });
  const { 'set-cookie': gone, ...headers } = quiet.headers;
  const cookies = [cookie(tools, CHOOSING_COOKIE, key), ...(gone === undefined ? [] : [gone])];
  return page(body, problem === undefined ? 200 : 422, { ...headers, 'set-cookie': cookies });
}

async function choose(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const choice = Choice.safeParse(request.body).data;
  const key = request.cookies[cookieName(tools, CHOOSING_COOKIE)];
  const isOurs =
    choice !== undefined &&
    key !== undefined &&
    isSameSecret(choice.key, key) &&
    isFromOurPages(request, tools.publicUrl);
  if (!isOurs) {
    const to = choice?.to ?? destinationIn(request);
    return showPeople(tools, request, to, 'This page was out of date. Choose who you are again.');
  }
  const person = await tools.directory.person(choice.person);
  if (person === undefined) {
    const problem = 'That person is not in the staff directory. Choose another.';
    return showPeople(tools, request, choice.to, problem);
  }
  return seeOther(`/${choice.to}`, {
    'set-cookie': [startSession(tools, request, person), cookie(tools, CHOOSING_COOKIE, '', 0)],
  });
}

const groupOf = (organisation: Organisation, people: readonly Person[]) => ({
  name: organisation.name,
  people: people
    .filter((person) => person.organisation === organisation.id)
    .map(({ id, name, posts: [post] }) => ({ id, name, job: `${post.title}, ${post.place}` })),
});

function matches({ name, posts }: Person, search: string): boolean {
  const text = [name, ...posts.flatMap((post) => [post.title, post.place])].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
