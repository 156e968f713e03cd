/** The question after a "no" to the read-back. It belongs to every service, and is no field of any. */
import { FieldDefinition } from './schema';

export const WHAT_TO_CHANGE = 'whatToChange';

export const whatToChange: FieldDefinition = FieldDefinition.parse({
  name: WHAT_TO_CHANGE,
  kind: 'text',
  ask: 'What would you like to change?',
  label: 'what to change',
  maxLength: 500,
});
