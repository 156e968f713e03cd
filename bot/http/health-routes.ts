/** For whoever watches the server: it is up, it is ready, and how old what it knows of people is. */
import { json, type Route } from './route';

/** How fresh the directory is, where it is read again and again. */
export interface DirectoryHealth {
  /** When it was last read without a problem. */
  readonly readAt: string;
  /** Reads have failed for so long that somebody should look. */
  readonly isOld: boolean;
}

/**
 * An old directory leaves the server ready: taking every copy out of service would help nobody.
 *
 * @param ready false while the store or the index cannot serve
 * @param directory undefined where it is read once, at the start
 */
export function healthRoutes(
  ready: () => Promise<boolean>,
  directory: (now: Date) => DirectoryHealth | undefined = () => undefined,
): Route[] {
  return [
    {
      method: 'GET',
      path: '/health',
      handle: async ({ now }) => json({ up: true, directory: directory(now) }),
    },
    {
      method: 'GET',
      path: '/ready',
      handle: async () => ((await ready()) ? json({ ready: true }) : json({ ready: false }, 503)),
    },
  ];
}
