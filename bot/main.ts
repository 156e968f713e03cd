/** Starts the assistant, says where it is, and stops it in good order. */
import { startAnswering, type AnsweringThread } from './answering/start-answering';
import type { Running } from './assemble';
import { readConfig, type Config } from './config';
import type { Directory } from './directory/directory';
import { createLog, type Log } from './log';
import { endWithReason } from './end-with-reason';

async function main(): Promise<void> {
  process.umask(0o077); // staff's words are in the files: other accounts of the machine stay out
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  if (process.argv.includes('--demo-data')) await fillWithLife(config);
  // Started before the packages of the doors are read: it takes as long as they do.
  const answering = startAnswering(config);
  const running = await assembleWith(answering, config, log);
  // Before it says that it is ready: whoever heard that may end it at once.
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort();
      void running.stop();
    });
  }
  const address = `http://localhost:${running.port}`;
  process.stdout.write(
    config.authenticationOff && config.OPENID_ISSUER === undefined
      ? await welcome(address, running.directory)
      : `Ready on port ${running.port}.\n`,
  );
  const error = await answering.ended;
  if (stopping.signal.aborted) return;
  // Nothing can be answered any more: whoever watches this program starts it anew.
  log.error({ event: 'answering.ended' }, error);
  process.exit(1);
}

async function fillWithLife(config: Config): Promise<void> {
  process.stdout.write('Writing three months of made-up life …\n');
  const { fillDemoData } = await import('./demo/fill-demo-data.js');
  const { questions, requests, reviewed } = await fillDemoData(config, new Date());
  process.stdout.write(
    `${questions} questions, ${requests} requests and ${reviewed} reviews are in ${config.DATABASE_URL === undefined ? config.DATA_DIR : 'the database'}.\n` +
      'Nobody in it is real. Sign in to the console as Nadia Rahman, and open This week.\n\n',
  );
}

async function assembleWith(
  answering: AnsweringThread,
  config: Config,
  log: Log,
): Promise<Running> {
  try {
    const { assemble } = await import('./assemble.js');
    return await assemble(config, answering, log, () => new Date());
  } catch (error) {
    await answering.stop();
    throw error;
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

main().catch(endWithReason);
