/** A form in a reply: the way to it, or all of its fields. Doors draw it; what comes back is a press. */
import { z } from 'zod';

export const FormFieldShown = z.object({
  name: z.string(),
  input: z.enum(['day', 'month', 'number', 'line', 'words', 'one-of']),
  label: z.string(),
  hint: z.string().nullable(),
  /** Before what is wrong with it, in a list. */
  called: z.string(),
  optional: z.boolean(),
  value: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  maxLength: z.number().nullable(),
  problem: z.string().nullable(),
  /** For doors that look before they send. */
  ifMissing: z.string(),
});
export type FormFieldShown = z.infer<typeof FormFieldShown>;

/** How a field is drawn, through every door. */
export type Widget = 'date' | 'text' | 'number' | 'words' | 'radios' | 'select';

/** More choices than this are a list to open. */
const MOST_RADIOS = 6;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function widgetOf({
  input,
  value,
  choices,
}: Pick<FormFieldShown, 'input' | 'value' | 'choices'>): Widget {
  switch (input) {
    case 'day':
      // A calendar could not give back what is no day.
      return value === '' || DAY.test(value) ? 'date' : 'text';
    case 'number':
    case 'words':
      return input;
    case 'one-of':
      return choices.length > MOST_RADIOS ? 'select' : 'radios';
    case 'line':
    case 'month':
      return 'text';
  }
}

export const FormShown = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('offered'), draft: z.string() }),
  z.object({
    kind: z.literal('open'),
    draft: z.string(),
    /** Of the draft as it was drawn. */
    mark: z.string(),
    title: z.string(),
    fields: z.array(FormFieldShown),
  }),
]);
export type FormShown = z.infer<typeof FormShown>;
export type OpenForm = Extract<FormShown, { kind: 'open' }>;
