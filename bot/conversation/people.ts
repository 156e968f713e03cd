/** Whom to ask, and whether they are there now: every outcome that is not an answer shows it. */
import { bankHolidays } from '../calendar/bank-holidays';
import { sayOpening, whenOpen } from '../calendar/opening-hours';
import type { Contact, ContactKind, Directory } from '../directory/directory';
import { wording } from '../wording';
import type { Asking } from './asking';

/** One contact in words: `Fellbridge people team, 01632 960 100, open until 17:00`. */
export function sayContact(contact: Contact, now: Date): string {
  const opening = sayOpening(whenOpen(contact.hours, now, bankHolidays), now);
  return `${contact.name}, ${contact.phone} (${opening})`;
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

export async function contactsOf(
  asking: Asking,
  directory: Directory,
): Promise<readonly Contact[]> {
  return asking.organisation === undefined ? [] : directory.contacts(asking.organisation.id);
}
