/**
 * A Session says who sits in front of a browser. It lives in memory, and ends after five minutes
 * of quiet: ward computers are shared, and the next person must not find the last one's words.
 */
import type { PersonId } from '../directory/directory';

export interface Session {
  readonly id: string;
  readonly person: PersonId;
  /** Every form of this session carries it; no other page can know it. */
  readonly key: string;
}

export interface Sessions {
  open(person: PersonId, now: Date): Session;
  /** Somebody did something: the quiet starts anew. */
  touch(id: string | undefined, now: Date): Session | undefined;
  /** A page asked by itself: the quiet goes on. */
  peek(id: string | undefined, now: Date): Session | undefined;
  close(id: string | undefined): void;
}

export const QUIET_MS = 5 * 60_000;

/** @param newSecret at least 128 random bits as text, never the same twice */
export function createSessions(newSecret: () => string): Sessions {
  const open = new Map<string, { session: Session; lastTouched: number }>();

  const peek = (id: string | undefined, now: Date): Session | undefined => {
    const found = id === undefined ? undefined : open.get(id);
    if (found === undefined) return undefined;
    if (now.getTime() - found.lastTouched < QUIET_MS) return found.session;
    open.delete(found.session.id);
    return undefined;
  };

  return {
    open(person, now) {
      for (const id of open.keys()) peek(id, now); // forgets those that ended, so that memory stays small
      const session: Session = { id: newSecret(), person, key: newSecret() };
      open.set(session.id, { session, lastTouched: now.getTime() });
      return session;
    },
    touch(id, now) {
      const session = peek(id, now);
      if (session !== undefined) open.set(session.id, { session, lastTouched: now.getTime() });
      return session;
    },
    peek,
    close(id) {
      if (id !== undefined) open.delete(id);
    },
  };
}
