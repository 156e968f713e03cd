/**
 * How fast messages may go to Teams. It publishes how many it takes from a bot in one conversation
 * and from an app in one tenant; beyond that it refuses, and messages are late.
 *
 * Replies to what somebody just said are counted and never held up. What nobody waits for in that
 * moment keeps inside the limits, and leaves room for them.
 */
export interface Pace {
  /** One message goes now. */
  readonly note: (to: Addressed) => void;
  /** Lets one more go now, and notes it; or says how many milliseconds it has to wait. */
  readonly take: (to: Addressed) => number;
}

export interface Addressed {
  readonly conversation: string;
  readonly tenant: string;
}

interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const A_CONVERSATION: readonly Limit[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];
/** Of the 30 a second that Teams takes for a tenant, ten are kept for replies. */
const A_TENANT: readonly Limit[] = [{ most: 20, withinMs: 1_000 }];

const MOST_CONVERSATIONS = 20_000;

/** @param stopwatch milliseconds that only ever rise */
export function createPace(stopwatch: () => number): Pace {
  const conversations = createTimes(A_CONVERSATION);
  const tenants = createTimes(A_TENANT);
  const noteAt = ({ conversation, tenant }: Addressed, now: number): void => {
    conversations.note(conversation, now);
    tenants.note(tenant, now);
  };
  return {
    note(to) {
      noteAt(to, stopwatch());
    },
    take(to) {
      const now = stopwatch();
      const wait = Math.max(conversations.wait(to.conversation, now), tenants.wait(to.tenant, now));
      if (wait === 0) noteAt(to, now);
      return wait;
    },
  };
}

/** When messages went, by whom they went to, for as long as a limit looks back. */
function createTimes(limits: readonly Limit[]) {
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const mostLookedAt = Math.max(...limits.map(({ most }) => most));
  const times = new Map<string, number[]>();
  return {
    note(key: string, now: number): void {
      const sent = times.get(key) ?? [];
      sent.push(now);
      if (sent.length > mostLookedAt || (sent[0] ?? now) <= now - longest) sent.shift();
      times.delete(key); // so that the quietest stay in front
      times.set(key, sent);
      const [quietest] = times.keys();
      if (times.size > MOST_CONVERSATIONS && quietest !== undefined) times.delete(quietest);
    },
    wait(key: string, now: number): number {
      const sent = times.get(key) ?? [];
      const waits = limits.map(({ most, withinMs }) => {
        const first = sent.at(-most);
        return first === undefined ? 0 : first + withinMs - now;
      });
      return Math.max(0, ...waits);
    },
  };
}

/** Thrown where a message would have to wait for longer than its sender can. */
export class TooFast extends Error {
  override readonly name = 'TooFast';

  constructor(readonly waitMs: number) {
    super(`Teams takes no more messages there for ${waitMs} ms.`);
  }
}
