/**
 * The directory from Microsoft Graph: who has an account, who they are and who manages them, with
 * the staff record beside it for what Graph does not know.
 *
 * It is read whole before anybody is let in, and then again and again. Whoever was blocked or has
 * gone is out from the next read on. A read that fails changes nothing: the directory stays as it was.
 */
import type { Directory } from '../directory';
import { directoryInMemory } from '../directory-in-memory';
import type { Accounts } from './account';
import { accountsInFiles } from './accounts-in-files';
import { askGraph } from './ask-graph';
import { following } from './following';
import { GraphProblem } from './graph-problem';
import type { GraphSettings, Surroundings } from './graph-settings';
import { type KeptOut, peopleOf, type PutTogether } from './people-of';
import { accountReader, type AccountReader } from './read-accounts';
import { recordFiles } from './staff-record';
import { tenantTokens } from './tenant-tokens';

export interface GraphDirectory {
  readonly directory: Directory;
  /** When Graph and the files were last read without a problem. */
  readAt(): Date;
  /** @returns undefined where nothing has changed. @throws what kept it from being read */
  readAgain(signal: AbortSignal): Promise<Counted | undefined>;
}

export interface Counted {
  readonly people: number;
  readonly keptOut: KeptOut;
}

export interface GraphDirectoryOptions extends Surroundings {
  readonly settings: GraphSettings;
  /** Of the staff record. */
  readonly folder: string;
  /** Those that Graph is asked about; the people of any other are in the files. Undefined: all. */
  readonly tenants?: readonly string[] | undefined;
}

/**
 * Fewer than this part of the people left at once is a fault of an export or of a permission, not
 * a day's leavers. It is believed after a restart.
 */
const LEAST_LEFT = 0.5;
/** Each call has been tried several times by then. Whoever watches the program starts it anew. */
const FIRST_READS = 3;
const BETWEEN_FIRST_READS_MS = 5_000;
const LONGEST_FIRST_WAIT_MS = 60_000;

/** @throws Error that says what is wrong, where it cannot be read */
export async function openGraphDirectory(
  options: GraphDirectoryOptions,
  signal: AbortSignal,
): Promise<GraphDirectory & { readonly first: Counted }> {
  const { settings, clock } = options;
  const files = recordFiles(options.folder);
  const { organisations, contacts, helplines } = files.record();
  const all = [...new Set(organisations.map(({ tenantId }) => tenantId))];
  const readers = new Map(
    tenantsRead(all, options.tenants).map((tenant) => {
      const ask = askGraph(tenant, settings, tenantTokens(tenant, settings, options), options);
      return [tenant, accountReader(tenant, settings.url, ask)];
    }),
  );
  const accountsOf = (tenant: string): Accounts =>
    readers.get(tenant)?.accounts() ?? accountsInFiles(files.record(), tenant);
  const together = (): PutTogether =>
    peopleOf(files.record(), new Map(all.map((tenant) => [tenant, accountsOf(tenant)])));
  const known = (read: PutTogether): Directory =>
    directoryInMemory({ organisations, contacts, helplines, ...read });

  await readFirst(readers, options, signal);
  const first = together();
  if (first.people.length === 0) throw new Error(nobody(first.keptOut));
  let people = first.people.length;
  let current = known(first);
  let readAt = clock();
  let isDue = false;

  function takeOver(): Counted {
    const read = together();
    if (read.people.length < people * LEAST_LEFT)
      throw new GraphProblem('settings', tooFew(read.people.length, people));
    current = known(read);
    people = read.people.length;
    isDue = false;
    return { people, keptOut: read.keptOut };
  }

  return {
    first: { people, keptOut: first.keptOut },
    directory: following(() => current),
    readAt: () => readAt,
    async readAgain(stopping) {
      const graph = await readAll(readers, stopping);
      const file = files.readAgain();
      isDue ||= graph.isChanged || file.isChanged;
      const counted = isDue ? takeOver() : undefined;
      const problem = graph.problem ?? file.problem;
      if (problem !== undefined) throw problem;
      readAt = clock();
      return counted;
    },
  };
}

function tenantsRead(all: readonly string[], wanted: readonly string[] = all): readonly string[] {
  const unknown = wanted.filter((tenant) => !all.includes(tenant));
  if (unknown.length === 0) return wanted;
  throw new Error(
    `The assistant cannot start. GRAPH_TENANTS names ${unknown.join(' and ')}, which no row of organisations.csv has. Correct one of the two.`,
  );
}

type Readers = ReadonlyMap<string, AccountReader>;

interface ReadOnce {
  readonly isChanged: boolean;
  readonly problem: GraphProblem | undefined;
}

/** What one tenant tells counts, also where another could not be read. */
async function readAll(readers: Readers, signal: AbortSignal): Promise<ReadOnce> {
  const reads = await Promise.allSettled([...readers.values()].map((each) => each.read(signal)));
  signal.throwIfAborted();
  const [problem] = reads.flatMap((read): unknown[] =>
    read.status === 'rejected' ? [read.reason] : [],
  );
  // A mistake of ours is thrown as it is: only what Graph did is put up with.
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- it was thrown before
  if (problem !== undefined && !(problem instanceof GraphProblem)) throw problem;
  return {
    isChanged: reads.some((read) => read.status === 'fulfilled' && read.value),
    problem,
  };
}

/** What trying again cannot mend is said at once. */
async function readFirst(
  readers: Readers,
  { rest }: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  for (let reads = 1; ; reads += 1) {
    const { problem } = await readAll(readers, signal);
    if (problem === undefined) return;
    const { kind, waitMs, message } = problem;
    if (kind === 'settings' || reads >= FIRST_READS || waitMs > LONGEST_FIRST_WAIT_MS)
      throw new Error(`The assistant cannot start: nobody can be let in. ${message}`);
    await rest(Math.max(waitMs, BETWEEN_FIRST_READS_MS), signal);
  }
}

const nobody = ({ withoutAccount, disabled, unclear }: KeptOut): string =>
  `The assistant cannot start: nobody of the staff record has an account that may come in. Of ${withoutAccount} no account carries the number (employeeId), of ${disabled} the account is blocked, of ${unclear} it is not clear which it is. Check the ids in people.csv and posts.csv.`;

const tooFew = (now: number, before: number): string =>
  `Only ${now} of ${before} people were left after a read, which was not believed. Check people.csv, posts.csv and the app's permission; if it is right, start the program anew.`;
