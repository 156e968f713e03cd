/** "46.30 sorry", "no nationwide" at the read-back: a bare value of the only field of its kind. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import { WHAT_TO_CHANGE } from '../catalogue/what-to-change';
import type { Draft } from '../request';
import { NOTHING, type Gathered } from './gathered';
import { isAnswer, startsWithNo } from './reading/answers';

interface Corrected {
  readonly service: ServiceDefinition;
  readonly draft: Pick<Draft, 'fields' | 'asked'>;
  readonly said: string;
}

const FEW_WORDS = 6;
export const isBrief = (said: string): boolean => said.split(' ').length <= FEW_WORDS;

/**
 * @param bare what was said, without its "no"
 * @param read what that says for a field, as if it were asked for
 */
export function onlyValue(
  { service, draft, said }: Corrected,
  bare: string,
  read: (field: FieldDefinition) => Gathered,
): Gathered {
  if (!isBrief(said) || bare === '' || isAnswer('no', said)) return NOTHING;
  const isDenied = startsWithNo(said) || draft.asked === WHAT_TO_CHANGE;
  const [field, ...others] = service.fields.filter(
    ({ kind, isOrganisation }) =>
      kind === 'number' || kind === 'hours' || (isDenied && isOrganisation),
  );
  if (field === undefined || others.length > 0 || draft.fields[field.name] === undefined)
    return NOTHING;
  const value = read(field).values[field.name];
  return value === undefined ? NOTHING : { ...NOTHING, values: { [field.name]: value } };
}
