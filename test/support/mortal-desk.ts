/**
 * A program that is a desk over the database at a path, and says its address. With `mortal` it is
 * killed as soon as it has taken a request, before it can answer.
 */
import { deskRoutes } from '../../bot/desk/desk-routes';
import { openDeskStore } from '../../bot/desk/desk-store';
import { DESK_SECRET } from './open-desk';
import { serveRoutes } from './serve-routes';

async function main([file = '', now = '', mode = '']: readonly string[]): Promise<void> {
  const store = await openDeskStore({ kind: 'file', path: file });
  const mortal: typeof store = {
    ...store,
    accept: async (...handed) => {
      const accepted = await store.accept(...handed);
      process.kill(process.pid, 'SIGKILL');
      return accepted;
    },
  };
  const { url } = await serveRoutes(
    deskRoutes({
      store: mode === 'mortal' ? mortal : store,
      secret: DESK_SECRET,
      clock: () => new Date(now),
    }),
  );
  process.stdout.write(`${url}\n`);
}

void main(process.argv.slice(2));
