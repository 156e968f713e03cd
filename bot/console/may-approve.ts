/**
 * Nobody approves their own words as long as anybody else may. Where nobody else may, such as in a
 * practice with one policy owner, a wrong rule would stay in force for ever: then they publish it
 * themselves, and the history says so.
 */
import type { Person } from '../directory/directory';
import type { ConsoleTools, Reader } from './console-parts';
import { whoMay } from './who-may';
import type { WordingChange } from './wording-changes';

export type MayApprove =
  | { readonly kind: 'yes' | 'alone' | 'no' }
  | { readonly kind: 'own-words'; readonly others: readonly Person[] };

export async function mayApprove(
  { directory }: Pick<ConsoleTools, 'directory'>,
  { person, may }: Reader,
  { organisation, by }: Pick<WordingChange, 'organisation' | 'by'>,
): Promise<MayApprove> {
  if (!may.wording.includes(organisation)) return { kind: 'no' };
  if (by !== person.id) return { kind: 'yes' };
  const organisations = await directory.organisations();
  const others = (await directory.people()).filter(
    (one) => one.id !== by && whoMay(one, organisations).wording.includes(organisation),
  );
  return others.length === 0 ? { kind: 'alone' } : { kind: 'own-words', others };
}
