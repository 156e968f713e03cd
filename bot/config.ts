/** The only file that reads process.env. Everything else is handed what it needs. */
import path from 'node:path';
import { z } from 'zod';
import { KeepMonths as KeepMonthsOfDesk } from './desk/desk-settings';
import type { KeepMonths } from './own-data/own-data';
import { projectRoot } from './project-root';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const text = z.string().trim().min(1).optional();
const url = z.url().optional();
const off = z
  .literal('false', 'must not be set: it would copy staff’s questions to a third party')
  .optional();

/** Every setting there is; deployment/settings.md tells each, and a test compares the two. */
export const Settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: text,
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must begin with https://' }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' })
    .optional(),
  DIRECTORY_DIR: text,
  GRAPH_CLIENT_ID: z.guid().optional(),
  GRAPH_CLIENT_SECRET: text,
  GRAPH_CERTIFICATE_FILE: text,
  GRAPH_TENANTS: z
    .string()
    .transform((list) => list.split(',').map((id) => id.trim().toLowerCase()))
    .pipe(z.array(z.guid('must be tenant ids with commas between them')))
    .optional(),
  GRAPH_EVERY_MINUTES: z.coerce.number().int().min(1).max(60).default(5),
  GRAPH_URL: z.url().default('https://graph.microsoft.com'),
  GRAPH_LOGIN_URL: z.url().default('https://login.microsoftonline.com'),
  ROUTES_FILE: text,
  CONNECTORS_DIR: text,
  SMTP_HOST: text,
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).default(587),
  SMTP_SECURITY: z.enum(['starttls', 'tls', 'if-offered']).default('starttls'),
  SMTP_USER: text,
  SMTP_PASSWORD: text,
  SMTP_FROM: z.email('must be one e-mail address').optional(),
  MAIL_NEWS_AFTER_MINUTES: z.coerce.number().int().min(0).max(1440).default(30),
  MAIL_NEWS_QUIET_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  DESK_SECRET: z.string().min(16).optional(),
  DESK_URL: url,
  MicrosoftAppId: z.guid().optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI']).optional(),
  MicrosoftAppTenantId: z.guid().optional(),
  MicrosoftAppPassword: text,
  OPENID_ISSUER: url,
  OPENID_CLIENT_ID: text,
  OPENID_CLIENT_SECRET: text,
  OPENID_PROMPT: z.enum(['login', 'select_account']).default('login'),
  AZURE_SEARCH_ENDPOINT: url,
  AZURE_SEARCH_INDEX: text,
  AZURE_SEARCH_KEY: text,
  AZURE_OPENAI_ENDPOINT: url,
  AZURE_OPENAI_DEPLOYMENT: text,
  AZURE_OPENAI_KEY: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: text,
  /** These make a library copy every question to a third party: they may not be on. */
  LANGSMITH_TRACING: off,
  LANGCHAIN_TRACING_V2: off,
  KEEP_WORDS_MONTHS: z.coerce.number().int().min(1).max(12).default(12),
  KEEP_TURNS_MONTHS: z.coerce.number().int().min(12).max(72).default(24),
  KEEP_REQUESTS_MONTHS: z.coerce.number().int().min(12).max(84).default(24),
  KEEP_AUDIT_MONTHS: z.coerce.number().int().min(12).max(120).default(72),
  DESK_KEEP_MONTHS: KeepMonthsOfDesk,
  ATTACHMENT_MAX_MB: z.coerce.number().int().min(1).max(25).default(10),
  ATTACHMENT_MAX_FILES: z.coerce.number().int().min(1).max(5).default(5),
  KEEP_FILES_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  LOG_LEVEL: z.enum(['info', 'warn', 'silent']).default('info'),
});

export interface Config extends Omit<z.infer<typeof Settings>, 'HOST'> {
  readonly HOST: string;
  readonly production: boolean;
  /** True while Teams calls carry no token: only ever on this machine alone. */
  readonly authenticationOff: boolean;
  /** By the names of their settings, which follow from the names of the connectors. */
  readonly connectorSecrets: ReadonlyMap<string, string>;
  /** The same, of those who tell of their own accord what became of requests. */
  readonly statusSecrets: ReadonlyMap<string, string>;
  /** The folder of the project's own files. */
  readonly root: string;
}

/** How long each kind of record is kept. */
export const keepMonthsOf = (config: Config): KeepMonths => ({
  words: config.KEEP_WORDS_MONTHS,
  turns: config.KEEP_TURNS_MONTHS,
  requests: config.KEEP_REQUESTS_MONTHS,
  audit: config.KEEP_AUDIT_MONTHS,
});

/** Where data is kept and who is who: all that a program beside the assistant needs. */
const DATA = Settings.pick({ DATA_DIR: true, DATABASE_URL: true, DIRECTORY_DIR: true });
export type DataSettings = Pick<z.infer<typeof DATA>, 'DATA_DIR' | 'DATABASE_URL'>;

/**
 * The same values as for the assistant, without what only a server needs.
 * @throws Error that lists everything that is wrong at once
 */
export function readDataSettings(env: NodeJS.ProcessEnv): z.infer<typeof DATA> {
  const read = DATA.safeParse(given(env));
  if (!read.success) throw complaint(problemsOf(read.error));
  return { ...read.data, DATA_DIR: path.resolve(projectRoot(), read.data.DATA_DIR) };
}

const given = (env: NodeJS.ProcessEnv): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

const secretsIn = (env: NodeJS.ProcessEnv, prefix: string): [string, string][] =>
  Object.entries(given(env)).flatMap(([name, value]) =>
    name.startsWith(prefix) && value !== undefined ? [[name, value]] : [],
  );

const problemsOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path: where, message }) => `${where.join('.')}: ${message}`);

/** @throws Error that lists everything that is wrong at once */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = Settings.safeParse(given(env));
  if (!read.success) throw complaint(problemsOf(read.error));
  const settings = read.data;
  const authenticationOff = settings.MicrosoftAppId === undefined;
  const HOST = settings.HOST ?? (authenticationOff ? '127.0.0.1' : '0.0.0.0');
  const production = settings.NODE_ENV === 'production';
  const wrong = together(settings, authenticationOff, HOST);
  if (wrong.length > 0) throw complaint(wrong);
  const root = projectRoot();
  return {
    ...settings,
    HOST,
    production,
    authenticationOff,
    connectorSecrets: new Map(secretsIn(env, 'CONNECTOR_SECRET_')),
    statusSecrets: new Map(secretsIn(env, 'STATUS_SECRET_')),
    root,
    DATA_DIR: path.resolve(root, settings.DATA_DIR),
  };
}

/** What no single setting can know: which ones need each other. */
function together(
  settings: z.infer<typeof Settings>,
  authenticationOff: boolean,
  host: string,
): string[] {
  const wrong: string[] = [];
  const production = settings.NODE_ENV === 'production';
  if (production && authenticationOff) {
    wrong.push(
      'MicrosoftAppId: must be set in production; without it anybody could speak as anybody.',
    );
  }
  if (!production && authenticationOff && !LOOPBACK.has(host)) {
    wrong.push('HOST: must be 127.0.0.1 while authentication is off (MicrosoftAppId is not set).');
  }
  if (!authenticationOff) {
    if (settings.MicrosoftAppType === undefined)
      wrong.push('MicrosoftAppType: must be SingleTenant or UserAssignedMSI.');
    if (settings.MicrosoftAppTenantId === undefined)
      wrong.push('MicrosoftAppTenantId: must be set with MicrosoftAppId.');
    if (
      settings.MicrosoftAppType === 'SingleTenant' &&
      settings.MicrosoftAppPassword === undefined
    ) {
      wrong.push('MicrosoftAppPassword: must be set for SingleTenant.');
    }
  }
  if (production && settings.PUBLIC_URL === undefined) {
    wrong.push(
      'PUBLIC_URL: must be set in production; citations in Teams need an absolute https link.',
    );
  }
  if (production && settings.DESK_SECRET === undefined) {
    wrong.push(
      'DESK_SECRET: must be set in production (at least 16 characters); the people services desk takes requests by it.',
    );
  }
  if (settings.SMTP_SECURITY === 'if-offered' && !LOOPBACK.has(settings.SMTP_HOST ?? '')) {
    wrong.push(
      'SMTP_SECURITY: must be starttls or tls; mails hold personal data, so only a server on this machine may go without.',
    );
  }
  wrong.push(...signingIn(settings, host), ...readingGraph(settings), ...wholeSets(settings));
  return wrong;
}

const isSafe = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || LOOPBACK.has(hostname);
};

/** Real people come from Graph: nobody may speak as one of them unproven. */
function readingGraph(settings: z.infer<typeof Settings>): string[] {
  const { GRAPH_CLIENT_ID, GRAPH_CLIENT_SECRET: secret, GRAPH_CERTIFICATE_FILE: file } = settings;
  const proof = secret === undefined ? 'GRAPH_CERTIFICATE_FILE' : 'GRAPH_CLIENT_SECRET';
  if (GRAPH_CLIENT_ID === undefined)
    return (secret ?? file) === undefined
      ? []
      : [`GRAPH_CLIENT_ID: must be set too, because ${proof} is.`];
  const wrong: string[] = [];
  if ((secret ?? file) === undefined)
    wrong.push(
      'GRAPH_CLIENT_SECRET: must be set too, or GRAPH_CERTIFICATE_FILE, because GRAPH_CLIENT_ID is.',
    );
  if (secret !== undefined && file !== undefined)
    wrong.push(
      'GRAPH_CERTIFICATE_FILE: must not be set with GRAPH_CLIENT_SECRET; take one of them.',
    );
  if (settings.MicrosoftAppId === undefined)
    wrong.push(
      'MicrosoftAppId: must be set with GRAPH_CLIENT_ID; without it anybody on this machine could speak as a real person.',
    );
  if (settings.DIRECTORY_DIR === undefined)
    wrong.push(
      'DIRECTORY_DIR: must be set with GRAPH_CLIENT_ID; Microsoft Graph does not know posts, roles and contacts.',
    );
  for (const name of ['GRAPH_URL', 'GRAPH_LOGIN_URL'] as const)
    if (!isSafe(settings[name]))
      wrong.push(
        `${name}: must begin with https://; only a server on this machine may go without.`,
      );
  return wrong;
}

function signingIn(
  { OPENID_ISSUER: issuer, PUBLIC_URL }: z.infer<typeof Settings>,
  host: string,
): string[] {
  if (issuer === undefined) return [];
  const wrong: string[] = [];
  if (!isSafe(issuer))
    wrong.push(
      'OPENID_ISSUER: must begin with https://; only a provider on this machine may go without.',
    );
  if (PUBLIC_URL === undefined && !LOOPBACK.has(host))
    wrong.push(
      'PUBLIC_URL: must be set with OPENID_ISSUER; people come back to it when they have signed in.',
    );
  return wrong;
}

function wholeSets(settings: z.infer<typeof Settings>): string[] {
  const sets = [
    ['AZURE_SEARCH_ENDPOINT', 'AZURE_SEARCH_INDEX', 'AZURE_SEARCH_KEY'],
    ['AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_DEPLOYMENT', 'AZURE_OPENAI_KEY'],
    ['OPENAI_API_KEY', 'OPENAI_MODEL'],
    ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'],
    ['SMTP_HOST', 'SMTP_FROM'],
    ['SMTP_USER', 'SMTP_PASSWORD'],
  ] as const;
  return sets.flatMap((names) => {
    const missing = names.filter((name) => settings[name] === undefined);
    return missing.length === 0 || missing.length === names.length
      ? []
      : [
          `${missing.join(', ')}: must be set too, because ${names.filter((name) => !missing.includes(name)).join(' and ')} is.`,
        ];
  });
}

function complaint(lines: readonly string[]): Error {
  return new Error(
    `The assistant cannot start. Fix these settings (see deployment/settings.md):\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}
