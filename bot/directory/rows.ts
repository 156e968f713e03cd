/** What stands in each column of the directory's files. Columns that are not named here are ignored. */
import { z } from 'zod';
import { STAFF_GROUPS } from '../../knowledge';
import { CONTACT_KINDS, ROLES } from './directory';
import { readHours } from './read-hours';

const oneOf = (choices: readonly string[]) => `must be one of: ${choices.join(', ')}.`;
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]*$/, 'must be letters, digits, - . _ or @.');
export const Words = z.string().min(1, 'must not be empty.');
export const Guid = z
  .guid('must be a GUID, such as 026488b5-6475-4955-aaba-ccb1ee31e450.')
  .toLowerCase();
export const Email = z.email('must be an e-mail address.');
export const Day = z.iso.date('must be a day, written YYYY-MM-DD.');
const emptyIsNone = (cell: string) => (cell === '' ? undefined : cell);

/** A column that an export may leave out, and a cell that may be empty. */
export const mayBeEmpty = (shape: z.ZodType<string>, message: string) =>
  z
    .string()
    .default('')
    .refine((cell) => cell === '' || shape.safeParse(cell).success, message)
    .transform(emptyIsNone);
export const DAY_OR_EMPTY = 'must be a day, written YYYY-MM-DD, or empty.';

/** More hours than a week of any contract holds: a slip such as 375 for 37.5. */
const MOST_HOURS = 80;
/** A first reply within the working day that follows is what most teams can keep. */
const A_DAYS_HOURS = 8;
const isHours = (cell: string) => Number(cell) > 0 && Number(cell) <= MOST_HOURS;

export const OrganisationRow = z.object({
  id: Id,
  name: Words,
  shortName: Words,
  system: Words,
  kind: z.enum(
    ['acute', 'mental-health', 'practice'],
    oneOf(['acute', 'mental-health', 'practice']),
  ),
  tenantId: Guid,
  peopleTeam: Words,
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

const isRole = (word: string) => ROLES.find((role) => role === word);

export const PersonRow = z.object({
  id: Id,
  name: Words,
  givenName: Words,
  /** Not everybody has a work mailbox. */
  email: mayBeEmpty(Email, 'must be an e-mail address, or empty.'),
  aadObjectId: Guid,
  nhsServiceStart: z
    .string()
    .refine((day) => day === '' || Day.safeParse(day).success, 'must be a day, written YYYY-MM-DD.')
    .transform(emptyIsNone),
  roles: z.string().transform((written, context) => {
    const words = written.split(';').map((word) => word.trim());
    return words
      .filter((word) => word !== '')
      .flatMap((word) => {
        const role = isRole(word);
        if (role !== undefined) return [role];
        context.addIssue(`holds the unknown role "${word}"; each role ${oneOf(ROLES)}`);
        return [];
      });
  }),
  delegate: mayBeEmpty(Id, 'must be the id of a person, or empty.'),
  awayFrom: mayBeEmpty(Day, DAY_OR_EMPTY),
  awayUntil: mayBeEmpty(Day, DAY_OR_EMPTY),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const PostCells = z.object({
  id: Id,
  person: Id,
  title: Words,
  organisation: Id,
  kind: z.enum(['substantive', 'bank'], oneOf(['substantive', 'bank'])),
  staffGroup: z.enum(STAFF_GROUPS, oneOf(STAFF_GROUPS)),
  band: z.string().transform(emptyIsNone),
  weeklyHours: z
    .string()
    .refine((cell) => cell === '' || isHours(cell), 'must be hours a week, such as 37.5.')
    .transform((cell) => (cell === '' ? undefined : Number(cell))),
  place: Words,
  /** Of the place of work, for whoever cannot come in. An export without the column has none. */
  placePhone: z.string().default('').transform(emptyIsNone),
  manager: z.string().transform(emptyIsNone),
  start: Day,
});

/** What no cell of a post can know by itself. */
export const hasItsHours = ({
  kind,
  weeklyHours,
}: Pick<z.infer<typeof PostCells>, 'kind' | 'weeklyHours'>): boolean =>
  kind === 'bank' || weeklyHours !== undefined;
export const HOURS_WANTED = {
  path: ['weeklyHours'],
  message: 'must be the contracted hours a week, such as 37.5; only a bank post has none.',
};

export const PostRow = PostCells.refine(hasItsHours, HOURS_WANTED);
export type PostRow = z.infer<typeof PostRow>;

export const ContactRow = z.object({
  organisation: Id,
  kind: z.enum(CONTACT_KINDS, oneOf(CONTACT_KINDS)),
  name: Words,
  phone: z.string().regex(/^\+?[0-9][0-9 ]+$/, 'must be a phone number: digits and spaces.'),
  email: Email,
  hours: z.string().transform((written, context) => {
    const hours = readHours(written);
    if (hours !== undefined) return hours;
    context.addIssue('must be "always" or such as "Mon-Fri 08:30-17:00; Sat 09:00-12:00".');
    return z.NEVER;
  }),
  /** An export without the column promises a day's hours. */
  replyWithinHours: z
    .string()
    .default('')
    .refine(
      (cell) => cell === '' || (/^\d+$/.test(cell) && isHours(cell)),
      'must be whole hours, such as 4, or empty.',
    )
    .transform((cell) => (cell === '' ? A_DAYS_HOURS : Number(cell))),
});
export type ContactRow = z.infer<typeof ContactRow>;

export const HelplineRows = z.array(
  z.object({
    id: Id,
    name: Words,
    phone: z.string().regex(/^[0-9][0-9 ]*$/, 'must be a phone number: digits and spaces.'),
    when: Words,
    about: Words,
    source: z.url('must be the address of the page where the number was checked.'),
    checked: Day,
  }),
);
