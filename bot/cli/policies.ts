/** `npm run policies -- COMMAND`: the tools of people who own policies. */
import { checkCommand } from './policies-check';

const USAGE = `Usage: npm run policies -- check [FOLDER]
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: checkCommand,
};

/** Thrown by a command that was given what it cannot use. */
async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const code = await COMMANDS[name]?.(args);
  if (code !== undefined && code !== 2) return code;
  process.stderr.write(USAGE);
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
