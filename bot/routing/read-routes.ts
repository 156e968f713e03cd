/**
 * Reads `routes.csv`, and refuses routes that would fail once somebody has confirmed a request:
 * all that is wrong is told at once, at the start.
 */
import path from 'node:path';
import { z } from 'zod';
import { DirectoryError, DirectoryFolderError } from '../directory/directory-error';
import { type Placed, readTable } from '../directory/read-table';
import { ALL, createRoutes, isRouted, keyOf, type Route, type Routes } from './routes';

/** What routes may name. */
export interface Routable {
  readonly organisations: readonly string[];
  readonly services: readonly string[];
  /** The systems that a connector is set up for. */
  readonly systems: readonly string[];
}

const Cell = z.string().min(1, 'must not be empty. Write * for all.');
const Row = z.object({
  organisation: Cell,
  service: Cell,
  system: z.string().min(1, 'must name the system that takes the requests.'),
});

type Complain = (line: number, problem: string, remedy: string) => DirectoryError;

/** @throws DirectoryFolderError with all that is wrong, each with its line */
export function readRoutes(file: string, routable: Routable): Routes {
  const name = path.basename(file);
  const { rows, errors } = readTable(path.dirname(file), name, Row);
  const complain: Complain = (line, problem, remedy) =>
    new DirectoryError(name, line, problem, remedy);

  // A row that could not be read would be missed by the other checks: say first what is wrong with it.
  const wrong =
    errors.length > 0
      ? errors
      : [
          ...rows.flatMap((row) => strangersIn(row, routable, complain)),
          ...repeated(rows, complain),
          ...unrouted(rows, routable, complain),
        ];
  if (wrong.length > 0) throw new DirectoryFolderError(wrong);
  return createRoutes(rows.map(({ row }) => row));
}

function strangersIn(
  { line, row }: Placed<Route>,
  { organisations, services, systems }: Routable,
  complain: Complain,
): DirectoryError[] {
  const wrong: DirectoryError[] = [];
  if (row.organisation !== ALL && !organisations.includes(row.organisation)) {
    const remedy = 'Add it to organisations.csv, correct the id, or write * for all.';
    wrong.push(complain(line, `The organisation "${row.organisation}" does not exist.`, remedy));
  }
  if (row.service !== ALL && !services.includes(row.service)) {
    const remedy = `Correct the id, or write * for all. The services are: ${services.join(', ')}.`;
    wrong.push(complain(line, `The service "${row.service}" does not exist.`, remedy));
  }
  if (!systems.includes(row.system)) {
    const remedy = `Set its connector up (see deployment/connectors.md), or name one of: ${systems.join(', ')}.`;
    wrong.push(complain(line, `No connector is set up for "${row.system}".`, remedy));
  }
  return wrong;
}

function repeated(rows: readonly Placed<Route>[], complain: Complain): DirectoryError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row: { organisation, service } }) => {
    const key = keyOf(organisation, service);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, line);
      return [];
    }
    const problem = `Line ${earlier} already says where "${service}" of "${organisation}" goes.`;
    return [complain(line, problem, 'Take one of the two out.')];
  });
}

/** One complaint a service, whatever the number of organisations. */
function unrouted(
  placed: readonly Placed<Route>[],
  { organisations, services }: Routable,
  complain: Complain,
): DirectoryError[] {
  const rows = placed.map(({ row }) => row);
  return services.flatMap((service) => {
    const missing = organisations.filter((each) => !isRouted(rows, each, service));
    if (missing.length === 0) return [];
    const problem = `Nothing says where "${service}" goes for ${someOf(missing)}.`;
    const remedy = `Add a row for it, such as "*,${service},desk", or one for all: "*,*,desk".`;
    return [complain(1, problem, remedy)];
  });
}

const SHOWN = 5;

function someOf(ids: readonly string[]): string {
  const shown = ids.slice(0, SHOWN).join(', ');
  return ids.length > SHOWN ? `${shown} and ${ids.length - SHOWN} more` : shown;
}
