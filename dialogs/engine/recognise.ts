/**
 * Tells a request from a question: "can I have Thursday off please" starts leave, "can my
 * leave be refused" does not.
 *
 * The words are data (the services' `starts`, `words/not-a-request.json`). A request that is
 * put as a question counts only where it names a day, says please or uses a word of ordering;
 * otherwise it is uncertain, and the caller may offer the service but must not start it.
 */
import { findPhrase, hasAnyPhrase, hasPhrase } from '../catalogue/phrases';
import { findService, services } from '../catalogue/services';
import groups from '../catalogue/words/groups.json';
import guards from '../catalogue/words/not-a-request.json';
import type { ServiceDefinition } from '../catalogue/schema';
import { isAboutAnother } from './about-another';
import type { Asker } from './asker';
import { createHearing, likeliest } from './hearing/hear';
import { NONE } from './hearing/learnt';
import learnt from './hearing/learnt.json';
import { namesADay } from './names-a-day';
import { namesAsTokens } from './names-as-tokens';
import { clauses, plain, type Clause } from './plain';
import { isOnlyDays } from './reading/read-text';
import { firstWord, looksLikeQuestion, withoutOpening } from './questions';

export interface Recognised {
  readonly service: ServiceDefinition;
  readonly certain: boolean;
  /** True where no phrase of the service was said: what was learnt heard it. */
  readonly isHeard: boolean;
}

export function recognise(text: string, asker: Asker): Recognised | undefined {
  const said = saidIn(text, asker);
  if (said.whole === '' || hasAnyPhrase(guards.anywhere, said.whole)) return undefined;
  const phrased = byPhrases(said, asker);
  const found = decided(phrased, heardIn(text, said, asker));
  const isOnlyHeard = found?.certain === true && phrased?.certain !== true;
  if (isOnlyHeard && isForManagers(said, asker)) return undefined;
  return found?.certain === true && isForAnother(found.service, text, asker)
    ? withoutStart(found.service)
    : found;
}

const isForAnother = (service: ServiceDefinition, text: string, asker: Asker): boolean =>
  service.audience === 'staff' && isAboutAnother(text, asker, service);

/** What is private is not offered either: it may be about anybody. */
const withoutStart = (service: ServiceDefinition): Recognised | undefined =>
  service.isPrivate ? undefined : { service, certain: false, isHeard: true };

/** What a phrase says only managers ask for is no staff request that was heard in it. */
const isForManagers = (said: Said, asker: Asker): boolean =>
  !asker.isManager && byPhrases(said, { ...asker, isManager: true })?.certain === true;

/** From so likely on it is started, or else offered. Chosen in deployment/decisions/0028-hearing-requests.md. */
const STARTED = 0.45;
const OFFERED = 0.2;
/** What a phrase says is doubted where another service, or none, is so likely. */
const SURELY_NOT = 0.97;

/** A phrase is sure of what it says; what was learnt hears what no phrase foresaw. */
function decided(phrased: Recognised | undefined, heard: Heard): Recognised | undefined {
  const { service, chance, none, isBrief } = heard;
  if (phrased?.certain === true) {
    const another = service !== undefined && service !== phrased.service && chance > SURELY_NOT;
    if (another) return { service, certain: true, isHeard: true };
    return none > SURELY_NOT && !isBrief ? { ...phrased, certain: false } : phrased;
  }
  if (service !== undefined && chance >= STARTED) return { service, certain: true, isHeard: true };
  if (phrased !== undefined) return phrased;
  // What it is about may hurt somebody who meant another thing: "my mum died, i need time off".
  const isOffered = service?.isPrivate === false && chance >= OFFERED;
  return isOffered ? { service, certain: false, isHeard: true } : undefined;
}

interface Heard {
  readonly service: ServiceDefinition | undefined;
  /** 0 to 1, of that service and of none. */
  readonly chance: number;
  readonly none: number;
  /** So few words that what was learnt cannot tell a wish from a question: "annual leave". */
  readonly isBrief: boolean;
}

const BRIEF = 2;

const hearing = createHearing(learnt);

function heardIn(text: string, said: Said, asker: Asker): Heard {
  const chances = hearing(text);
  const best = likeliest(chances);
  const service = best && findService(best.service);
  const none = chances.get(NONE) ?? 1;
  const isBrief = said.whole.split(' ').length <= BRIEF;
  const isFor =
    service !== undefined &&
    (service.audience === 'staff' || asker.isManager) &&
    !meansSomethingElse(service, said.whole) &&
    (service.heardWith.length === 0 || hasAnyPhrase(service.heardWith, said.whole)) &&
    // "1 june" answers something; it asks for nothing.
    !isOnlyDays(said.whole);
  if (!isFor || best === undefined) return { service: undefined, chance: 0, none, isBrief };
  const isUnsure =
    isBrief || mayMeanSomethingElse(service, said.whole, asker) || isLeftOpen(text, said);
  return {
    service,
    chance: isUnsure ? Math.min(best.chance, OFFERED) : best.chance,
    none,
    isBrief,
  };
}

/** "And annual leave?" goes on with what was asked before; "can i reduce my hours" may ask for the rule. */
function isLeftOpen(text: string, { whole, clauses }: Said): boolean {
  if (GOES_ON.test(whole) && whole.split(' ').length <= FEW_WORDS) return true;
  if (clauses.length > FEW_CLAUSES) return false;
  return looksLikeQuestion(text)
    ? clauses.every((one) => questionCertainty(one.bare, one, whole) !== 'certain')
    : ASKS_WHY.test(whole);
}

const FEW_CLAUSES = 2;
const ASKS_WHY = /\b(?:why|how come|what for)$/;
const GOES_ON = /^(?:and|but|or|so|then|what about|how about|same for)\b/;
const FEW_WORDS = 5;

function byPhrases(said: Said, asker: Asker): Recognised | undefined {
  const { whole } = said;

  let uncertain: Recognised | undefined;
  for (const service of services) {
    if (service.audience === 'manager' && !asker.isManager) continue;
    if (meansSomethingElse(service, whole)) continue;
    const certainty = bestCertainty(service, said);
    if (certainty === 'certain' && !mayMeanSomethingElse(service, whole, asker))
      return { service, certain: true, isHeard: false };
    if (certainty !== 'none') uncertain ??= { service, certain: false, isHeard: false };
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
