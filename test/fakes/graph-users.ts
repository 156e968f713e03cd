/** Users as Microsoft Graph shows them in a delta answer, and the links by which it goes on. */

export interface FakeUser {
  readonly id: string;
  readonly accountEnabled?: boolean | null;
  readonly userType?: string | null;
  readonly employeeId?: string | null;
  readonly displayName?: string | null;
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly mail?: string | null;
  readonly userPrincipalName?: string | null;
  readonly jobTitle?: string | null;
  readonly department?: string | null;
  readonly officeLocation?: string | null;
  readonly employeeHireDate?: string | null;
  /** An object id. */
  readonly manager?: string | null;
}

export const PROPERTIES = new Set<string>([
  'id',
  'accountEnabled',
  'userType',
  'employeeId',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
  'officeLocation',
  'employeeHireDate',
  'manager',
] satisfies (keyof FakeUser)[]);

export interface Step {
  readonly id: string;
  readonly withManager: boolean;
  readonly managerBefore?: string | null | undefined;
}
/** The manager is told at first, and then only where it is what changed. */
export function shown(
  { manager, ...user }: FakeUser,
  selected: readonly string[],
  isFirst: boolean,
  step: Step | undefined,
): object {
  const told = Object.entries(user).filter(([name]) => selected.includes(name));
  const type = '#microsoft.graph.user';
  const taken = isFirst ? null : step?.managerBefore;
  const managers = [
    ...(manager == null ? [] : [{ '@odata.type': type, id: manager }]),
    ...(taken == null
      ? []
      : [{ '@odata.type': type, id: taken, '@removed': { reason: 'deleted' } }]),
  ];
  const isToldOf = (isFirst || step?.withManager === true) && managers.length > 0;
  return {
    ...Object.fromEntries(told),
    id: user.id,
    ...(isToldOf && { 'manager@delta': managers }),
  };
}

/** Which steps a list is of, and where in it a page begins. */
export interface Link {
  readonly era: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}
export const writeLink = (link: Link): string =>
  Buffer.from(JSON.stringify(link)).toString('base64url');
export const readLink = (written: string): Link =>
  JSON.parse(Buffer.from(written, 'base64url').toString()) as Link; // what writeLink wrote
