/** The worked example of deployment/connectors, as an administrator would change it for one instance. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../bot/project-root';
import { services } from '../../dialogs';
import type { Connector } from '../../dialogs/dispatch/connector';
import { connectorFileFor } from '../../dialogs/dispatch/connectors/connector-file';
import {
  restConnector,
  type RestConnectorOptions,
} from '../../dialogs/dispatch/connectors/rest-connector';
import { RestMapping } from '../../dialogs/dispatch/connectors/rest-mapping';
import { restStatus } from '../../dialogs/dispatch/connectors/rest-status';
import type { StatusMapping } from '../../dialogs/dispatch/connectors/status-mapping';
import type { StatusSource } from '../../dialogs/follow/status-source';
import { aRequest, later, MINUTE } from '../contracts/samples';
import { CLIENT, type Fault } from '../fakes/fake-servicenow';
import { describeRequest } from './open-desk';
import { nothingKept } from './some-files';

const file = path.join(projectRoot(), 'deployment/connectors/servicenow.yaml');

export const mappable = {
  services: services.map(({ id }) => id),
  fields: services.flatMap(({ fields }) => fields.map(({ name }) => name)),
};

/** The file's own words, with the address and the client of this instance. */
export const fileFor = (url: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll('https://your-instance.service-now.com', url)
    .replace('00000000000000000000000000000000', CLIENT.id);

export const mappingTo = (url: string): RestMapping =>
  RestMapping.parse(connectorFileFor(mappable).parse(parse(fileFor(url))));

type Changes = Partial<Omit<RestConnectorOptions, 'mapping'>> & {
  readonly mapping?: Partial<RestMapping>;
};

export const connectorTo = (url: string, { mapping, ...changes }: Changes = {}): Connector =>
  restConnector({
    name: 'servicenow',
    mapping: { ...mappingTo(url), ...mapping },
    secret: CLIENT.secret,
    describe: describeRequest,
    readFile: nothingKept,
    clock: () => new Date('2027-01-05T12:00:00Z'),
    ...changes,
  });

export function send(connector: Connector, limitMs = 5_000, changes = {}) {
  const request = aRequest(changes);
  const delivery = { request, system: 'servicenow', failures: 0 };
  return connector.send(delivery, request.id, AbortSignal.timeout(limitMs));
}

export const thrownBy = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => undefined,
    (error: unknown) => error,
  );

export const problem = (on: Fault['on'], status: number, headers = {}): Fault => ({
  on,
  does: { status, headers },
});

/** What asks the same instance how requests stand. */
export function statusOf(url: string, changes: Partial<StatusMapping> = {}): StatusSource {
  const { status, ...mapping } = mappingTo(url);
  if (status === undefined) throw new Error('The worked example asks for no status.');
  return restStatus({
    name: 'servicenow',
    mapping: { ...mapping, status: { ...status, ...changes } },
    secret: CLIENT.secret,
    clock: () => later(60 * MINUTE),
  });
}
