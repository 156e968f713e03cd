/** What was learnt from ways of asking makes of a message, as far as its words allow it. */
import { hasAnyPhrase, hasPhrase } from '../../catalogue/phrases';
import type { ServiceDefinition } from '../../catalogue/schema';
import { findService } from '../../catalogue/services';
import guards from '../../catalogue/words/not-a-request.json';
import type { Asker } from '../asker';
import { namesADay } from '../names-a-day';
import { plain } from '../plain';
import { mayMeanSomethingElse, meansSomethingElse, questionCertainty } from '../phrased';
import { firstWord, isPolite, looksLikeQuestion } from '../questions';
import { isOnlyDays } from '../reading/read-text';
import type { BareClause, Said } from '../said';
import { saysAWish } from '../told-and-asked';
import { createHearing, likeliest, type Hearing } from './hear';
import { NONE } from './learnt';
import { meantOfOneself } from './of-oneself';
import learnt from './learnt.json';
import { wishIn, type Wish } from './wish';

/** From so likely on it is started, or else offered. Chosen in deployment/decisions/0028-hearing-requests.md. */
export const STARTED = 0.35;
export const OFFERED = 0.2;
/** From so likely on it is asked for, though it is put as a question ("could it be", "what do you need from me"). */
const LIKELY = 0.8;
/** From so likely on it is surely asked for. */
const SURE = 0.85;
/** From so likely on words that stand against a service do not hold it back. */
const AGAINST = 0.75;
const AGAINST_PRIVATE = 0.9;
/** What is private is started without words of its own only from so likely on. */
const UNNAMED = 0.95;
/** From so likely on it is started without a word of wishing and without a day. */
const PLAIN = 0.65;
/** The same in a few words, which are what people put into a search box; of what is private still likelier. */
const PLAIN_IN_FEW = 0.95;
const PLAIN_OF_PRIVATE = 0.99;
/** Where what only managers ask for has so much of the chances, it is most likely that. */
const FOR_MANAGERS = 0.6;

export interface Heard {
  readonly service: ServiceDefinition | undefined;
  /** 0 to 1, of that service and of none. */
  readonly chance: number;
  readonly none: number;
  /** So few words that what was learnt cannot tell a wish from a question: "annual leave". */
  readonly isBrief: boolean;
  /** Likely beyond doubt, and not only an answer to something: "due 10 april". */
  readonly isSure: boolean;
  /** Where in the message it is asked for. */
  readonly wish: Wish;
}

const BRIEF = 2;

let hearing: Hearing | undefined;
let last: { readonly text: string; readonly chances: ReturnType<Hearing> } | undefined;

/** Made with the first message (after the start, by the warm-up); a message is held against staff's services and managers'. */
function chancesIn(text: string): ReturnType<Hearing> {
  if (last?.text !== text) last = { text, chances: hear(text) };
  return last.chances;
}

const hear: Hearing = (text) => (hearing ??= createHearing(learnt))(text);

/** Who manages nobody may ask for none of what managers ask for: the others share its chances. */
export function chancesFor(
  { isManager }: Asker,
  chances: ReturnType<Hearing>,
): ReturnType<Hearing> {
  if (isManager) return chances;
  const isManagers = (id: string): boolean => findService(id)?.audience === 'manager';
  const theirs = [...chances]
    .filter(([id]) => isManagers(id))
    .reduce((sum, [, chance]) => sum + chance, 0);
  if (theirs >= FOR_MANAGERS) return chances;
  const own = [...chances].filter(([id]) => !isManagers(id));
  return new Map(own.map(([id, chance]) => [id, chance / (1 - theirs)]));
}

/** The likeliest service that the person may ask for, and how likely it is; offered at most where the words leave it open. */
export function heardIn(text: string, said: Said, asker: Asker): Heard {
  const chances = chancesFor(asker, meantOfOneself(chancesIn(text), said.whole));
  const best = likeliest(chances);
  const service = best && findService(best.service);
  const none = chances.get(NONE) ?? 1;
  const isBrief = said.whole.split(' ').length <= BRIEF;
  const isFor =
    service !== undefined &&
    (service.audience === 'staff' || asker.isManager) &&
    isSaidEnough(service, said.whole, best?.chance ?? 0) &&
    // "1 june" answers something; it asks for nothing.
    !isOnlyDays(said.whole);
  if (!isFor || best === undefined) {
    const wish = { text, onwards: text };
    return { service: undefined, chance: 0, none, isBrief, isSure: false, wish };
  }
  const wish = wishIn(
    text,
    (part) => chancesFor(asker, meantOfOneself(hear(part), plain(part))).get(service.id) ?? 0,
  );
  const isUnsure =
    isBrief ||
    goesOn(said) ||
    looksUpOnly(service, best.chance + chanceOfAlike(service, chances), text, said) ||
    mayAskOnly(service, best.chance, wish, { text, said, asker });
  const chance = isUnsure ? Math.min(best.chance, OFFERED) : best.chance;
  const isSure = chance >= SURE && !isLikeAnAnswer(said.whole);
  return { service, chance, none, isBrief, isSure, wish };
}

/** What is short on the payslip is asked about, or put right: either way something is asked for. */
const chanceOfAlike = ({ alike }: ServiceDefinition, chances: ReturnType<Hearing>): number =>
  alike === undefined ? 0 : (chances.get(alike) ?? 0);

const sureOf = ({ isPrivate }: ServiceDefinition): number =>
  isPrivate ? AGAINST_PRIVATE : AGAINST;

/** No word stands against it, and one of its own is said where it needs one; or it is sure without. */
function isSaidEnough(service: ServiceDefinition, whole: string, chance: number): boolean {
  const isNamed = service.heardWith.length === 0 || hasAnyPhrase(service.heardWith, whole);
  if (!isNamed && chance < UNNAMED) return false;
  return chance >= sureOf(service) || !meansSomethingElse(service, whole);
}

/** "Due 10 april", "11 years and 2 months". */
const isLikeAnAnswer = (whole: string): boolean =>
  isFew(whole) && (hasPhrase('{number}', whole) || namesADay(whole));

/** "And annual leave?" goes on with what was asked before. */
const goesOn = ({ whole }: Said): boolean => hasAnyPhrase(guards.goingOn, whole) && isFew(whole);

/** "Paternity leave same sex partner", "sick pay 4 yrs service": nothing is wished for and no day named, so the rule may be meant. */
function looksUpOnly(
  { isPrivate }: ServiceDefinition,
  chance: number,
  text: string,
  { whole }: Said,
): boolean {
  if (saysAWish(text) || namesADay(whole)) return false;
  if (!isFew(whole)) return chance < PLAIN;
  return chance < (isPrivate ? PLAIN_OF_PRIVATE : PLAIN_IN_FEW);
}

/** It is a question by its form, or by words that stand against it; what is sure is asked for all the same. */
function mayAskOnly(
  service: ServiceDefinition,
  chance: number,
  wish: Wish,
  { text, said, asker }: { readonly text: string; readonly said: Said; readonly asker: Asker },
): boolean {
  if (isLeftOpen(text, said)) return chance < LIKELY || asksForRule(said);
  return chance < sureOf(service) && mayMeanSomethingElse(service, plain(wish.text), asker);
}

/** Its last words ask what is due or allowed: "what leave is there for this", "can i reduce my hours". */
function asksForRule({ whole, clauses }: Said): boolean {
  if (asksAtItsEnd(whole)) return true;
  const last = clauses.at(-1);
  if (last === undefined || isAnOrder(last)) return false;
  if (hasAnyPhrase(guards.askingRule, last.bare)) return true;
  const isAlone = clauses.length === 1;
  return (
    isAlone && [guards.askingInside, guards.asking].some((one) => hasAnyPhrase(one, last.bare))
  );
}

/** "Can i reduce my hours" may ask for the rule. */
function isLeftOpen(text: string, { whole, clauses }: Said): boolean {
  if (asksAtItsEnd(whole)) return true;
  const last = clauses.at(-1);
  // A long story that ends with "what leave is there for this" asks.
  if (last !== undefined && asksPlainly(last)) return true;
  // "Our baby was stillborn what leave do i get": nobody puts a comma before it.
  if (last !== undefined && hasAnyPhrase(guards.askingInside, last.bare)) return true;
  if (clauses.length > FEW_CLAUSES) return false;
  return (
    looksLikeQuestion(text) &&
    clauses.every((one) => questionCertainty(one.bare, one, whole) !== 'certain')
  );
}

/** "It is 29 days, right": and not "i want it put right". */
const asksAtItsEnd = (whole: string): boolean =>
  endsWithAny(whole, guards.askingWhy) && !endsWithAny(whole, guards.puttingRight);

const endsWithAny = (whole: string, ends: readonly string[]): boolean =>
  ends.some((words) => whole.endsWith(` ${words}`));

/** "What leave is there", and not "can you put me in for it". */
const asksPlainly = (clause: BareClause): boolean =>
  guards.questions.includes(firstWord(clause.bare)) && !isPolite(clause.bare) && !isAnOrder(clause);

/** "Do the leaver bit": not "do the days count". */
const isAnOrder = ({ said, bare }: BareClause): boolean =>
  hasAnyPhrase(guards.ordersDoing, bare) &&
  !hasAnyPhrase(guards.askedOfThings, bare) &&
  isFew(bare) &&
  !said.endsWith('?');

const FEW_CLAUSES = 2;
const FEW_WORDS = 6;
const isFew = (whole: string): boolean => whole.split(' ').length <= FEW_WORDS;
