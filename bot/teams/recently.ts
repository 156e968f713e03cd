/**
 * What this process remembers for some minutes: bounded, lost on a restart, and nothing depends on
 * it but comfort. What must not be lost is in the store.
 */
export interface Recently<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

const MOST_ENTRIES = 20_000;

export function recently<T>(keepMs: number, clock: () => Date): Recently<T> {
  const entries = new Map<string, { value: T; until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > clock().getTime() ? entry.value : undefined;
    },
    set(key, value) {
      entries.delete(key); // so that the oldest stay in front
      entries.set(key, { value, until: clock().getTime() + keepMs });
      const [oldest] = entries.keys();
      if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
    delete(key) {
      entries.delete(key);
    },
  };
}
