/** What the desk is told when it runs as a process of its own. Complains about all that is wrong at once. */
import { z } from 'zod';

/** How long a request is kept after the last thing that happened to it. Also of the desk inside the assistant. */
export const KeepMonths = z.coerce.number().int().min(12).max(120).default(72);

/** deployment/settings.md tells each; a test compares the two. */
export const Settings = z.object({
  NODE_ENV: z.string().default(''),
  DESK_PORT: z.coerce.number().int().min(0).max(65_535).default(3979),
  DESK_HOST: z.string().min(1).default('127.0.0.1'),
  DESK_DATA_DIR: z.string().min(1).default('.data'),
  /** PostgreSQL in place of a file; the desk keeps to a schema of its own. */
  DESK_DATABASE_URL: z.string().min(1).optional(),
  DESK_KEEP_MONTHS: KeepMonths,
  /** Sent by the connector and the console with each call. */
  DESK_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
});

export interface DeskSettings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly keepMonths: number;
  readonly secret: string;
  /** True where nobody set the secret: the person who started the desk has to be shown it. */
  readonly secretIsNew: boolean;
}

/**
 * @param newSecret makes one where none is set, which production refuses
 * @throws Error that lists every setting to mend
 */
export function readDeskSettings(env: NodeJS.ProcessEnv, newSecret: () => string): DeskSettings {
  // An empty value in a settings file means "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = Settings.safeParse(set);
  const problems = read.success
    ? productionProblems(read.data)
    : read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  if (!read.success || problems.length > 0) {
    throw new Error(
      `The desk cannot start; fix these settings (see deployment/settings.md):\n${problems.join('\n')}`,
    );
  }
  const { DESK_SECRET } = read.data;
  return {
    port: read.data.DESK_PORT,
    host: read.data.DESK_HOST,
    dataDir: read.data.DESK_DATA_DIR,
    databaseUrl: read.data.DESK_DATABASE_URL,
    keepMonths: read.data.DESK_KEEP_MONTHS,
    secret: DESK_SECRET ?? newSecret(),
    secretIsNew: DESK_SECRET === undefined,
  };
}

const productionProblems = ({ NODE_ENV, DESK_SECRET }: z.infer<typeof Settings>): string[] =>
  NODE_ENV === 'production' && DESK_SECRET === undefined
    ? ['  DESK_SECRET: must be set in production, to the same value as the assistant has']
    : [];
