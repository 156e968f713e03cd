/** "Jin not Ana", "not the 3rd, the 4th": what is right, and what stands in the request in its place. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import type { Draft, FieldValue } from '../request';
import type { Gathered } from './gathered';
import { plain } from './plain';

export interface Contrast {
  readonly right: string;
  readonly wrong: string;
}

const MOST_WORDS = 5;
const AND_NOT =
  /^(.+?),?\s+(?:(?:and|but)\s+)?(?:not|instead\s+of|rather\s+than)\s+((?:[^,;.!?]|[.,](?=\d))+?)[\s.!]*$/i;
/** Between what is wrong and what is right stands a comma or a word of turning. */
const NOT_BUT =
  /^(?:(?:no|sorry|oh|wait|actually)\b[\s,.]*)*(?:(?:it|that)['’]?s\s+)?not\s+((?:[^,;.!?]|[.,](?=\d))+?)(?:\s*[,;.]\s+(?:(?:but|its|it['’]s|it\s+is|make\s+it)\s+)?|\s+(?:but|its|it['’]s|it\s+is|make\s+it|i\s+meant?)\s+)(\S.*?)[\s.!]*$/i;

/** @returns undefined where nothing is set against something else */
export function contrastIn(text: string): Contrast | undefined {
  const [, wrongFirst, rightLast] = NOT_BUT.exec(text.trim()) ?? [];
  if (wrongFirst !== undefined && rightLast !== undefined)
    return brief({ right: rightLast, wrong: wrongFirst });
  const [, right, wrong] = AND_NOT.exec(text.trim()) ?? [];
  return right === undefined || wrong === undefined ? undefined : brief({ right, wrong });
}

const brief = (contrast: Contrast): Contrast | undefined =>
  contrast.wrong.split(/\s+/).length <= MOST_WORDS ? contrast : undefined;

/**
 * The field that holds what is called wrong.
 *
 * @param read what a text says for a field, as if that were asked for
 */
export function fieldHolding(
  wrong: string,
  { fields: defined }: ServiceDefinition,
  { fields }: Pick<Draft, 'fields'>,
  read: (field: FieldDefinition, said: string) => Gathered,
): FieldDefinition | undefined {
  return defined.find((field) => {
    const had = fields[field.name];
    if (had === undefined) return false;
    if (field.kind === 'text') return field.isOrganisation && holdsWords(had, wrong);
    return read(field, wrong).values[field.name] === had;
  });
}

const holdsWords = (had: FieldValue, wrong: string): boolean =>
  ` ${plain(String(had))} `.includes(` ${plain(wrong)} `);
