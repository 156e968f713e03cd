/**
 * Whether a message is about somebody else: "Tom is off sick today", "my sister lost her baby".
 * Staff ask for themselves, so such a message starts nothing in their own name.
 */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import notNames from '../catalogue/words/not-names.json';
import words from '../catalogue/words/others.json';
import type { Asker } from './asker';
import { namesAsTokens } from './names-as-tokens';
import { clauses, plain } from './plain';

const either = (list: readonly string[]): string => list.join('|');

/** What somebody is, does or has, in the third person. */
const DOES = `(?:${either(words.does)})`;
/** "My manager is happy with it", "Kwame has agreed to take my night": they agree to what the speaker asks. */
const AGREES = String.raw`(?: (?!off\b|not\b)\S+){0,2} (?:${either(words.agrees)})\b`;
const COLLEAGUE = `(?:${either(words.colleagues)})`;
const FAMILY = `(?:${either(words.relations)})`;
const PARTNER = `(?:${either(words.partners)})`;
const OPENING = String.raw`^(?:(?:${either(words.openings)}) )*`;

const NAMED = new RegExp(String.raw`\breportname\b`);
const subject = (who: string): RegExp =>
  new RegExp(String.raw`${OPENING}(?:${who})s?(?: \S+){0,4}? ${DOES}\b(?!${AGREES})`);
const SUBJECT = subject(either([COLLEAGUE, 'he', 'she', ...words.people]));
/** They stand in one's own story as well: "my mum has dementia and I do her mornings". */
const BESIDE_ONESELF = subject(either([FAMILY, ...words.besideOneself]));
const COLLEAGUES = subject(COLLEAGUE);
const PARTNERS = new RegExp(String.raw`${OPENING}(?:my |our )?${PARTNER}\b`);
const VERB = 'for|book|put|log|mark|record|report|sign|down';
const forWhom = (who: string): RegExp =>
  new RegExp(
    String.raw`\b(?:(?:${VERB}) (?:${who})|for them)\b(?! (?:to|know|that|about|i|im|notice)|(?: \S+)? (?:in|instead|as my)\b)`,
  );
const FOR_ANOTHER = forWhom(either([COLLEAGUE, 'him', 'her']));
const FOR_FAMILY = forWhom(FAMILY);
const FOR_COLLEAGUE = new RegExp(
  String.raw`\b(?:${VERB}) ${COLLEAGUE}(?! (?:to|know|that|about|i|im|notice))`,
);
/** "Bereavement leave for him please". */
const LEAVE_FOR = /\bleave for (?:him|her|them)\b/;
/** A name at the start, with its capital: "Zofia has been off sick since monday". */
const CAPITAL = new RegExp(
  String.raw`^\s*(?:(?:Dr|Mr|Mrs|Ms|Miss|Sister)\.? )?(\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)?(?: (?:wife|husband|partner|mum|dad))? ${DOES}\b(?!${AGREES})`,
  'u',
);
/** "Log Tom as sick", "book Ana off". */
const CAPITAL_FOR =
  /\b(?:[Bb]ook|[Pp]ut|[Ll]og|[Mm]ark|[Rr]ecord|[Rr]eport|[Ss]ign) (\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)? (?:off|down|as|sick|in)\b/u;
/** "Change Dina's address". */
const CAPITAL_HAS =
  /\b(\p{Lu}\p{L}+)(?: \p{Lu}[\p{L}-]+)?['’]s (?:new |home |last )?(?:surname|name|address|postcode|number|email|phone|mobile|details|next of kin|emergency contact)/u;
const NOT_NAMES = new Set([...notNames, ...words.notNames]);

/** The speaker, and not only "my wife" or "my manager". */
const ONESELF = /\b(?:i|im|ive|id|ill|me|mine|myself|my)\b/;
const OF_OTHERS = new RegExp(
  String.raw`\b(?:${either([FAMILY, COLLEAGUE, ...words.besideOneself])})\b`,
  'g',
);

/**
 * "My mum is visiting so can i book off friday" asks for one's own. What is private is held to be
 * about the other one even then ("she lost the baby, i need a form"): to start it hurts.
 */
export function isAboutAnother(
  text: string,
  asker: Asker,
  { isPrivate, mayTellOf }: Pick<ServiceDefinition, 'isPrivate' | 'mayTellOf'>,
): boolean {
  const whole = plain(text);
  const isForMe = hasAnyPhrase(words.forMe, whole);
  if (mayTellOf === 'nobody' && !isPrivate && isForMe) return false;
  if (namesReport(text, asker)) return true;
  if (mayTellOf === 'anybody') return false;
  if (mayTellOf === 'family') return !isForMe && isAboutColleague(text);
  if (hasAnyPhrase(words.namedOnOnesRecord, whole))
    return clauses(text).some(({ said }) => namesAnother(said));
  const isOfOneself = !isPrivate && ONESELF.test(whole.replace(OF_OTHERS, ' '));
  return clauses(text).some(({ said, plain: clause }) => {
    if (mayTellOf === 'partner' && PARTNERS.test(clause)) return false;
    if (SUBJECT.test(clause) || FOR_ANOTHER.test(clause)) return true;
    const mayBeOther = BESIDE_ONESELF.test(clause) || FOR_FAMILY.test(clause);
    return (!isOfOneself && mayBeOther) || namesAnother(said);
  });
}

/** "Can Jo work from home": with the capital of a name. */
export function asksOfSomebody(text: string): boolean {
  const name = ASKED_OF.exec(text)?.[1];
  return name !== undefined && !NOT_NAMES.has(plain(name));
}

const ASKED_OF =
  /^\s*(?:[Cc]an|[Cc]ould|[Mm]ay|[Ss]hould|[Dd]oes|[Ii]s|[Ww]ill) (?!I\b|HR\b|OH\b)(\p{Lu}\p{L}+)(?: \p{Lu}[\p{L}-]+)? (?!not\b)\p{Ll}/u;

function namesAnother(said: string): boolean {
  const name =
    CAPITAL.exec(said.replace(/['’]/g, ''))?.[1] ??
    CAPITAL_FOR.exec(said)?.[1] ??
    CAPITAL_HAS.exec(said)?.[1];
  return name !== undefined && !NOT_NAMES.has(plain(name));
}

/** Leave for one's family tells of them: only a colleague is somebody else there. */
function isAboutColleague(text: string): boolean {
  return clauses(text).some(
    ({ said, plain: clause }) =>
      COLLEAGUES.test(clause) ||
      FOR_COLLEAGUE.test(clause) ||
      LEAVE_FOR.test(clause) ||
      CAPITAL_FOR.test(said),
  );
}

const namesReport = (text: string, { reports }: Asker): boolean =>
  reports.length > 0 && NAMED.test(namesAsTokens(plain(text), reports));
