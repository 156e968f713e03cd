/** Whom to ask, and whether they are there now: every outcome that is not an answer shows it. */
import { bankHolidays } from '../calendar/bank-holidays';
import { sayOpening, sayWhenOpens, whenOpen } from '../calendar/opening-hours';
import type { Contact, ContactKind, Directory } from '../directory/directory';
import { wording } from '../wording';
import type { Asking } from './asking';

const MINUTE_MS = 60_000;
/** Opening times change by the minute at most, and every answer may name a contact. */
const saidLately = new WeakMap<Contact, { readonly minute: number; readonly words: string }>();

/** One contact in words: `Fellbridge people team, 01632 960 100, open until 17:00`. */
export function sayContact(contact: Contact, now: Date): string {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const lately = saidLately.get(contact);
  if (lately?.minute === minute) return lately.words;
  const opening = sayOpening(whenOpen(contact.hours, now, bankHolidays), now);
  const words = `${contact.name}, ${contact.phone} (${opening})`;
  saidLately.set(contact, { minute, words });
  return words;
}

/** The first contact of a kind, in words; the people team without a number for an asker of no organisation. */
export async function contactOf(
  kind: ContactKind,
  asking: Asking,
  directory: Directory,
  now: Date,
): Promise<string> {
  const found = (await contactsOf(asking, directory)).find((contact) => contact.kind === kind);
  return found === undefined ? wording.peopleTeamUnknown : sayContact(found, now);
}

export async function peopleTeamInWords(
  directory: Pick<Directory, 'contacts'>,
  organisation: string,
  now: Date,
): Promise<string> {
  const team = await peopleTeamOf(directory, organisation);
  return team === undefined ? wording.peopleTeamUnknown : sayContact(team, now);
}

/** Of what goes to people services now. Empty while they are open: it is before their eyes. */
export async function firstSeenWords(
  directory: Pick<Directory, 'contacts'>,
  organisation: string,
  now: Date,
): Promise<string> {
  const team = await peopleTeamOf(directory, organisation);
  const opening = team && whenOpen(team.hours, now, bankHolidays);
  return opening?.kind === 'closed' ? wording.expected.firstSeen(sayWhenOpens(opening, now)) : '';
}

export const peopleTeamOf = async (
  directory: Pick<Directory, 'contacts'>,
  organisation: string,
): Promise<Contact | undefined> =>
  (await directory.contacts(organisation)).find(({ kind }) => kind === 'people-team');

export async function contactsOf(
  asking: Asking,
  directory: Directory,
): Promise<readonly Contact[]> {
  return asking.organisation === undefined ? [] : directory.contacts(asking.organisation.id);
}
