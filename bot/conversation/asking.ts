/** What the rooms may know of the speaker: the knowledge room's particulars, the dialogs room's asker. */
import { bankHolidays } from '../calendar/bank-holidays';
import { isEarlyHours, today } from '../calendar/days';
import type { Asker, Report } from '../../dialogs';
import type { Particulars, StaffGroup } from '../../knowledge';
import type { Directory, Organisation, Person, Post } from '../directory/directory';
import type { Turn } from './turn';

export interface Asking {
  readonly id: string;
  readonly givenName: string | null;
  readonly organisation: Organisation | undefined;
  /** Whose people team reviews what is said: for the record alone. */
  readonly reviewedBy: string | undefined;
  readonly staffGroup: StaffGroup;
  readonly pointOfView: 'staff' | 'manager';
  readonly particulars: Particulars;
  /** False for a stranger: requests need somebody in the directory. */
  readonly mayRequest: boolean;
  readonly asker: Asker;
  /** The day it is for this turn, and whose rules apply. */
  readonly day: string;
  readonly postId: string | null;
}

/** Hours of a full-time week (handbook section 10); the stand-in asker of the command line works them. */
export const FULL_TIME_HOURS = 37.5;

export async function askingOf(turn: Turn, directory: Directory): Promise<Asking> {
  const day = today(turn.at);
  const { speaker } = turn;
  if (speaker.kind === 'person') return ofPerson(speaker.person, turn.at, day, directory);
  const organisation =
    speaker.organisation === undefined
      ? undefined
      : await directory.organisation(speaker.organisation);
  const manager = speaker.kind === 'stand-in' && speaker.role === 'manager';
  return {
    id: speaker.id,
    givenName: null,
    organisation,
    reviewedBy: speaker.kind === 'in-company' ? speaker.reviewedBy : organisation?.id,
    staffGroup:
      speaker.kind === 'stand-in' ? speaker.staffGroup : usualGroup(speaker, organisation),
    pointOfView: manager ? 'manager' : 'staff',
    particulars: speaker.kind === 'stand-in' ? { weeklyHours: FULL_TIME_HOURS } : {},
    mayRequest: speaker.kind === 'stand-in',
    asker: {
      today: day,
      givenName: null,
      isManager: manager,
      reports: [],
      posts: [],
      bankHolidays: bankHolidays.days,
      earlyHours: isEarlyHours(turn.at),
    },
    day,
    postId: null,
  };
}

/** Of nobody in particular: practices have contracts of their own. */
const usualGroup = (
  { kind }: Turn['speaker'],
  organisation: Organisation | undefined,
): StaffGroup =>
  kind === 'in-company' && organisation?.kind === 'practice'
    ? 'local-contract'
    : 'agenda-for-change';

async function ofPerson(
  person: Person,
  at: Date,
  day: string,
  directory: Directory,
): Promise<Asking> {
  const [post] = person.posts;
  const reports = await directory.reportsOf(person.id);
  const organisation = await directory.organisation(person.organisation);
  return {
    id: person.id,
    givenName: person.givenName,
    organisation,
    reviewedBy: organisation?.id,
    staffGroup: post.staffGroup,
    pointOfView: reports.length > 0 ? 'manager' : 'staff',
    particulars: particularsOf(person, day),
    mayRequest: true,
    asker: {
      today: day,
      givenName: person.givenName,
      isManager: reports.length > 0,
      reports: reports.map((report) => reportTo(person.id, report)),
      posts: person.posts.map((post) => ({
        id: post.id,
        title: post.title,
        place: post.place,
        placePhone: post.placePhone,
        employedSince: employedSince(post, person),
      })),
      nhsServiceStart: person.nhsServiceStart,
      bankHolidays: bankHolidays.days,
      earlyHours: isEarlyHours(at),
    },
    day,
    postId: post.id,
  };
}

/** Work on the bank does not make an employee, so it counts for itself alone. */
function employedSince(post: Post, { posts }: Person): string {
  const same = posts.filter(
    ({ organisation, kind }) => organisation === post.organisation && kind === post.kind,
  );
  return [post, ...same].map(({ start }) => start).sort()[0] ?? post.start;
}

/** Of somebody with several posts, the one that the speaker manages: the others are no business of theirs. */
export function reportTo(manager: string, { id, name, givenName, posts }: Person): Report {
  const { title, place, weeklyHours } = posts.find((post) => post.manager === manager) ?? posts[0];
  return { id, name, givenName, title, place, weeklyHours };
}

function particularsOf(person: Person, day: string): Particulars {
  const [{ weeklyHours, band }] = person.posts;
  const wholeBand = Number.parseInt(band ?? '', 10);
  const { nhsServiceStart } = person;
  return {
    ...(weeklyHours === undefined ? {} : { weeklyHours }),
    ...(Number.isNaN(wholeBand) ? {} : { band: wholeBand }),
    ...(nhsServiceStart === undefined
      ? {}
      : { serviceYears: wholeYears(nhsServiceStart, day), serviceStart: nhsServiceStart }),
  };
}

function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}
