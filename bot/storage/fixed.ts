/**
 * Statements that every turn runs are built once and run with other values each time: building
 * one takes longer than SQLite takes to run it.
 */
import type { CompiledQuery, Compilable, Kysely, QueryResult } from 'kysely';
import { isPostgres } from './dialect';
import type { AssistantTables } from './tables';

type Db = Kysely<AssistantTables>;

/**
 * @param build is called once a dialect, with a stand-in for each value: it may place a value,
 *   more than once too, but must not look at it
 */
export function fixed<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<QueryResult<Row>> {
  const built = new Map<boolean, { query: CompiledQuery<Row>; places: readonly Place[] }>();
  return (db, values) => {
    const dialect = isPostgres(db);
    let known = built.get(dialect);
    if (known === undefined) {
      const query = build(db, STAND_INS as Values).compile(); // whatever is asked of it is a stand-in
      known = { query, places: query.parameters.map(placeOf) };
      built.set(dialect, known);
    }
    const parameters = known.places.map((place) =>
      place instanceof StandIn ? values[place.name as keyof Values] : place,
    );
    return db.executeQuery({ ...known.query, parameters });
  };
}

/** Where a value goes, or a constant of the statement. */
type Place = StandIn | string | number | null;

class StandIn {
  constructor(readonly name: string) {}
}

const STAND_INS = new Proxy({}, { get: (_, name) => new StandIn(String(name)) });

function placeOf(parameter: unknown): Place {
  if (parameter instanceof StandIn || parameter === null) return parameter;
  if (typeof parameter === 'string' || typeof parameter === 'number') return parameter;
  throw new TypeError('A fixed statement has a value of its own that is no text or number.');
}
