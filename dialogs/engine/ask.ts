/** What to ask now: the field that they want to change, else the first that is missing, else the read-back. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import { findService } from '../catalogue/services';
import { problemChoices } from '../catalogue/problem-text';
import { whatToChange, WHAT_TO_CHANGE } from '../catalogue/what-to-change';
import type { Draft } from '../request';
import { listed, type Asker } from './asker';
import type { FieldProblem } from './gathered';
import { fillSlots } from './read-back';
import { isKnown, withPostField } from './post-field';
import type { AskStep, ConfirmStep } from './step';

/**
 * The draft's service, with the question of the post where it has one.
 * @throws where no service has the draft's id: drafts are only made of services
 */
export function serviceOf(draft: Pick<Draft, 'service'>, asker: Asker): ServiceDefinition {
  const service = findService(draft.service);
  if (service === undefined) throw new Error(`No service is called "${draft.service}".`);
  return withPostField(service, asker);
}

/** For coming back after a question in between; changes nothing. */
export function ask(draft: Draft, asker: Asker): AskStep | ConfirmStep {
  const service = serviceOf(draft, asker);
  if (draft.asked === WHAT_TO_CHANGE) return askWhatToChange(draft, service);
  const field = pendingField(service, draft);
  if (field === undefined) return { kind: 'confirm', draft, corrected: false };
  const wrong: FieldProblem = { field, problem: { kind: 'not-understood' } };
  return askFor(
    draft,
    field,
    asker,
    draft.misses > 0 && draft.isUnsure !== true ? wrong : undefined,
  );
}

export function pendingField(
  service: ServiceDefinition,
  draft: Pick<Draft, 'asked' | 'fields' | 'filledIn' | 'skipped'>,
): FieldDefinition | undefined {
  const asked = service.fields.find(({ name }) => name === draft.asked);
  return asked ?? firstMissing(service, draft);
}

export function firstMissing(
  service: ServiceDefinition,
  draft: Pick<Draft, 'fields' | 'filledIn' | 'skipped'>,
): FieldDefinition | undefined {
  return service.fields.find(
    (field) =>
      !isKnown(field, draft) &&
      (!field.optional || (field.askIfMissing && !draft.skipped.includes(field.name))),
  );
}

export function askFor(
  draft: Draft,
  field: FieldDefinition,
  asker: Asker,
  wrong?: FieldProblem,
): AskStep {
  const choices = choicesOf(field, asker, wrong);
  return {
    kind: 'ask',
    draft: { ...draft, stage: 'asking', asked: field.name },
    field: { ...field, ask: fillSlots(field.ask, draft, asker) ?? field.ask },
    ...(wrong !== undefined && { problem: wrong.problem }),
    ...(choices.length > 0 && { choices }),
  };
}

export function askWhatToChange(draft: Draft, service: ServiceDefinition): AskStep {
  const shown = service.fields.filter((field) => isKnown(field, draft));
  return {
    kind: 'ask',
    draft: { ...draft, stage: 'confirming', asked: WHAT_TO_CHANGE },
    field: whatToChange,
    choices: shown.map(({ label }) => label),
  };
}

function choicesOf(
  field: FieldDefinition,
  asker: Asker,
  wrong: FieldProblem | undefined,
): readonly string[] {
  if (field.kind === 'person')
    return (wrong?.among ?? listed(asker.reports)).map(({ name }) => name);
  const days = wrong === undefined ? [] : problemChoices(wrong.problem);
  return field.choices?.map(({ label }) => label) ?? days;
}
