/** Who tells what becomes of requests: by being asked, or of their own accord. */
import type { ConnectorDefinition } from '../dialogs/dispatch/connectors/read-connectors';
import { ConnectorError, ConnectorsError } from '../dialogs/dispatch/connectors/connector-error';
import { restStatus } from '../dialogs/dispatch/connectors/rest-status';
import { secretNameOf, statusSecretNameOf } from '../dialogs/dispatch/connectors/secret-name';
import type { StatusSource } from '../dialogs/follow/status-source';
import type { Config } from './config';
import { keyOf } from './receivers/signature';

export interface Followed {
  /** The systems that can be asked. */
  readonly sources: (clock: () => Date) => readonly StatusSource[];
  /** The secrets of the systems that tell of their own accord, by their names. */
  readonly statusSecrets: ReadonlyMap<string, string>;
  /** Both kinds. */
  readonly systems: ReadonlySet<string>;
}

/** A key that is shorter could be found by trying: letters hold less than the bytes that base64 stands for. */
const SHORTEST_TEXT = 32;
const SHORTEST_KEY = 24;

/** @throws ConnectorsError with every secret that fits no system, or is too short */
export function readFollowed(
  definitions: readonly ConnectorDefinition[],
  { connectorSecrets, statusSecrets }: Pick<Config, 'connectorSecrets' | 'statusSecrets'>,
): Followed {
  const names = new Map(definitions.map(({ name }) => [statusSecretNameOf(name), name]));
  const errors = [...statusSecrets].flatMap(([setting, secret]) => {
    if (!names.has(setting)) {
      return new ConnectorError(
        setting,
        1,
        'No connector has this name.',
        'Mend it, or take it out.',
      );
    }
    const remedy = `Use ${SHORTEST_TEXT} characters or more, made at random. After whsec_ they must be base64 of ${SHORTEST_KEY} bytes or more.`;
    return secret.length < SHORTEST_TEXT || keyOf(secret).length < SHORTEST_KEY
      ? new ConnectorError(setting, 1, 'This secret is too short.', remedy)
      : [];
  });
  if (errors.length > 0) throw new ConnectorsError(errors);

  const told = [...statusSecrets].map(
    ([setting, secret]) => [names.get(setting) ?? '', secret] as const,
  );
  const asked = definitions.flatMap(({ name, settings }) => {
    if (settings.kind !== 'rest' || settings.status === undefined) return [];
    const mapping = { ...settings, status: settings.status };
    return [{ name, mapping, secret: connectorSecrets.get(secretNameOf(name)) ?? '' }];
  });
  return {
    sources: (clock) => asked.map((one) => restStatus({ ...one, clock })),
    statusSecrets: new Map(told),
    systems: new Set([...asked.map(({ name }) => name), ...told.map(([name]) => name)]),
  };
}
