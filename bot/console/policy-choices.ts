/** Every policy, by title, as a form offers them. */
import type { PolicySet } from '../../knowledge';

export const policyChoices = ({ policies }: Pick<PolicySet, 'policies'>) =>
  policies
    .map(({ meta }) => ({ value: meta.id, text: meta.title }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'));
