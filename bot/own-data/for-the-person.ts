/**
 * A person's data as they may have it. Their own words, and what was written to them, stand as they
 * are; in what others wrote about their questions and requests, the others' names and numbers are hidden.
 */
import { createMask } from '../console/mask';
import { london } from '../calendar/days';
import type { Directory, Person } from '../directory/directory';
import type { KeepMonths, OwnData, OwnDataReading } from './own-data';

export interface OwnDataTools {
  readonly ownData: OwnDataReading;
  readonly directory: Directory;
  readonly keepMonths: KeepMonths;
}

export interface OwnDataDocument extends OwnData {
  /** Rises when the shape changes. */
  readonly version: 1;
  readonly madeAt: string;
  readonly person: {
    readonly name: string;
    readonly email: string | null;
    readonly organisation: string;
    readonly nhsServiceStart: string | null;
    readonly posts: readonly { readonly title: string; readonly place: string }[];
  };
  readonly keptMonths: KeepMonths;
}

export async function forThePerson(
  { ownData, directory, keepMonths }: OwnDataTools,
  person: Person,
  now: Date,
): Promise<OwnDataDocument> {
  const [data, people, employer] = await Promise.all([
    ownData.of(person.id),
    directory.people(),
    directory.organisation(person.organisation),
  ]);
  const others = people.filter(({ id }) => id !== person.id);
  const mask = createMask(others, london(now).year);
  return {
    version: 1,
    madeAt: now.toISOString(),
    person: {
      name: person.name,
      email: person.email ?? null,
      organisation: employer?.name ?? person.organisation,
      nhsServiceStart: person.nhsServiceStart ?? null,
      posts: person.posts.map(({ title, place }) => ({ title, place })),
    },
    keptMonths: keepMonths,
    ...maskOthers(data, (text) => (text === null ? null : mask(text))),
  };
}

type MaskText = (text: string | null) => string | null;

const maskOthers = (data: OwnData, mask: MaskText): OwnData => ({
  ...data,
  verdicts: data.verdicts.map((one) => ({ ...one, note: mask(one.note) })),
  notes: data.notes.map((one) => ({ ...one, text: mask(one.text) })),
  requests: data.requests.map((one) => ({
    ...one,
    events: one.events.map((event) => ({ ...event, note: mask(event.note) })),
  })),
});
