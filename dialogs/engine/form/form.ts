/** A request under way as one form: every field of its service, with what was said so far in it. */
import { createHash } from 'node:crypto';
import type { ServiceDefinition } from '../../catalogue/schema';
import type { Draft } from '../../request';
import { serviceOf } from '../ask';
import type { Asker } from '../asker';
import { isPost } from '../post-field';
import { formField, type FormField, type Wrong } from './form-field';

export interface Form {
  readonly title: string;
  /** Of the draft as it was drawn: a form of another state of it is out of date. */
  readonly mark: string;
  readonly fields: readonly FormField[];
}

/** @param wrong by field, what was written and cannot be taken over */
export function form(
  draft: Draft,
  asker: Asker,
  wrong: Readonly<Record<string, Wrong>> = {},
): Form {
  const service = serviceOf(draft, asker);
  return {
    title: service.title,
    mark: markOf(draft),
    fields: fieldsOf(service).map((field) => formField(field, draft, asker, wrong[field.name])),
  };
}

/** In the order of the catalogue; which job it is for comes first, as it stands above the rest. */
export function fieldsOf({ fields }: ServiceDefinition): ServiceDefinition['fields'] {
  return [...fields.filter(isPost), ...fields.filter((field) => !isPost(field))];
}

/** Changes with each value, and with each read-back; not with a question in between. */
function markOf({ id, nonce, fields, filledIn }: Draft): string {
  const values = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const state = JSON.stringify([id, nonce, values, filledIn.postId, filledIn.personId]);
  return createHash('sha256').update(state).digest('hex').slice(0, 32);
}
