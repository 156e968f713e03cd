/** How fields and services are called in the catalogue. */
import { z } from 'zod';

export const FieldName = z.string().regex(/^[a-z][A-Za-z]*$/, 'must be one camelCase word');
export const ServiceId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'must be lower case words with hyphens');
