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
const COLLEAGUE = `(?:${either(words.colleagues)})`;
const RELATION = `(?:${either([...words.relations, ...words.colleagues])})`;
const PARTNER = `(?:${either(words.partners)})`;
const OPENING = String.raw`^(?:(?:${either(words.openings)}) )*`;

const NAMED = new RegExp(String.raw`\breportname\b`);
const SUBJECT = new RegExp(
  String.raw`${OPENING}(?:${RELATION}|he|she|they|${either(words.people)})s?(?: \S+){0,4}? ${DOES}\b`,
);
const COLLEAGUES = new RegExp(String.raw`${OPENING}${COLLEAGUE}s?(?: \S+){0,4}? ${DOES}\b`);
const PARTNERS = new RegExp(String.raw`${OPENING}(?:my |our )?${PARTNER}\b`);
const FOR_ANOTHER = new RegExp(
  String.raw`\b(?:for|book|put|log|mark|record|report|sign|down) (?:${RELATION}|him|her|them)\b(?! (?:to|know|that|about|i|im|notice)|(?: \S+)? (?:in|instead|as (?:my|next|emergency))\b)`,
);
const FOR_COLLEAGUE = new RegExp(
  String.raw`\b(?:for|book|put|log|mark|record|report|sign|down) ${COLLEAGUE}(?! (?:to|know|that|about|i|im|notice))`,
);
/** "Bereavement leave for him please". */
const LEAVE_FOR = /\bleave for (?:him|her|them)\b/;
/** A name at the start, with its capital: "Zofia has been off sick since monday". */
const CAPITAL = new RegExp(
  String.raw`^\s*(?:(?:Dr|Mr|Mrs|Ms|Miss|Sister)\.? )?(\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)?(?: (?:wife|husband|partner|mum|dad))? ${DOES}\b`,
  'u',
);
/** "Log Tom as sick", "book Ana off". */
const CAPITAL_FOR =
  /\b(?:[Bb]ook|[Pp]ut|[Ll]og|[Mm]ark|[Rr]ecord|[Rr]eport|[Ss]ign) (\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)? (?:off|down|as|sick|in)\b/u;
/** "Change Dina's address". */
const CAPITAL_HAS =
  /\b(\p{Lu}\p{L}+)(?: \p{Lu}[\p{L}-]+)?['’]s (?:new |home |last )?(?:surname|name|address|postcode|number|email|phone|mobile|details|next of kin|emergency contact)/u;
const NOT_NAMES = new Set([...notNames, ...words.notNames]);

/**
 * "My mum is visiting so can i book off friday" asks for one's own. What is private is held to be
 * about the other one even then ("she lost the baby, i need a form"): to start it hurts.
 */
export function isAboutAnother(
  text: string,
  asker: Asker,
  { isPrivate, mayTellOf }: Pick<ServiceDefinition, 'isPrivate' | 'mayTellOf'>,
): boolean {
  const isForMe = hasAnyPhrase(words.forMe, plain(text));
  if (mayTellOf === 'nobody' && !isPrivate && isForMe) return false;
  if (namesReport(text, asker)) return true;
  if (mayTellOf === 'anybody') return false;
  if (mayTellOf === 'family') return !isForMe && isAboutColleague(text);
  return clauses(text).some(({ said, plain: clause }) => {
    if (mayTellOf === 'partner' && PARTNERS.test(clause)) return false;
    if (SUBJECT.test(clause) || FOR_ANOTHER.test(clause)) return true;
    const name =
      CAPITAL.exec(said.replace(/['’]/g, ''))?.[1] ??
      CAPITAL_FOR.exec(said)?.[1] ??
      CAPITAL_HAS.exec(said)?.[1];
    return name !== undefined && !NOT_NAMES.has(plain(name));
  });
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
