/** The national policies, open to everybody: a citation that is tapped at 3 a.m. must open. */
import { today } from '../calendar/days';
import { seeOther, type HttpRequest, type HttpResponse, type Route } from '../http/route';
import { findClauses } from './find-clauses';
import { nearestPolicies } from './nearest-policies';
import { ownRulesFor } from './own-rules';
import { page } from './page';
import { showOwnRules } from './show-own-rules';
import { showPolicy } from './show-policy';
import { frame, visitorOf, type WebTools } from './web-parts';

/** As much of a wrong address as is said back. */
const LONGEST_NAME = 80;

export const policyRoutes = (tools: WebTools): Route[] => [
  { method: 'GET', path: '/policies', handle: (request) => listPolicies(tools, request) },
  { method: 'GET', path: '/policies/:policy', handle: (request) => showOne(tools, request) },
  {
    method: 'GET',
    path: '/policies/:policy/:clause',
    handle: (request) => goToClause(tools, request),
  },
];

async function listPolicies(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const { policies } = tools.knowledge.set;
  const search = (request.query.get('q') ?? '').trim().slice(0, LONGEST_NAME);
  const body = tools.render('web/templates/policies.njk', {
    ...(await frameOf(tools, request)),
    policies: policies
      .map(({ meta }) => meta)
      .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB')),
    search,
    found: findClauses(policies, search),
  });
  return page(body);
}

async function showOne(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const policy = tools.knowledge.set.policy(request.params.policy ?? '');
  if (policy === undefined) return noPolicy(tools, request);
  const day = today(request.now);
  const visitor = await visitorOf(tools, request);
  const rules = await ownRulesFor(tools, policy, request.query.get('at'), visitor);
  const body = tools.render('web/templates/policy.njk', {
    ...frame(tools, visitor, 'policies'),
    policy: showPolicy(policy, day),
    own: showOwnRules(rules, day),
  });
  return page(body);
}

/** @example `/policies/special-leave/2` and `/policies/special-leave/special-leave.2` are the same place */
async function goToClause(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const { set } = tools.knowledge;
  const policy = set.policy(request.params.policy ?? '');
  if (policy === undefined) return noPolicy(tools, request);
  const { id, title } = policy.meta;
  const asked = request.params.clause ?? '';
  const clause = set.clause(asked) ?? set.clause(`${id}.${asked}`);
  if (clause?.policy === id) return seeOther(`/policies/${id}#${clause.id}`);
  const body = tools.render('web/templates/not-found.njk', {
    ...(await frameOf(tools, request)),
    heading: 'We can’t find that part of the policy',
    problem: `The policy “${title}” has no part called “${asked.slice(0, LONGEST_NAME)}”. It may have been taken out, or the address may be wrong.`,
    links: [{ text: title, href: `/policies/${id}` }],
  });
  return page(body, 404);
}

async function noPolicy(tools: WebTools, request: HttpRequest): Promise<HttpResponse> {
  const asked = (request.params.policy ?? '').slice(0, LONGEST_NAME);
  const body = tools.render('web/templates/not-found.njk', {
    ...(await frameOf(tools, request)),
    heading: 'We can’t find that policy',
    problem: `There is no policy called “${asked}”. You may want one of these:`,
    links: nearestPolicies(tools.knowledge.set.policies, asked).map(({ meta }) => ({
      text: meta.title,
      href: `/policies/${meta.id}`,
    })),
  });
  return page(body, 404);
}

const frameOf = async (tools: WebTools, request: HttpRequest) =>
  frame(tools, await visitorOf(tools, request), 'policies');
