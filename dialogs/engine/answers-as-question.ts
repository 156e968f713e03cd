/** When a question is an answer after all: "friday?", "can we make it the 8th?". */
import { compilePhrase, hasPhrase } from '../catalogue/phrases';
import answers from '../catalogue/words/answers.json';
import type { FieldDefinition } from '../catalogue/schema';
import type { Asker } from './asker';
import { namesAsTokens } from './names-as-tokens';
import { withoutOpening } from './questions';

interface Heard {
  readonly said: string;
  readonly asked: FieldDefinition | undefined;
  /** What stands after "can we make it", "how about". */
  readonly suggested: string | undefined;
  readonly asker: Asker;
}

const WHEN = compilePhrase('^ {when}');
const LITTLE_WORDS = new Set([...answers.little, 'reportname']);

export function answersAsQuestion({ said, asked, suggested, asker }: Heard): boolean {
  const bare = withoutOpening(said);
  if (asked?.kind === 'text') return asked.saidBy.some((phrase) => hasPhrase(phrase, bare));
  return isOnlyValues(suggested ?? bare, asker);
}

/** Nothing but days, hours and names. */
function isOnlyValues(text: string, asker: Asker): boolean {
  const rest = namesAsTokens(text, asker.reports)
    .concat(' ')
    .replace(WHEN, '')
    .replace(/\d+(?:\.\d+)?/g, '');
  return text !== '' && rest.split(' ').every((word) => word === '' || LITTLE_WORDS.has(word));
}
