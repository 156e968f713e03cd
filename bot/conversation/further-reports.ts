/**
 * Those further down a manager's line: a matron may ask for somebody on a ward, whose ward manager
 * reports to her. The directory alone says who that is; of a long line, only those come in who are
 * named now, or whose request is under way.
 */
import { isNamedIn, type Draft, type Report } from '../../dialogs';
import type { Directory, Person, PersonId } from '../directory/directory';
import { reportTo, type Asking } from './asking';
import type { Turn } from './turn';

/** With them behind those who report to the asker directly. */
export async function withFurtherReports(
  asking: Asking,
  directory: Pick<Directory, 'reportsOf'>,
  said: Turn['said'],
  drafts: readonly Pick<Draft, 'filledIn'>[],
): Promise<Asking> {
  const { asker } = asking;
  if (asker.reports.length === 0) return asking;
  const held = new Set(drafts.flatMap(({ filledIn }) => filledIn.personId ?? []));
  const text = wordsOf(said);
  const isMeant = ({ id, name, givenName }: Person): boolean =>
    held.has(id) || isNamedIn(text, { name, givenName });
  const further = await below(asking.id, asker.reports, directory, isMeant);
  return further.length === 0
    ? asking
    : { ...asking, asker: { ...asker, reports: [...asker.reports, ...further] } };
}

function wordsOf(said: Turn['said']): string {
  if (said.kind === 'text') return said.text;
  if (said.kind !== 'press') return '';
  const { press } = said;
  if (press.kind === 'say') return press.text;
  return 'values' in press ? Object.values(press.values ?? {}).join('\n') : '';
}

/** Each once, and never the asker, whatever the directory says. */
async function below(
  asker: PersonId,
  direct: readonly Report[],
  directory: Pick<Directory, 'reportsOf'>,
  isMeant: (person: Person) => boolean,
): Promise<readonly Report[]> {
  const seen = new Set([asker, ...direct.map(({ id }) => id)]);
  const line = direct.map(({ id }) => id);
  const found: Report[] = [];
  for (let manager = line.shift(); manager !== undefined; manager = line.shift()) {
    for (const person of await directory.reportsOf(manager)) {
      if (seen.has(person.id)) continue;
      seen.add(person.id);
      line.push(person.id);
      if (isMeant(person)) found.push({ ...reportTo(manager, person), isFurther: true });
    }
  }
  return found;
}
