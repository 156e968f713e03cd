/** Narrows a page to one organisation of those that its reader may see; never to another. */
import type { Reader } from './console-parts';

export interface OrganisationFilter {
  readonly chosen: readonly string[];
  /** Empty where there is nothing to choose. */
  readonly choices: readonly { value: string; text: string; selected: boolean }[];
}

export function organisationFilter(
  { organisations }: Pick<Reader, 'organisations'>,
  allowed: readonly string[],
  query: URLSearchParams,
): OrganisationFilter {
  const wanted = query.get('organisation') ?? '';
  if (allowed.length < 2) return { chosen: allowed, choices: [] };
  const choice = (value: string, text: string) => ({ value, text, selected: value === wanted });
  return {
    chosen: wanted === '' ? allowed : allowed.filter((id) => id === wanted),
    choices: [
      choice('', 'All organisations'),
      ...allowed.map((id) => choice(id, organisations.get(id) ?? id)),
    ],
  };
}
