/**
 * Tells a request from a question: "can I have Thursday off please" starts leave, "can my
 * leave be refused" does not.
 *
 * The words are data (the services' `starts`, `words/not-a-request.json`). A request that is
 * put as a question counts only where it names a day, says please or uses a word of ordering;
 * otherwise it is uncertain, and the caller may offer the service but must not start it.
 */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import { findService } from '../catalogue/services';
import guards from '../catalogue/words/not-a-request.json';
import { asksOfSomebody, isAboutAnother } from './about-another';
import type { Asker } from './asker';
import { heardIn, OFFERED, STARTED, type Heard } from './hearing/heard';
import { isOnlyDaysOff } from './only-days-off';
import { isOnlyTold } from './only-told';
import { byPhrases, type Phrased } from './phrased';
import { plain } from './plain';
import { saidIn, type Said } from './said';
import { isForOthersLoss } from './tells-of-loss';

export interface Recognised {
  readonly service: ServiceDefinition;
  readonly certain: boolean;
  /** True where no phrase of the service was said: what was learnt heard it. */
  readonly isHeard: boolean;
  /** What was learnt is sure of it. */
  readonly isSure: boolean;
}

export function recognise(written: string, asker: Asker): Recognised | undefined {
  const text = inOwnWords(written);
  const said = saidIn(text, asker);
  if (said.whole === '') return undefined;
  const heard = heardIn(text, said, asker);
  const phrased = byPhrases(said, asker);
  // Words against the wish count where it stands, and after it; before it they are its story.
  const isElsewhere = phrased !== undefined && phrased.service !== heard.service;
  const wish = isElsewhere ? { text, onwards: text } : heard.wish;
  if (hasAnyPhrase(guards.anywhere, plain(wish.onwards))) return undefined;
  const asks = hasAnyPhrase(guards.asking, plain(wish.text));
  // "How do i do this on here, i need friday off": only what is surely a request beside it.
  if (asks && heard.chance < RATHER) return undefined;
  const found = decided(asks ? undefined : phrased, heard, isShortOrder(said.whole));
  const isOnlyHeard = found?.certain === true && (asks || phrased?.certain !== true);
  if (isOnlyHeard && isForManagers(said, asker)) return undefined;
  if (found?.certain !== true && isOnlyDaysOff(text, asker.today)) return forDaysOff();
  if (found === undefined) return undefined;
  // "Can Tom work from home" asks for nothing of the manager's own.
  if (!found.certain) return asksOfReport(found.service, text, asker) ? undefined : found;
  if (isOnlyTold(text, found.service)) return withoutStart(found.service);
  const isForAnother = mayBeForAnother(found.service, { whole: text, wish: wish.text }, asker);
  return isForAnother ? withoutStart(found.service) : found;
}

/**
 * The service for managers that a phrase asks for in so many words, said by somebody of whom it is
 * not known that they manage anybody.
 */
export function recogniseForManagers(written: string, asker: Asker): ServiceDefinition | undefined {
  // A phrase is cheap to look for, and nearly always there is none.
  if (!isForManagers(saidIn(inOwnWords(written), asker), asker)) return undefined;
  const found = recognise(written, { ...asker, isManager: true });
  return found?.certain === true && !found.isHeard ? found.service : undefined;
}

function forDaysOff(): Recognised | undefined {
  const service = findService('book-annual-leave');
  return service && { service, certain: true, isHeard: true, isSure: true };
}

/** From so likely on "how do i" beside a wish asks where to put it. */
const RATHER = 0.6;
/** From so likely on a phrase for another service gives way. */
const PLAINER = 0.85;

const QUOTED = /“[^”]+”|"[^"]+"/gu;

/** What a manager said or a payslip says, in quotation marks, asks for nothing; all of it in them does. */
function inOwnWords(text: string): string {
  const own = text.replaceAll(QUOTED, ' ');
  return /\p{L}/u.test(own) ? own : text;
}

/** Of what is private a wish in the speaker's own name is needed: "Priya had a miscarriage. Start the leave". */
function mayBeForAnother(
  service: ServiceDefinition,
  { whole, wish }: { readonly whole: string; readonly wish: string },
  asker: Asker,
): boolean {
  if (service.audience !== 'staff') return false;
  const isOwn = !service.isPrivate || SPEAKER.test(plain(wish));
  return (
    isAboutAnother(isOwn ? wish : whole, asker, service) || isForOthersLoss(service, whole, asker)
  );
}

const asksOfReport = (service: ServiceDefinition, text: string, asker: Asker): boolean =>
  service.audience === 'staff' &&
  ((asker.isManager && isAboutAnother(text, asker, service)) || asksOfSomebody(text));

const SPEAKER = /\b(?:i|im|id|ive|ill|me|my|mine)\b/;

/** What is private is not offered either: it may be about anybody, or long over. */
const withoutStart = (service: ServiceDefinition): Recognised | undefined =>
  service.isPrivate ? undefined : { service, certain: false, isHeard: true, isSure: false };

/** What a phrase says only managers ask for is no staff request that was heard in it. */
const isForManagers = (said: Said, asker: Asker): boolean =>
  !asker.isManager && byPhrases(said, { ...asker, isManager: true })?.certain === true;

/** What a phrase says is doubted where none is so likely. */
const SURELY_NOT = 0.92;

/** "Book leave in tunisia": what is ordered in so few words is meant, whatever the place is called. */
const isShortOrder = (whole: string): boolean =>
  whole.split(' ').length <= MOST_WORDS_OF_ORDER &&
  guards.ordering.some((verb) => whole.startsWith(`${verb} `));

const MOST_WORDS_OF_ORDER = 4;

/** A phrase is sure of what it says; what was learnt hears what no phrase foresaw. */
function decided(
  phrased: Phrased | undefined,
  heard: Heard,
  isOrder: boolean,
): Recognised | undefined {
  const { service, chance, none, isBrief, isSure } = heard;
  if (phrased?.certain === true) {
    const another = chance >= PLAINER && service !== undefined && service !== phrased.service;
    if (another) return { service, certain: true, isHeard: true, isSure };
    const isDoubted = none > SURELY_NOT && !isBrief && !isOrder;
    return { service: phrased.service, certain: !isDoubted, isHeard: false, isSure };
  }
  if (service !== undefined && chance >= STARTED)
    return { service, certain: true, isHeard: true, isSure };
  if (phrased !== undefined) return { ...phrased, isHeard: false, isSure: false };
  // What it is about may hurt somebody who meant another thing: "my mum died, i need time off".
  const isOffered = service?.isPrivate === false && chance >= OFFERED;
  return isOffered ? { service, certain: false, isHeard: true, isSure: false } : undefined;
}
