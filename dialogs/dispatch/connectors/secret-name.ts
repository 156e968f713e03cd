/** The setting that holds a connector's secret: `CONNECTOR_SECRET_SERVICENOW` of `servicenow`. */
export const secretNameOf = (connector: string): string =>
  `CONNECTOR_SECRET_${connector.toUpperCase().replaceAll('-', '_')}`;

/** The setting with which a receiver signs what it tells of its own accord: `STATUS_SECRET_SERVICENOW`. */
export const statusSecretNameOf = (system: string): string =>
  `STATUS_SECRET_${system.toUpperCase().replaceAll('-', '_')}`;
