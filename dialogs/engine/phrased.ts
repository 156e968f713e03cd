/** What the phrases of the catalogue say of a message: the services' `starts` and what stands against them. */
import { findPhrase, hasAnyPhrase, hasPhrase, phraseFinder } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import { services } from '../catalogue/services';
import groups from '../catalogue/words/groups.json';
import guards from '../catalogue/words/not-a-request.json';
import type { Asker } from './asker';
import { namesADay } from './names-a-day';
import { namesAsTokens } from './names-as-tokens';
import type { Clause } from './plain';
import { firstWord } from './questions';
import type { BareClause, Said } from './said';

export interface Phrased {
  readonly service: ServiceDefinition;
  readonly certain: boolean;
}

export function byPhrases(said: Said, asker: Asker): Phrased | undefined {
  const { whole } = said;
  const begun = said.clauses.map((clause) => begunIn(clause, asker));
  let uncertain: Phrased | undefined;
  for (const service of services) {
    if (!begun.some((those) => those.has(service))) continue;
    if (meansSomethingElse(service, whole)) continue;
    const certainty = bestCertainty(service, said, begun);
    if (certainty === 'certain' && !mayMeanSomethingElse(service, whole, asker))
      return { service, certain: true };
    if (certainty !== 'none') uncertain ??= { service, certain: false };
  }
  return uncertain;
}

type Services = ReadonlySet<ServiceDefinition>;

const NO_SERVICES: Services = new Set();

/** The services of which a start phrase stands in the clause: few, of fifty. */
function begunIn(clause: BareClause, asker: Asker): Services {
  const forStaff = staffServicesBegun(clause.bare);
  const forManagers = asker.isManager ? managerServicesBegun(clause.named()) : NO_SERVICES;
  return forManagers.size === 0 ? forStaff : new Set([...forStaff, ...forManagers]);
}

const startPhrasesOf = new Map(
  services.map((service) => [
    service,
    [...service.starts, ...service.fields.flatMap(({ saidBy }) => saidBy)],
  ]),
);

const finderFor = (isForManagers: boolean): ((plainText: string) => Services) =>
  phraseFinder(
    new Map(
      [...startPhrasesOf].filter(([{ audience }]) => (audience === 'manager') === isForManagers),
    ),
  );

const staffServicesBegun = finderFor(false);
const managerServicesBegun = finderFor(true);

/** The phrases by which a service is started, of the service and of its fields. */
export const startPhrases = (service: ServiceDefinition): readonly string[] =>
  startPhrasesOf.get(service) ?? [];

export function meansSomethingElse(service: ServiceDefinition, whole: string): boolean {
  if (hasAnyPhrase(service.named, whole)) return false;
  return hasAnyPhrase(service.notWith, whole);
}

export function mayMeanSomethingElse(
  service: ServiceDefinition,
  whole: string,
  asker: Asker,
): boolean {
  return hasAnyPhrase(service.unsureWith, namesAsTokens(whole, asker.reports));
}

type Certainty = 'certain' | 'uncertain' | 'none';

function bestCertainty(
  service: ServiceDefinition,
  { whole, clauses }: Said,
  begun: readonly Services[],
): Certainty {
  const found = clauses
    .filter((_, index) => begun[index]?.has(service) === true)
    .map((clause) => clauseCertainty(service, clause, whole));
  if (found.includes('certain')) return 'certain';
  return found.includes('uncertain') ? 'uncertain' : 'none';
}

function clauseCertainty(service: ServiceDefinition, clause: BareClause, whole: string): Certainty {
  const bare = service.audience === 'manager' ? clause.named() : clause.bare;
  const at = startPhrases(service)
    .map((phrase) => findPhrase(phrase, bare))
    .filter((index) => index !== undefined);
  if (at.length === 0) return 'none';
  if (guards.questions.includes(firstWord(bare))) return questionCertainty(bare, clause, whole);
  const before = bare.slice(0, Math.max(...at));
  if (isAside(before)) return 'none';
  // "ignore the policy can i just …": what they ask stands after something else.
  const asked = politeAt(bare, before.length);
  return asked === undefined ? 'certain' : questionCertainty(bare.slice(asked), clause, whole);
}

export function questionCertainty(bare: string, clause: Clause, whole: string): Certainty {
  if (guards.told.some((opening) => bare.startsWith(`${opening} `))) return 'certain';
  const polite = groups.polite.filter((opening) => bare.startsWith(`${opening} `));
  if (polite.length === 0) return 'none';
  const rest = bare.slice(Math.max(...polite.map(({ length }) => length)) + 1);
  return isOrder(rest) || namesADay(whole) || hasPhrase('please', clause.plain)
    ? 'certain'
    : 'uncertain';
}

/** Where a polite question begins, no later than `latest`. */
function politeAt(bare: string, latest: number): number | undefined {
  const found = groups.polite.flatMap((opening) => findPhrase(opening, bare) ?? []);
  const early = found.filter((index) => index <= latest);
  return early.length === 0 ? undefined : Math.min(...early);
}

/** "If I want to book leave …": what follows is supposed, not asked for. */
function isAside(before: string): boolean {
  return /(?:^| )(?:if|when|whether|whenever|every time|because) (?:\S+ ){0,3}$/.test(before);
}

/** "Book annual leave" and little more; "book leave in my probation" asks about the rules. */
function isOrder(rest: string): boolean {
  const ordering = guards.ordering.some((verb) => rest.startsWith(verb));
  return ordering && rest.split(' ').length <= 5;
}
