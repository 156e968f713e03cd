/** The receiving services, on their adapters, and the routes to them. */
import path from 'node:path';
import { dialogs, type Description, type Request, services } from '../dialogs';
import { ConnectorError, ConnectorsError } from '../dialogs/dispatch/connectors/connector-error';
import { deskConnector } from '../dialogs/dispatch/connectors/desk-connector';
import { emailConnector } from '../dialogs/dispatch/connectors/email-connector';
import {
  type ConnectorDefinition,
  readConnectors,
} from '../dialogs/dispatch/connectors/read-connectors';
import { restConnector } from '../dialogs/dispatch/connectors/rest-connector';
import { secretNameOf } from '../dialogs/dispatch/connectors/secret-name';
import type { ReadFile } from '../dialogs/dispatch/files-of';
import type { Connector, Connectors } from '../dialogs/dispatch/connector';
import { readFollowed, type Followed } from './assemble-following';
import type { Config } from './config';
import type { IsFollowed } from './conversation/expected-line';
import { describeRequest } from './describe-request';
import { mailServerOf } from './assemble-mail-server';
import type { Directory, Organisation } from './directory/directory';
import { readRoutes } from './routing/read-routes';
import type { Routes } from './routing/routes';
import type { Stores } from './storage/create-stores';

const DESK = 'desk';

export interface Delivering {
  readonly routes: Routes;
  /** Whether a system can be sent files: a REST interface has to say how. */
  readonly takesFiles: (system: string) => boolean;
  readonly connect: (parts: ConnectParts) => Connectors;
  readonly followed: Followed;
  readonly isFollowed: IsFollowed;
}

interface ConnectParts {
  readonly stores: Pick<Stores, 'requestLog'>;
  readonly directory: Directory;
  readonly clock: () => Date;
  readonly deskAt: { readonly url: string; readonly secret: string };
  readonly readFile: ReadFile;
}

type Names = Pick<
  Config,
  | 'root'
  | 'ROUTES_FILE'
  | 'CONNECTORS_DIR'
  | 'connectorSecrets'
  | 'statusSecrets'
  | 'SMTP_HOST'
  | 'SMTP_PORT'
  | 'SMTP_SECURITY'
  | 'SMTP_USER'
  | 'SMTP_PASSWORD'
  | 'SMTP_FROM'
>;

/**
 * Reads who takes what, and how they are spoken to, before anything is opened.
 * @throws Error that tells what is wrong, with file and line, and what to do
 */
export function readDelivering(config: Names, organisations: readonly Organisation[]): Delivering {
  const ids = services.map(({ id }) => id);
  const fields = services.flatMap((service) => service.fields.map(({ name }) => name));
  const definitions =
    config.CONNECTORS_DIR === undefined
      ? []
      : readConnectors(config.CONNECTORS_DIR, { services: ids, fields: [...new Set(fields)] });
  const others = withSettings(definitions, config);
  const routes = readRoutes(
    config.ROUTES_FILE ?? path.join(config.root, 'bot', 'routing', 'routes.csv'),
    {
      organisations: organisations.map(({ id }) => id),
      services: ids,
      systems: [DESK, ...others.map(([name]) => name)],
    },
  );
  const withoutFiles = definitions.filter(
    ({ settings }) => settings.kind === 'rest' && settings.attach === undefined,
  );
  const followed = readFollowed(definitions, config);
  return {
    routes,
    takesFiles: (system) => !withoutFiles.some(({ name }) => name === system),
    connect: (parts) => connect(others, parts),
    followed,
    isFollowed: (organisation, service) => {
      // Of an employer that has left the directory nothing is known, and nothing is held against it.
      if (!organisations.some(({ id }) => id === organisation)) return true;
      const system = routes(organisation, service);
      return system === DESK || followed.systems.has(system);
    },
  };
}

/** A connector that lacks nothing but what the assistant knows once it runs. */
type Ready = (parts: {
  readonly describe: (request: Request) => Promise<Description>;
  readonly readFile: ReadFile;
  readonly clock: () => Date;
}) => Connector;

/** @throws ConnectorsError with every setting that a connector lacks */
function withSettings(
  definitions: readonly ConnectorDefinition[],
  config: Names,
): readonly (readonly [name: string, ready: Ready])[] {
  const errors: ConnectorError[] = [];
  const ready = definitions.flatMap(({ name, settings }): (readonly [string, Ready])[] => {
    switch (settings.kind) {
      case 'rest': {
        const secret = config.connectorSecrets.get(secretNameOf(name));
        if (secret !== undefined) {
          return [[name, (parts) => restConnector({ name, mapping: settings, secret, ...parts })]];
        }
        errors.push(lacks(name, 'Its secret is not set.', secretNameOf(name)));
        return [];
      }
      case 'e-mail': {
        const server = mailServerOf(config);
        if (server !== undefined) {
          return [[name, (parts) => emailConnector({ name, mapping: settings, server, ...parts })]];
        }
        errors.push(lacks(name, 'No mail server is set.', 'SMTP_HOST and SMTP_FROM'));
        return [];
      }
    }
  });
  if (errors.length > 0) throw new ConnectorsError(errors);
  return ready;
}

const lacks = (name: string, problem: string, settings: string): ConnectorError =>
  new ConnectorError(name, 1, problem, `Set ${settings} (see deployment/connectors.md).`);

function connect(
  others: readonly (readonly [name: string, ready: Ready])[],
  { stores, directory, clock, deskAt, readFile }: ConnectParts,
): Connectors {
  const describe = (request: Request) =>
    describeRequest(request, directory, dialogs, stores.requestLog);
  return new Map<string, Connector>([
    [DESK, deskConnector({ ...deskAt, describe, readFile })],
    ...others.map(([name, ready]) => [name, ready({ describe, readFile, clock })] as const),
  ]);
}
