/**
 * Which receiving service takes what an organisation's staff ask for. Most services are run once
 * for the whole system, some by one employer: that is data, and the most specific row decides.
 */
export interface Route {
  /** An id, or `*` for all. */
  readonly organisation: string;
  /** An id, or `*` for all. */
  readonly service: string;
  /** The name of the connector that takes it. */
  readonly system: string;
}

/** @throws Error where there is no route: start-up makes sure that there is one */
export type Routes = (organisation: string, service: string) => string;

export const ALL = '*';

export function createRoutes(rows: readonly Route[]): Routes {
  const systems = new Map(rows.map((row) => [keyOf(row.organisation, row.service), row.system]));
  return (organisation, service) => {
    const system = systemIn(systems, organisation, service);
    if (system === undefined) {
      throw new Error(
        `No route for the service "${service}" of the organisation "${organisation}"`,
      );
    }
    return system;
  };
}

/** The organisation's own service, then all of the organisation's, then the service anywhere, then all. */
function systemIn(
  systems: ReadonlyMap<string, string>,
  organisation: string,
  service: string,
): string | undefined {
  return (
    systems.get(keyOf(organisation, service)) ??
    systems.get(keyOf(organisation, ALL)) ??
    systems.get(keyOf(ALL, service)) ??
    systems.get(keyOf(ALL, ALL))
  );
}

export const keyOf = (organisation: string, service: string): string =>
  JSON.stringify([organisation, service]);

/** Whether some row says where this goes. */
export const isRouted = (rows: readonly Route[], organisation: string, service: string): boolean =>
  rows.some(
    (row) => [ALL, organisation].includes(row.organisation) && [ALL, service].includes(row.service),
  );
