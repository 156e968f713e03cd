/** "Change the date to friday": which field they want to change, and what else they said. */
import { hasPhrase } from '../catalogue/phrases';
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import answers from '../catalogue/words/answers.json';
import { plain } from './plain';

export interface Mention {
  readonly field: FieldDefinition;
  /** The word by which it was named. */
  readonly word: string;
  /** What is left of the text without the field's name and the word of changing. */
  readonly rest: string;
  /** Whether it is plain that they want to change it, even if no new value could be read. */
  readonly plainly: boolean;
}

const CHANGING = [...answers.changing].map(plain).sort((a, b) => b.length - a.length);
const BESIDE_TOPIC = new Set(answers.besideTopic);
const BESIDE = new RegExp(String.raw`\b(?:${answers.beside.join('|')})\b`, 'g');

/** "(The amount) should be 46.30". */
const SAID_OF_IT = /^(?:the )?(?:(?:is|was|should be|needs to be|ought to be|as|to)(?: |$))+/;

/** @param alone whether a field's name is enough, since "What would you like to change?" was asked. */
export function mentionedField(
  service: ServiceDefinition,
  said: string,
  alone: boolean,
): Mention | undefined {
  // "The change" is a field's own name, though "change" is a word of changing too.
  const isLabel = service.fields.some(({ label }) => plain(label) === said);
  const verb = isLabel ? undefined : CHANGING.find((word) => hasPhrase(word, said));
  const others = verb === undefined ? said : without(said, verb);
  const named = longestName(service, others);
  if (named === undefined) return undefined;
  const value = without(others, named.word).replace(SAID_OF_IT, '');
  const rest = value.replace(BESIDE, '').trim() === '' ? '' : value;
  const plainly = verb !== undefined || alone || others === named.word;
  if (!plainly && !others.startsWith(`${named.word} `)) return undefined;
  return { ...named, rest, plainly };
}

/** Whether the text is about what the field is often about and says little else, or opens with its cue. */
export function isOnlyTopic({ topics, saidAfter }: FieldDefinition, said: string): boolean {
  if (saidAfter.some((cue) => said.startsWith(`${cue} `))) return true;
  const others = said.split(' ').filter((word) => !topics.includes(word));
  return others.length < said.split(' ').length && others.every((word) => BESIDE_TOPIC.has(word));
}

/** "Start date" rather than "date". */
function longestName(
  service: ServiceDefinition,
  text: string,
): { field: FieldDefinition; word: string } | undefined {
  return service.fields
    .flatMap((field) => [field.label, ...field.words].map((word) => ({ field, word: plain(word) })))
    .filter(({ word }) => hasPhrase(word, text))
    .sort((a, b) => b.word.length - a.word.length)[0];
}

function without(text: string, word: string): string {
  return text
    .replace(new RegExp(`(?:^| )${word}(?= |$)`), ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
