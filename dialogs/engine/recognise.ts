/**
 * Tells a request from a question: "can I have Thursday off please" starts leave, "can my
 * leave be refused" does not.
 *
 * The words are data (the services' `starts`, `words/not-a-request.json`). A request that is
 * put as a question counts only where it names a day, says please or uses a word of ordering;
 * otherwise it is uncertain, and the caller may offer the service but must not start it.
 */
import { findPhrase, hasAnyPhrase, hasPhrase } from '../catalogue/phrases';
import { services } from '../catalogue/services';
import groups from '../catalogue/words/groups.json';
import guards from '../catalogue/words/not-a-request.json';
import type { ServiceDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import { namesADay } from './names-a-day';
import { namesAsTokens } from './names-as-tokens';
import { clauses, plain, type Clause } from './plain';
import { firstWord, withoutOpening } from './questions';

export interface Recognised {
  readonly service: ServiceDefinition;
  readonly certain: boolean;
}

export function recognise(text: string, asker: Asker): Recognised | undefined {
  const said = saidIn(text, asker);
  const { whole } = said;
  if (whole === '' || hasAnyPhrase(guards.anywhere, whole)) return undefined;

  let uncertain: Recognised | undefined;
  for (const service of services) {
    if (service.audience === 'manager' && !asker.isManager) continue;
    if (meansSomethingElse(service, whole)) continue;
    const certainty = bestCertainty(service, said);
    if (certainty === 'certain' && !mayMeanSomethingElse(service, whole, asker))
      return { service, certain: true };
    if (certainty !== 'none') uncertain ??= { service, certain: false };
  }
  return uncertain;
}

/** The phrases by which a service is started, of the service and of its fields. */
export function startPhrases(service: ServiceDefinition): readonly string[] {
  const known = phrasesOf.get(service);
  if (known !== undefined) return known;
  const phrases = [...service.starts, ...service.fields.flatMap(({ saidBy }) => saidBy)];
  phrasesOf.set(service, phrases);
  return phrases;
}

const phrasesOf = new WeakMap<ServiceDefinition, readonly string[]>();

function meansSomethingElse(service: ServiceDefinition, whole: string): boolean {
  if (hasAnyPhrase(service.named, whole)) return false;
  return hasAnyPhrase(service.notWith, whole);
}

function mayMeanSomethingElse(service: ServiceDefinition, whole: string, asker: Asker): boolean {
  return hasAnyPhrase(service.unsureWith, namesAsTokens(whole, asker.reports));
}

interface BareClause extends Clause {
  /** Without "hi, I was wondering if". */
  readonly bare: string;
  /** The same with a token where a name stands. */
  readonly named: () => string;
}

/** A message as it is held against every service of the catalogue. */
interface Said {
  readonly whole: string;
  readonly clauses: readonly BareClause[];
}

let last:
  { readonly text: string; readonly reports: Asker['reports']; readonly said: Said } | undefined;

/** Cut up once: a message is held against what staff and what managers ask for. */
function saidIn(text: string, { reports }: Asker): Said {
  if (last?.text !== text || last.reports !== reports)
    last = { text, reports, said: cutUp(text, reports) };
  return last.said;
}

function cutUp(text: string, reports: Asker['reports']): Said {
  return {
    whole: plain(text),
    clauses: clauses(text).map((clause) => {
      const bare = withoutOpening(clause.plain);
      let named: string | undefined;
      return { ...clause, bare, named: () => (named ??= namesAsTokens(bare, reports)) };
    }),
  };
}

type Certainty = 'certain' | 'uncertain' | 'none';

function bestCertainty(service: ServiceDefinition, { whole, clauses }: Said): Certainty {
  const found = clauses.map((clause) => clauseCertainty(service, clause, whole));
  if (found.includes('certain')) return 'certain';
  return found.includes('uncertain') ? 'uncertain' : 'none';
}

function clauseCertainty(service: ServiceDefinition, clause: BareClause, whole: string): Certainty {
  const bare = service.audience === 'manager' ? clause.named() : clause.bare;
  if (!hasAnyPhrase(startPhrases(service), bare)) return 'none';
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

function questionCertainty(bare: string, clause: Clause, whole: string): Certainty {
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
