/**
 * The directory: who works here, in which posts, for whom. It is the only source of identity
 * facts; nothing that a person types or a card carries is ever believed in its place.
 */
import type { StaffGroup } from '../../knowledge';

export type PersonId = string;

export const ROLES = [
  'reviewer',
  'desk-agent',
  'policy-owner',
  'analyst',
  'administrator',
] as const;
/** What someone may do in the console. Everybody is staff; managing follows from the posts. */
export type Role = (typeof ROLES)[number];

/** One job a person holds. */
export interface Post {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly kind: 'substantive' | 'bank';
  readonly staffGroup: StaffGroup;
  readonly band: string | undefined;
  /** Contracted hours a week; undefined for a bank post. */
  readonly weeklyHours: number | undefined;
  /** Ward, team or practice, as staff say it. */
  readonly place: string;
  /** Where the person in charge there answers. */
  readonly placePhone: string | undefined;
  readonly manager: PersonId | undefined;
  /** First day in the post. */
  readonly start: string;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly givenName: string;
  /** At work; undefined where they have none. */
  readonly email: string | undefined;
  /** Microsoft Entra object id, in the tenant of an employer. */
  readonly aadObjectId: string;
  /** The employer of the first post. */
  readonly organisation: string;
  /** First day of NHS service that counts for leave, where it is known. */
  readonly nhsServiceStart: string | undefined;
  readonly roles: readonly Role[];
  /** Who decides in their place while they are away. */
  readonly delegate: PersonId | undefined;
  /** First day away; without `awayUntil` they are away until further notice. */
  readonly awayFrom: string | undefined;
  /** Last day away. */
  readonly awayUntil: string | undefined;
  /** Substantive posts first. */
  readonly posts: readonly [Post, ...Post[]];
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** How staff call it: "At Fellbridge …". */
  readonly shortName: string;
  readonly system: string;
  readonly kind: 'acute' | 'mental-health' | 'practice';
  readonly tenantId: string;
  /** What its people team is called. */
  readonly peopleTeam: string;
}

export const CONTACT_KINDS = [
  'people-team',
  'freedom-to-speak-up',
  'occupational-health',
  'employee-assistance',
  'union',
  'safeguarding',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Open times of one contact: per weekday (1 Monday … 7 Sunday) from–to, `HH:MM`. Closed on bank holidays unless always open. */
export type OpeningHours =
  | { readonly kind: 'always' }
  | {
      readonly kind: 'weekly';
      readonly days: Readonly<
        Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, { from: string; to: string }>>
      >;
    };

export interface Contact {
  readonly organisation: string;
  readonly kind: ContactKind;
  /** A person or a team. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly hours: OpeningHours;
  /** A first reply to what is asked in the chat comes within so many hours in which they are open. */
  readonly replyWithinHours: number;
}

/** A national helpline, with where and when its number was checked. */
export interface Helpline {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly when: string;
  readonly about: string;
  readonly source: string;
  readonly checked: string;
}

export interface Directory {
  /** In the order of the export. */
  people(): Promise<readonly Person[]>;
  person(id: PersonId): Promise<Person | undefined>;
  /** Only where the tenant is that of one of the person's employers. */
  byAadObjectId(tenantId: string, aadObjectId: string): Promise<Person | undefined>;
  /** Those whose post names this manager; directly, not through the chain. */
  reportsOf(manager: PersonId): Promise<readonly Person[]>;
  organisations(): Promise<readonly Organisation[]>;
  organisation(id: string): Promise<Organisation | undefined>;
  /** One of each kind at the least; the start fails where one is missing. */
  contacts(organisation: string): Promise<readonly Contact[]>;
  helplines(): Promise<readonly Helpline[]>;
}
