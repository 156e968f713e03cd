/** `npm run teams:package -- --app-id … --host …`: makes the app package for Teams. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../bot/project-root';
import { fillManifest } from './fill-manifest';
import { zipApp } from './zip-app';

const USAGE = `Usage: npm run teams:package -- --app-id GUID --host NAME [options]
  --app-id GUID         the bot's Microsoft app id (MicrosoftAppId)
  --host NAME           the server's public name, such as people.example.nhs.uk
  --organisation NAME   who runs it, at most 32 characters (default: NHS people services)
  --privacy-url URL     default: https://HOST/help
  --terms-url URL       default: https://HOST/help
`;

const Options = z.object({
  'app-id': z.guid('--app-id must be a GUID, as Azure shows it'),
  host: z
    .string('--host is missing')
    .regex(
      /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
      '--host must be a name alone, without https:// or a port',
    ),
  organisation: z
    .string()
    .min(1)
    .max(32, '--organisation may have 32 characters')
    .default('NHS people services'),
  'privacy-url': z
    .url({ protocol: /^https$/, error: '--privacy-url must be an https address' })
    .optional(),
  'terms-url': z
    .url({ protocol: /^https$/, error: '--terms-url must be an https address' })
    .optional(),
});

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return complain(`${options}\n${USAGE}`);
  const root = projectRoot();
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const help = `https://${options.host}/help`;
  const filled = fillManifest({
    appId: options['app-id'],
    host: options.host,
    organisation: options.organisation,
    version,
    privacyUrl: options['privacy-url'] ?? help,
    termsUrl: options['terms-url'] ?? help,
  });
  if (filled.kind === 'wrong')
    return complain(`Teams would refuse this manifest:\n  ${filled.problems.join('\n  ')}\n`);

  const file = path.join(root, 'dist', 'people-services-assistant.zip');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await zipApp(filled.manifest, path.join(root, 'deployment', 'teams-app')));
  process.stdout.write(
    `Wrote dist/people-services-assistant.zip. Upload it in the Teams admin centre, under Manage apps.\n`,
  );
  return 0;
}

/** @returns the options, or what is wrong with them */
function readOptions(args: readonly string[]): z.infer<typeof Options> | string {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'app-id': text,
        host: text,
        organisation: text,
        'privacy-url': text,
        'terms-url': text,
      },
    });
    const read = Options.safeParse(values);
    return read.success ? read.data : read.error.issues.map(({ message }) => message).join('\n');
  } catch (error) {
    return error instanceof Error ? error.message : String(error); // parseArgs names the option that it does not know
  }
}

function complain(text: string): number {
  process.stderr.write(text);
  return 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
