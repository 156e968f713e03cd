/** `npm run policies -- COMMAND`: the tools of people who own policies. */
import { checkCommand } from './policies-check';
import { diffCommand } from './policies-diff';
import { documentsCommand, importCommand, removeCommand } from './policies-documents';
import { endWithReason } from '../end-with-reason';

const USAGE = `Usage: npm run policies -- check [FOLDER]
       npm run policies -- diff OLD-FOLDER NEW-FOLDER
       npm run policies -- import PATH --organisation ID
       npm run policies -- documents --organisation ID
       npm run policies -- remove NAME --organisation ID
`;

/** Each ends with 0, with 1 where it found fault, or with 2 where it was not told what it needs. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: checkCommand,
  diff: diffCommand,
  import: importCommand,
  documents: documentsCommand,
  remove: removeCommand,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const code = command === undefined ? 2 : await command(args);
  if (code === 2) process.stderr.write(USAGE);
  return code;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, endWithReason);
