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
  /**
   * A page of it was quiet for as long as a session lasts. Where nothing was done on another one,
   * it ends now, and not some seconds later with somebody else there.
   *
   * @returns whether there is none any more
   */
  closeIfQuiet(id: string | undefined, now: Date): boolean;
}

export const QUIET_MS = 5 * 60_000;
/** A page tells that somebody does something with this delay at the most. */
const TOLD_WITHIN_MS = 20_000;

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
    closeIfQuiet(id, now) {
      const quietSince = now.getTime() - QUIET_MS + TOLD_WITHIN_MS;
      const found = id === undefined ? undefined : open.get(id);
      if (found !== undefined && found.lastTouched > quietSince) return false;
      if (found !== undefined) open.delete(found.session.id);
      return true;
    },
  };
}
