/**
 * Tells what people say to helplines that they did not ask for: "ok", "no im fine", "leave me
 * alone". It means something else just then than it does in the middle of a request.
 */
import { z } from 'zod';
import raw from './afterword.json';
import { normalise } from './normalise';
import { patternBook } from './pattern';

const { groups, whole } = z
  .strictObject({
    groups: z.record(z.string(), z.array(z.string())),
    whole: z.array(z.string().min(1)),
  })
  .parse(raw);
const { anyOf, hear } = patternBook(groups);
const afterwords = anyOf(whole.map((pattern) => `^(?:<start> )*(?:${pattern})(?: <end>)*$`));

/** True where the message says nothing else. */
export function isAfterword(text: string): boolean {
  const said = normalise(text).replaceAll(' . ', ' ').replace(/ \.$/, '');
  return afterwords.test(said, hear(said));
}
