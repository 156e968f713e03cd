/** An account of a tenant, as far as the directory needs to know it. */
import { z } from 'zod';
import { today } from '../../calendar/days';

/** Left out of an answer: as it was. Null: it was emptied. */
const Cell = z.string().nullable().optional();
const ObjectId = z.guid().toLowerCase();
const Removed = z.looseObject({}).optional();

/** One item of a delta answer. */
export const Change = z.object({
  id: ObjectId,
  '@removed': Removed,
  accountEnabled: z.boolean().nullable().optional(),
  userType: Cell,
  employeeId: Cell,
  displayName: Cell,
  givenName: Cell,
  surname: Cell,
  mail: Cell,
  jobTitle: Cell,
  department: Cell,
  officeLocation: Cell,
  employeeHireDate: Cell,
  'manager@delta': z.array(z.object({ id: ObjectId, '@removed': Removed })).optional(),
});
export type Change = z.infer<typeof Change>;

/** Every property that is asked for; delta takes the manager here, and no `$expand`. */
export const SELECTED = [
  ...Object.keys(Change.shape).filter((name) => !name.includes('@')),
  'manager',
].join(',');

type Told = Omit<Change, 'id' | '@removed' | 'manager@delta'>;

/** What was told of an account so far. */
export interface Account extends Told {
  readonly id: string;
  /** The object id of another account of the tenant. */
  readonly managerId: string | undefined;
}

export type Accounts = ReadonlyMap<string, Account>;

/** The same change may come twice, and one account in several parts: only what it names is changed. */
export function applyChange(accounts: Map<string, Account>, change: Change): void {
  const { id, '@removed': removed, 'manager@delta': managers, ...told } = change;
  if (removed !== undefined) {
    accounts.delete(id);
    return;
  }
  const before = accounts.get(id);
  const managerId = managers === undefined ? before?.managerId : newManager(managers, before);
  accounts.set(id, { ...before, ...told, id, managerId });
}

/** Taken away and given are told as a list: the one that stays is the manager. */
function newManager(
  managers: NonNullable<Change['manager@delta']>,
  before: Account | undefined,
): string | undefined {
  const given = managers.findLast((manager) => manager['@removed'] === undefined);
  if (given !== undefined) return given.id;
  const isTaken = managers.some(({ id }) => id === before?.managerId);
  return isTaken ? undefined : before?.managerId;
}

export const isEnabled = ({ accountEnabled }: Account): boolean => accountEnabled === true;
export const isGuest = ({ userType }: Account): boolean => userType?.toLowerCase() === 'guest';

/** A cell with something in it. */
export function filled(cell: string | null | undefined): string | undefined {
  const text = cell?.trim();
  return text === '' ? undefined : text;
}

/** Systems write a day of long ago where they know none. */
const EARLIEST_HIRE = '1940-01-01';

/** The day in London: midnight there is the evening before in Graph's own time, half the year. */
export function hiredOn({ employeeHireDate }: Account): string | undefined {
  const moment = new Date(filled(employeeHireDate) ?? Number.NaN);
  if (Number.isNaN(moment.getTime())) return undefined;
  const day = today(moment);
  return day < EARLIEST_HIRE ? undefined : day;
}
