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
  const told = found ?? lastSaid(choices, said);
  return told?.value;
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
