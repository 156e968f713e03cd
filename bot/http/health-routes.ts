/** For whoever watches the server: it is up, and it is ready. */
import { json, type Route } from './route';

/** @param ready false while the store or the index cannot serve */
export function healthRoutes(ready: () => Promise<boolean>): Route[] {
  return [
    { method: 'GET', path: '/health', handle: async () => json({ up: true }) },
    {
      method: 'GET',
      path: '/ready',
      handle: async () => ((await ready()) ? json({ ready: true }) : json({ ready: false }, 503)),
    },
  ];
}
