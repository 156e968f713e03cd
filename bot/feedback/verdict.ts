/**
 * A Verdict is what a reviewer found of an interaction. It is kept apart from what the person said
 * of it: somebody may be unhappy with a right answer, and happy with a wrong one.
 */
import { z } from 'zod';

export const VERDICTS = ['right', 'partly', 'wrong'] as const;
export const CAUSES = [
  'clause-missing',
  'clause-unclear',
  'search-missed',
  'should-have-gone-to-a-person',
] as const;

/** Each is kept; the newest counts. */
export const Verdict = z.object({
  /** Made when the form was drawn: the same form sent twice is one verdict. */
  id: z.string(),
  interaction: z.string(),
  /** The person's id. */
  reviewer: z.string(),
  at: z.iso.datetime(),
  verdict: z.enum(VERDICTS),
  /** What was the matter; null where it was right. */
  cause: z.enum(CAUSES).nullable(),
  note: z.string().max(1000).nullable(),
});
export type Verdict = z.infer<typeof Verdict>;
