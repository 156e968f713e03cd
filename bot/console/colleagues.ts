/** To whom a request can be given. */
import type { DeskRequestWithEvents } from '../desk/desk-request';
import type { Person } from '../directory/directory';
import type { ConsoleTools } from './console-parts';
import { whoMay } from './who-may';

/** Those who work the requests of that organisation, but not who asked, nor whom it is about. */
export async function colleaguesFor(
  { directory }: Pick<ConsoleTools, 'directory'>,
  {
    organisation,
    requestedBy,
    onBehalfOf,
  }: Pick<DeskRequestWithEvents, 'organisation' | 'requestedBy' | 'onBehalfOf'>,
): Promise<readonly Person[]> {
  const organisations = await directory.organisations();
  return (await directory.people())
    .filter(({ id }) => id !== requestedBy.id && id !== onBehalfOf)
    .filter((person) => whoMay(person, organisations).requests.includes(organisation))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
