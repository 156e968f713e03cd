/** Runs the people services desk as a process of its own. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startLoop } from '../../dialogs';
import { startServer } from '../http/server';
import { createLog } from '../log';
import { deskRoutes } from './desk-routes';
import { readDeskSettings } from './desk-settings';
import { openDeskStore } from './desk-store';
import { startDeskRetention } from './start-desk-retention';

const SWEEP_EVERY_MS = 3_600_000;

async function main(): Promise<void> {
  process.umask(0o077); // staff's words are in the files: other accounts of the machine stay out
  const settings = readDeskSettings(process.env, () => randomBytes(32).toString('base64url'));
  const log = createLog('info');
  const clock = (): Date => new Date();
  const store = await openDeskStore(
    settings.databaseUrl === undefined
      ? { kind: 'file', path: path.resolve(settings.dataDir, 'desk.db') }
      : { kind: 'postgres', url: settings.databaseUrl, schema: 'desk' },
  );
  const routes = deskRoutes({ store, secret: settings.secret, clock });
  const { host } = settings;
  const server = await startServer({ routes, host, port: settings.port, log, clock }).catch(
    async (error: unknown) => {
      await store.close(); // an open database would keep the process from ending
      throw error;
    },
  );

  const sweeping = startLoop({
    round: async () => {
      const files = await store.files.sweep(clock());
      if (files > 0) log.info({ event: 'desk.files-removed', files });
      return SWEEP_EVERY_MS;
    },
    onError: (error) => {
      log.error({ event: 'desk.sweeping-failed' }, error);
    },
    pauseAfterErrors: () => SWEEP_EVERY_MS,
  });
  const retaining = startDeskRetention(store.retention, settings.keepMonths, clock, log);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([sweeping.stop(), retaining.stop(), server.close()]).then(() =>
        store.close(),
      );
    });
  }
  log.info({ event: 'desk.started', host, port: server.port });
  process.stdout.write(`The desk is at http://${host}:${server.port}\n`);
  if (settings.secretIsNew) {
    // To the person at the keyboard, not to the log: a log is kept and read by many.
    process.stdout.write(
      `DESK_SECRET=${settings.secret}\nThis secret is new and ends with this process. ` +
        'Start the assistant with it, or set DESK_SECRET for both.\n',
    );
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
