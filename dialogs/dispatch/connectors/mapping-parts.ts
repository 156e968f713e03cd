/** What the lines of a connector's file are made of. */
import { z } from 'zod';

export const Words = z.string('must be text; put quotes round it').min(1, 'must not be empty');
export const Path = z.string().regex(/^\//, 'must begin with /');
export const Place = z
  .string()
  .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be names with dots between, such as result.number');
export const Query = z.record(z.string(), Words).default({});
