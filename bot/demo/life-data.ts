/** What the made-up staff ask and send, as it stands in `life.json`. */
import { z } from 'zod';
import { REASONS } from '../feedback/interaction';
import raw from './life.json';

const Share = z.number().positive();
const Texts = z.array(z.string()).min(1);
const Topic = z.object({ name: z.string(), share: Share, good: z.number(), texts: Texts });
const Reasons = z.array(z.enum(REASONS)).min(1);

const Life = z.object({
  note: z.string(),
  topics: z.array(Topic),
  /** An organisation publishes a slip of the pen: its answers are right until then, and wrong after. */
  wrong: Topic.extend({
    organisation: z.string(),
    policy: z.string(),
    daysAgo: z.int(),
    by: z.string(),
    was: z.string(),
    became: z.string(),
    goodAfter: z.number(),
    reasons: Reasons,
    comments: Texts,
  }),
  /** What no policy speaks of. */
  unfound: z.object({ share: Share, groups: z.array(z.object({ share: Share, texts: Texts })) }),
  /** A topic that is asked so many times more in the last days. */
  rising: z.object({ name: z.string(), days: z.int(), times: z.number() }),
  poor: z.object({ reasons: Reasons, comments: Texts }),
  requests: z.object({
    count: z.int(),
    /** A service that takes so many days more than it should, from a day on. */
    slow: z.object({ service: z.string(), daysAgo: z.int(), slower: z.int() }),
    services: z.array(
      z.object({
        service: z.string(),
        share: Share,
        fields: z.record(z.string(), z.string()),
        summary: z.string(),
      }),
    ),
  }),
});

export const life = Life.parse(raw);
