/** What the desk is told of somebody who has left and asks for erasure, and what it tells. */
import { z } from 'zod';

const Name = z.string().trim().min(1).max(300);

/** By their id, or their e-mail as it was. */
export const Erasure = z.object({
  person: Name,
  /** Requests of others stay. */
  organisations: z.array(Name).min(1).max(500),
  /** True: it is only told what would go. An e-mail may be somebody else's by now. */
  look: z.boolean().default(false),
});
export type Erasure = z.infer<typeof Erasure>;

export const Erased = z.object({
  /** The ids of who that is. */
  people: z.array(z.string()),
  erased: z.int().nonnegative(),
  /** Those that have not ended, and stay until then. */
  open: z.int().nonnegative(),
});
export type Erased = z.infer<typeof Erased>;
