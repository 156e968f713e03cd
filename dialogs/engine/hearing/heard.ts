/** What was learnt from ways of asking makes of a message, as far as its words allow it. */
import { hasAnyPhrase } from '../../catalogue/phrases';
import type { ServiceDefinition } from '../../catalogue/schema';
import { findService } from '../../catalogue/services';
import guards from '../../catalogue/words/not-a-request.json';
import type { Asker } from '../asker';
import { mayMeanSomethingElse, meansSomethingElse, questionCertainty } from '../phrased';
import { firstWord, isPolite, looksLikeQuestion } from '../questions';
import { isOnlyDays } from '../reading/read-text';
import type { Said } from '../said';
import { createHearing, likeliest, type Hearing } from './hear';
import { NONE } from './learnt';
import learnt from './learnt.json';

/** From so likely on it is started, or else offered. Chosen in deployment/decisions/0028-hearing-requests.md. */
export const STARTED = 0.4;
export const OFFERED = 0.2;

export interface Heard {
  readonly service: ServiceDefinition | undefined;
  /** 0 to 1, of that service and of none. */
  readonly chance: number;
  readonly none: number;
  /** So few words that what was learnt cannot tell a wish from a question: "annual leave". */
  readonly isBrief: boolean;
}

const BRIEF = 2;

let hearing: Hearing | undefined;
let last: { readonly text: string; readonly chances: ReturnType<Hearing> } | undefined;

/** Made with the first message (after the start, by the warm-up); a message is held against staff's services and managers'. */
function chancesIn(text: string): ReturnType<Hearing> {
  hearing ??= createHearing(learnt);
  if (last?.text !== text) last = { text, chances: hearing(text) };
  return last.chances;
}

/** The likeliest service that the person may ask for, and how likely it is; offered at most where the words leave it open. */
export function heardIn(text: string, said: Said, asker: Asker): Heard {
  const chances = chancesIn(text);
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
  if (hasAnyPhrase(guards.goingOn, whole) && whole.split(' ').length <= FEW_WORDS) return true;
  const last = clauses.at(-1);
  // A long story that ends with "what leave is there for this" asks.
  if (last !== undefined && asksPlainly(last)) return true;
  if (guards.askingWhy.some((words) => whole.endsWith(` ${words}`))) return true;
  // "Our baby was stillborn what leave do i get": nobody puts a comma before it.
  if (last !== undefined && hasAnyPhrase(guards.askingInside, last.bare)) return true;
  if (clauses.length > FEW_CLAUSES) return false;
  return (
    looksLikeQuestion(text) &&
    clauses.every((one) => questionCertainty(one.bare, one, whole) !== 'certain')
  );
}

/** "What leave is there", and not "can you put me in for it". */
const asksPlainly = ({ bare }: Said['clauses'][number]): boolean =>
  guards.questions.includes(firstWord(bare)) && !isPolite(bare);

const FEW_CLAUSES = 2;
const FEW_WORDS = 6;
