/** The setting that holds a connector's secret: `CONNECTOR_SECRET_SERVICENOW` of `servicenow`. */
export const secretNameOf = (connector: string): string =>
  `CONNECTOR_SECRET_${connector.toUpperCase().replaceAll('-', '_')}`;
