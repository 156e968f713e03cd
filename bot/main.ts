/** Starts the assistant, says where it is, and stops it in good order. */
import { assemble } from './assemble';
import { readConfig } from './config';
import type { Directory } from './directory/directory';
import { createLog } from './log';

async function main(): Promise<void> {
  process.umask(0o077); // staff's words are in the files: other accounts of the machine stay out
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const running = await assemble(config, log, () => new Date());
  const address = `http://localhost:${running.port}`;
  process.stdout.write(
    config.authenticationOff
      ? await welcome(address, running.directory)
      : `Ready on port ${running.port}.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop();
    });
  }
}

/** Where everything is, and who can sign in: one person of each kind. */
async function welcome(address: string, directory: Directory): Promise<string> {
  const people = await directory.people();
  const lines: string[] = [];
  for (const { id, name } of await directory.organisations()) {
    const staff = people.filter(({ organisation }) => organisation === id);
    lines.push(
      `  ${name}: ${staff
        .slice(0, 3)
        .map((person) => `${person.name} (${person.posts[0].title})`)
        .join(', ')} and ${Math.max(0, staff.length - 3)} more`,
    );
  }
  const roles = people
    .filter(({ roles: own }) => own.length > 0)
    .map((person) => `  ${person.name}: ${person.roles.join(', ')}`);
  return `The People Services Assistant is ready.

  Web chat   ${address}/
  Console    ${address}/console
  Policies   ${address}/policies
  Teams      ${address}/api/messages

On this machine the web chat lets you choose who you are. These made-up people can sign in:
${lines.join('\n')}
The console opens for:
${roles.join('\n')}
`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
