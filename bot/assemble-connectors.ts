/** The receiving services, on their adapters, and the routes to them. */
import path from 'node:path';
import { dialogs, type Request, services } from '../dialogs';
import { ConnectorError, ConnectorsError } from '../dialogs/dispatch/connectors/connector-error';
import { deskConnector } from '../dialogs/dispatch/connectors/desk-connector';
import {
  type ConnectorDefinition,
  readConnectors,
} from '../dialogs/dispatch/connectors/read-connectors';
import { restConnector } from '../dialogs/dispatch/connectors/rest-connector';
import { secretNameOf } from '../dialogs/dispatch/connectors/secret-name';
import type { Connector, Connectors } from '../dialogs/dispatch/connector';
import type { Config } from './config';
import { describeRequest } from './describe-request';
import type { Directory, Organisation } from './directory/directory';
import { readRoutes } from './routing/read-routes';
import type { Routes } from './routing/routes';
import type { Stores } from './storage/create-stores';

const DESK = 'desk';

export interface Delivering {
  readonly routes: Routes;
  readonly connect: (parts: ConnectParts) => Connectors;
}

interface ConnectParts {
  readonly stores: Pick<Stores, 'requestLog'>;
  readonly directory: Directory;
  readonly clock: () => Date;
  readonly deskAt: { readonly url: string; readonly secret: string };
}

type Names = Pick<Config, 'root' | 'ROUTES_FILE' | 'CONNECTORS_DIR' | 'connectorSecrets'>;

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
  const others = withSecrets(definitions, config.connectorSecrets);
  const routes = readRoutes(
    config.ROUTES_FILE ?? path.join(config.root, 'bot', 'routing', 'routes.csv'),
    {
      organisations: organisations.map(({ id }) => id),
      services: ids,
      systems: [DESK, ...others.map(({ name }) => name)],
    },
  );
  return { routes, connect: (parts) => connect(others, parts) };
}

type WithSecret = ConnectorDefinition & { readonly secret: string };

function withSecrets(
  definitions: readonly ConnectorDefinition[],
  secrets: ReadonlyMap<string, string>,
): readonly WithSecret[] {
  const missing = definitions.filter(({ name }) => !secrets.has(secretNameOf(name)));
  if (missing.length > 0) {
    throw new ConnectorsError(
      missing.map(({ name }) => {
        const remedy = `Set ${secretNameOf(name)} (see deployment/connectors.md).`;
        return new ConnectorError(name, 1, 'Its secret is not set.', remedy);
      }),
    );
  }
  return definitions.map((one) => ({ ...one, secret: secrets.get(secretNameOf(one.name)) ?? '' }));
}

function connect(
  others: readonly WithSecret[],
  { stores, directory, clock, deskAt }: ConnectParts,
): Connectors {
  const describe = (request: Request) =>
    describeRequest(request, directory, dialogs, stores.requestLog);
  return new Map<string, Connector>([
    [DESK, deskConnector({ ...deskAt, describe })],
    ...others.map(
      ({ name, settings, secret }) =>
        [name, restConnector({ name, mapping: settings, secret, describe, clock })] as const,
    ),
  ]);
}
