/**
 * The program of the reading thread: it reads the SQLite file through a connection of its own and
 * changes nothing. SQLite works in the thread that asks, so a long page of the console would hold
 * up every conversation if the main thread asked for it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { ReadingCalls } from './open-reader';
import { openSqlite } from './open-sqlite';

function serve(port: NonNullable<typeof parentPort>, file: string): void {
  const database = openSqlite(file, 'reads');
  const calls: ReadingCalls = {
    read: (query, parameters) => {
      try {
        return database.prepare(query).all(parameters);
      } catch (error) {
        // What SQLite throws cannot be copied to another thread; its words can.
        throw new Error(error instanceof Error ? error.message : String(error));
      }
    },
  };
  createBirpc<Record<string, never>, ReadingCalls>(calls, {
    post: (message) => {
      port.postMessage(message);
    },
    on: (listener) => port.on('message', listener),
    timeout: -1,
  });
}

if (parentPort === null) throw new Error('Start dist/main.js: it starts this thread.');
serve(parentPort, String(workerData)); // handed over by open-reader.ts
