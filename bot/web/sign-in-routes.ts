/**
 * Choosing who you are, on one machine alone: the stand-in for signing in. It proves nothing, so
 * it answers only to a browser on this machine.
 */
import { z } from 'zod';
import type { Organisation, Person } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { isFromOurPages, isLoopbackHost, isSameSecret } from './guard';
import { page } from './page';
import { cookie, frame, SESSION_COOKIE, visitorOf, type WebTools } from './web-parts';

/** Ties the form to the browser that asked for it: nobody has a session yet. */
const CHOOSING_COOKIE = 'people-services-choosing';

const Choice = z.object({ person: z.string().max(200), key: z.string().max(200) });

export const signInRoutes = (tools: WebTools): Route[] => [
  { method: 'GET', path: '/', handle: async () => seeOther('/chat') },
  { method: 'GET', path: '/who', handle: (request) => showPeople(tools, request) },
  { method: 'POST', path: '/who', handle: (request) => choose(tools, request) },
  { method: 'POST', path: '/leave', handle: (request) => leave(tools, request) },
];

/** Refuses every call that did not name this machine, before anything of it is read. */
export const onThisMachineOnly =
  (tools: Pick<WebTools, 'render' | 'signIn'>) =>
  (route: Route): Route => ({
    ...route,
    admit: async (call) => {
      if (isLoopbackHost(call.headers.host)) return route.admit?.(call);
      const data = {
        ...frame(tools, undefined, undefined),
        heading: 'This page is for one computer only',
        problem:
          'Nobody has to prove who they are here, so the chat opens only on the computer it runs on, at an address that starts with http://localhost or http://127.0.0.1.',
      };
      return page(tools.render('web/templates/problem.njk', data), 403);
    },
  });

async function showPeople(
  tools: WebTools,
  request: HttpRequest,
  problem?: string,
): Promise<HttpResponse> {
  const key = tools.newId();
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
    problem,
    hasErrors: problem !== undefined,
    endedByQuiet: request.query.get('ended') === 'quiet',
  });
  const set = cookie(tools, CHOOSING_COOKIE, key);
  return page(body, problem === undefined ? 200 : 422, { 'set-cookie': set });
}

async function choose(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const choice = Choice.safeParse(request.body).data;
  const key = request.cookies[CHOOSING_COOKIE];
  const isOurs =
    choice !== undefined &&
    key !== undefined &&
    isSameSecret(choice.key, key) &&
    isFromOurPages(request, tools.publicUrl);
  if (!isOurs) {
    return showPeople(tools, request, 'This page was out of date. Choose who you are again.');
  }
  const person = await tools.directory.person(choice.person);
  if (person === undefined) {
    return showPeople(tools, request, 'That person is not in the staff directory. Choose another.');
  }
  tools.sessions.close(request.cookies[SESSION_COOKIE]);
  const session = tools.sessions.open(person.id, request.now);
  return seeOther('/chat', {
    'set-cookie': [
      cookie(tools, SESSION_COOKIE, session.id),
      cookie(tools, CHOOSING_COOKIE, '', 0),
    ],
  });
}

async function leave(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const visitor = await visitorOf(tools, request, 'peek');
  const gone = { 'set-cookie': cookie(tools, SESSION_COOKIE, '', 0) };
  if (visitor === undefined) return seeOther('/policies', gone);
  const key = z.object({ key: z.string() }).safeParse(request.body).data?.key ?? '';
  const isOurs = isSameSecret(key, visitor.session.key) && isFromOurPages(request, tools.publicUrl);
  if (!isOurs) {
    const data = {
      ...frame(tools, visitor, undefined),
      heading: 'You are still here',
      problem: 'This page was out of date. Press “Leave this page” again.',
    };
    return page(tools.render('web/templates/problem.njk', data), 403);
  }
  tools.sessions.close(visitor.session.id);
  return seeOther('/policies', gone);
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
