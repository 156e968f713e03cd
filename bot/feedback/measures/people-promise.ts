/** The seven elements of the NHS People Promise, and which of them each policy serves first. */
import { z } from 'zod';
import file from './people-promise.json';

const File = z.object({
  source: z.url(),
  note: z.string(),
  elements: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        policies: z.array(z.string()),
      }),
    )
    .length(7),
});

export const promise = File.parse(file).elements;

export const promised: ReadonlySet<string> = new Set(promise.flatMap(({ policies }) => policies));
