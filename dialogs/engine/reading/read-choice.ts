/** One of a field's choices: by its label, its other words or yes and no; unasked, by its phrases only. */
import { findPhrase, wordsOfPhrase } from '../../catalogue/phrases';
import type { Choice, FieldDefinition } from '../../catalogue/schema';
import { plain } from '../plain';
import { isAnswer } from './answers';

export function readChoice(
  said: string,
  field: FieldDefinition,
  asked: boolean,
): string | undefined {
  const choices = field.choices ?? [];
  const found = choices.find((choice) => (asked ? isChosen(choice, said) : isNamed(choice, said)));
  const told = found ?? lastSaid(choices, said) ?? (asked ? explained(choices, said) : undefined);
  return told?.value;
}

/** "Yes she emailed", "he said yes in an email": one of the two words, and nothing that takes it back. */
function explained(choices: readonly Choice[], said: string): Choice | undefined {
  const value = agreementIn(said);
  return value === undefined ? undefined : choices.find((choice) => choice.value === value);
}

const YES = /\b(?:yes|yeah|yep|yup|aye)\b/;
const NO = /^(?:no|nope|nah|not yet)\b/;
/** "Yes but only verbally" leaves it open; "no its jin" is about something else. */
const TAKES_BACK =
  /\b(?:but|not|no|nope|nah|\w+nt|except|unless|only|maybe|think|verbal|verbally|sort of|kind of|if|when|whether)\b/;
const OF_THEM = /\b(?:she|he|they|her|him|them|not|yet|havent|hasnt)\b/;

function agreementIn(said: string): 'yes' | 'no' | undefined {
  if (YES.test(said)) return TAKES_BACK.test(said) ? undefined : 'yes';
  return NO.test(said) && OF_THEM.test(said) ? 'no' : undefined;
}

function isNamed(choice: Choice, said: string): boolean {
  return choice.value !== 'yes' && choice.value !== 'no' && isChosen(choice, said);
}

function isChosen(choice: Choice, said: string): boolean {
  if ([choice.label, choice.value, ...choice.words].some((words) => plain(words) === said))
    return true;
  return (choice.value === 'yes' || choice.value === 'no') && isAnswer(choice.value, said);
}

/**
 * "not agreed in writing" also holds "agreed in writing": what was said in more letters wins; of
 * as many, what was said last ("from band 3 to band 4").
 */
function lastSaid(choices: readonly Choice[], said: string): Choice | undefined {
  const found = choices.flatMap((choice) =>
    choice.saidBy.flatMap((phrase) => {
      const words = wordsOfPhrase(phrase, said);
      const at = findPhrase(phrase, said) ?? 0;
      return words === undefined ? [] : [{ choice, length: words.length, at }];
    }),
  );
  return found.sort((a, b) => b.length - a.length || b.at - a.at)[0]?.choice;
}
