/**
 * Whether a statement has another figure than the rule that governs it. Silent where in doubt:
 * a right statement must never be contradicted.
 */
import { termsOf } from '../words/normalise';
import { amountsIn, daysOf, isOfNow, plainNumbers, sameAmount, type Amount } from './amounts';
import words from './premise-words.json';

/** `fit` is how much of what stands around the statement's figure stands around the rule's. */
export type Verdict =
  | { readonly kind: 'right'; readonly fit: number }
  /** Markdown without its citation's mark. */
  | { readonly kind: 'wrong'; readonly fit: number; readonly text: string };

interface Placed extends Amount {
  /** Search terms of the sentence it stands in. */
  readonly around: ReadonlySet<string>;
  /** Those of the words right beside it. */
  readonly beside: ReadonlySet<string>;
  readonly before: string;
  readonly behind: string;
  readonly sentence: string;
}

interface RuleFigure extends Placed {
  readonly main: boolean;
}

const NEAR = 28;
const OWN_BEFORE = new RegExp(`\\b${words.ownBefore}\\s+(?:\\w+\\s+){0,2}$`, 'i');
const RULE_BEFORE = new RegExp(
  `(?:\\b|')${words.ruleBefore}\\s+(?:(?!have|had)\\w+\\s+){0,2}$`,
  'i',
);
const OWN_BEHIND = new RegExp(`^\\s*${words.ownBehind}`, 'i');
/** "3 years nhs service" is somebody's own, unless so much of it is needed. */
const SERVICE_BEHIND = /^(?:'|of|in|the|nhs|continuous|\s)*\b(?:service|nhs|here)\b/i;
const NEEDED_BEFORE = /\b(?:need|needs|must|requires?|wait|at least|takes?)\b[^,]*$/i;
const CONDITION = new RegExp(`\\b${words.condition}\\s+(?:\\w+\\s+)?$`, 'i');
const OF_THE_ASKER = new RegExp(`\\b${words.own}\\s+(?:less than\\s+)?$`, 'i');
/** What the asker said of themselves is told again with a sum. */
const OF_SERVICE = /^(?: and \d+ months?)? of (?:nhs )?service\b(?! in a row)/i;
/** "Is due after 8 hours", "only after a year": there the length is the rule. */
const BEGINS = /\b(?:due|only|until|starts?|begins?|comes?)\s+(?:in\s+)?(?:after|over|once)\s+$/i;
const HAVE = /(?:\bhave|\bhas|'ve|'s)\s+(?:got\s+)?$/i;
const MOST =
  /\b(?:capped|cap|most|max(?:imum)?|limit|up to|no more than|never more than)\b[^,.]{0,8}$/i;
const EACH = /^(?:'s)?\s*(?:of\s+)?(?:\w+\s+){0,2}(?:each|per|every)\b/i;
const FIRST_DAY = /\b(?:first (?:full )?day|day one)\b/i;
const WAITS = /\b(?:wait|need|needs|service|before|after|have to be|until|from the)\b/i;

interface Rule {
  /** Markdown, as the asker would be told. */
  readonly text: string;
  /** What it is about. */
  readonly heading: string;
}

export function verdictOn(statement: string, rule: Rule): Verdict | undefined {
  const said = plainNumbers(statement);
  const claims = placed(said).filter((one) => isClaim(one, said));
  const sentences = sentencesOf(rule.text);
  const figures = sentences
    .filter(({ text }) => isOfNow(text))
    .flatMap(({ text, main }) => placed(text).map((figure) => ({ ...figure, main })))
    .filter(({ before, behind }) => !OF_THE_ASKER.test(before) && !OF_SERVICE.test(behind));
  const subject = shared(termsIn(said), termsIn(rule.heading));
  const verdicts = claims.flatMap((claim) => verdictOnOne(claim, figures, subject) ?? []);
  const wrong = verdicts.find(({ kind }) => kind === 'wrong');
  if (wrong !== undefined || verdicts.length > 0) return wrong ?? verdicts[0];
  const isLater = claims.some((claim) => (daysOf(claim) ?? 0) > 1) && WAITS.test(said);
  const fromFirst = sentences.some(
    ({ text }) => FIRST_DAY.test(text) && sharedTerms(text, said) > 0,
  );
  return isLater && fromFirst && subject >= 1
    ? { kind: 'wrong', fit: subject, text: 'It is **from your first day**, with no wait' }
    : undefined;
}

/** Found on statements written for it, right and wrong ones: below these, right ones are contradicted. */
const LEAST = 3;
const LEAST_OF_ANOTHER_UNIT = 4;
const LEAST_IN_PASSING = 2;

function verdictOnOne(
  claim: Placed,
  figures: readonly RuleFigure[],
  subject: number,
): Verdict | undefined {
  const scored = figures
    .filter((figure) => canCompare(claim, figure))
    .map((figure) => ({ figure, fit: fitOf(claim, figure), same: sameAmount(claim, figure) }))
    .sort((a, b) => b.fit - a.fit);
  const [best] = scored.filter(({ figure, same }) => !same && !isWithin(claim, figure));
  const equal = scored.find(
    ({ figure, same, fit }) => same && (figure.main || fit >= LEAST_IN_PASSING),
  );
  if (equal !== undefined) return { kind: 'right', fit: equal.fit };
  if (best === undefined) return undefined;
  const whole = wholeOf(claim, figures);
  if (whole !== undefined) return { kind: 'wrong', fit: best.fit, text: whole };
  const inUnit = scored.filter(({ figure }) => figure.unit === claim.unit);
  const alone = inUnit.every(({ figure }) => sameAmount(figure, best.figure));
  const least = !isNear(claim.unit, best.figure.unit)
    ? LEAST_OF_ANOTHER_UNIT
    : alone && inUnit.length > 0 && subject > 0
      ? 1
      : LEAST;
  const doubt = scored.some(
    ({ figure, fit }) => fit === best.fit && !sameAmount(figure, best.figure),
  );
  if (doubt || best.fit < least) return undefined;
  return { kind: 'wrong', fit: best.fit, text: sayRight(best.figure, claim) };
}

/** "At least 1 week" leaves room for 2, and "up to 10 days" for 5, unless a limit was stated. */
function isWithin(claim: Placed, figure: Placed): boolean {
  const [said, ruled] = [daysOf(claim) ?? claim.value, daysOf(figure) ?? figure.value];
  const bound = BOUND.exec(figure.before)?.[1]?.toLowerCase();
  if (bound === undefined || MOST.test(claim.before)) return false;
  return bound === 'at least' || bound === 'more than' ? said > ruled : said < ruled;
}

const MONTHS_AND_YEARS = new Set(['month', 'year']);
const isNear = (one: string, other: string): boolean =>
  one === other || (MONTHS_AND_YEARS.has(one) && MONTHS_AND_YEARS.has(other));

/** Lengths of time with one another, all else with its own kind; "for each year" with the same only. */
function canCompare(claim: Placed, figure: Placed): boolean {
  if (EACH.test(claim.behind) && !EACH.test(figure.behind)) return false;
  return (
    claim.unit === figure.unit || (daysOf(claim) !== undefined && daysOf(figure) !== undefined)
  );
}

/** A rule's figure, and not how long somebody has worked, or what they did. */
function isClaim({ before, index, written }: Placed, text: string): boolean {
  const behind = text.slice(index + written.length);
  // "From day one" says when, not how long.
  if (/^day (?:one|1)$/i.test(written)) return false;
  if (OWN_BEHIND.test(behind)) return false;
  if (SERVICE_BEHIND.test(behind) && !NEEDED_BEFORE.test(before)) return false;
  if (CONDITION.test(before) && !BEGINS.test(before)) return false;
  if (HAVE.test(before) && /^\s*to\b/.test(behind)) return true;
  return !OWN_BEFORE.test(before) || RULE_BEFORE.test(before);
}

/** 27 days and 8 are 35 to somebody who counts them together: they are told both. */
function wholeOf(claim: Placed, figures: readonly Placed[]): string | undefined {
  const parts = figures.find((one) =>
    figures.some(
      (other) =>
        one !== other &&
        one.sentence === other.sentence &&
        one.unit === claim.unit &&
        other.unit === claim.unit &&
        /\bplus\b/.test(one.sentence) &&
        one.value + other.value === claim.value,
    ),
  );
  return parts?.sentence.replace(/[.:]$/, '');
}

/** How much of what stands around the one stands around the other. */
function fitOf(claim: Placed, figure: Placed): number {
  return (
    shared(claim.around, figure.around) +
    2 * shared(claim.beside, figure.beside) +
    (claim.unit === figure.unit ? 1 : 0) +
    (MOST.test(claim.before) && MOST.test(figure.before) ? 2 : 0)
  );
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((term) => other.has(term)).length;

const BOUND = /\b(up to|at least|at most|no more than|never more than|within|more than)\s*$/i;

function sayRight(figure: Placed, claim: Placed): string {
  const bound = BOUND.exec(figure.before)?.[1]?.toLowerCase().replace('never', 'no');
  const not =
    figure.unit === claim.unit && !/time/i.test(claim.written) ? numberIn(claim) : claim.written;
  const more = figure.unit === '%' && /time/i.test(claim.written) ? ' more' : '';
  return `It is ${bound === undefined ? '' : `${bound} `}**${figure.written}${more}**, not ${not}`;
}

const numberIn = ({ value, unit }: Amount): string =>
  unit === '£' ? `£${value}` : unit === '%' ? `${value}%` : String(value);

/** What a rule says, sentence by sentence; `main` where the first clause says it. */
const sentencesOf = (markdown: string): { text: string; main: boolean }[] =>
  markdown.split(/\n{2,}/).flatMap((paragraph) => {
    const main = !/\[\d+\]/.test(paragraph) || paragraph.includes('[1]');
    return paragraph
      .replaceAll('**', '')
      .replaceAll(/\[\d+\]/g, '')
      .split(/(?<=[.!?])\s+|\n+/)
      .map((one) => ({ text: one.replace(/^[-*] /, '').trim(), main }))
      .filter(({ text }) => text !== '');
  });

const UNITS = new Set(['day', 'week', 'month', 'year', 'hour', 'minut']);

function placed(sentence: string): Placed[] {
  const found = amountsIn(sentence);
  const around = termsIn(sentence);
  return found.map((amount) => {
    const behind = sentence.slice(amount.index + amount.written.length);
    const before = sentence.slice(Math.max(0, amount.index - NEAR), amount.index);
    const beside = termsIn(
      `${before.split(/[,;:]/).at(-1) ?? ''} ${behind.slice(0, NEAR).split(/[,;:.]/)[0] ?? ''}`,
    );
    return { ...amount, around, beside, before, behind, sentence };
  });
}

const termsIn = (text: string): ReadonlySet<string> =>
  new Set(termsOf(text).filter((term) => !/[#~\d]/.test(term) && !UNITS.has(term)));

/** How many search terms two texts have in common. */
export const sharedTerms = (one: string, other: string): number =>
  shared(termsIn(one), termsIn(other));
