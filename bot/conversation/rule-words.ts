/** The national words and the organisation's own, each marked as what it is, the one to follow first. */
import type { Answered, Said, SaidBeside } from '../../knowledge';
import { wording } from '../wording';
import { paragraphsOf } from './fold';

/** @param organisation how staff call it; undefined for an asker of none, who has no own rules */
export const ruleWords = (outcome: Answered, organisation: string | undefined): string =>
  [outcome, ...outcome.more].map((said) => wordsOf(said, organisation)).join('\n\n');

/** A rule beside the answer, under the question that it answers. */
export function besideWords(
  { question, own, text, unconfirmed }: SaidBeside,
  organisation: string | undefined,
): string {
  const { at, nationalBeside } = wording.ownRule;
  const local =
    own === null || organisation === undefined ? [] : [introduced(at(organisation), own)];
  const national =
    text === null ? [] : [local.length === 0 ? text : introduced(nationalBeside, text)];
  return [
    `**${question}**`,
    ...local,
    ...national,
    ...(unconfirmed ? [wording.unconfirmed] : []),
  ].join('\n\n');
}

/** How many paragraphs there are up to the national words: an own rule does not hide what they give. */
export const upToNational = (answer: readonly string[]): number =>
  paragraphsOf(answer.join('\n\n')).findIndex((paragraph) =>
    paragraph.includes(wording.ownRule.nationalBeside),
  ) + 1;

function wordsOf(
  { text, variation, ownRule, notNational }: Said,
  organisation: string | undefined,
): string {
  if (organisation === undefined) return text;
  const { at, prevails, isFirst, nationalBeside } = wording.ownRule;
  if (ownRule)
    return `${introduced(at(organisation), text)}\n\n${notNational ? wording.ownRule.notNational : wording.ownRule.leftToEmployers}`;
  if (variation === null) return text;
  const own = introduced(at(organisation), variation.text);
  const national = introduced(nationalBeside, text);
  if (variation.prevails) return `${own}\n\n${prevails} ${national}`;
  return variation.isFirst ? `${own}\n\n${isFirst} ${national}` : `${text}\n\n${own}`;
}

/** A list or a table needs a line of its own to stay one. */
const introduced = (by: string, text: string): string =>
  /^(?:[-*+] |\d+[.)] |\|)/.test(text) ? `${by}\n\n${text}` : `${by} ${text}`;
