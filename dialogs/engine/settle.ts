/** Takes over what was said and decides what happens now: ask for a field, or read all of it back. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import type { Draft, FieldValue } from '../request';
import { askFor, firstMissing } from './ask';
import type { Asker } from './asker';
import type { FieldProblem, Gathered } from './gathered';
import { dayFieldsOf, dayIn } from './place-days';
import { outOfBounds } from './reading/bounds';
import { addDays, type Day } from './reading/days';
import type { Problem } from './reading/reading';
import { withPostFilledIn } from './post-field';
import type { Step } from './step';

export interface Setting {
  readonly service: ServiceDefinition;
  readonly draft: Draft;
  readonly asker: Asker;
  readonly nonce: string;
}

export function settle(setting: Setting, gathered: Gathered): Step {
  const { service, draft, asker, nonce } = setting;
  const next = takenOver(setting, gathered);
  const { fields } = next;

  const wrong = gathered.problem ?? outOfOrder(service, next, asker);
  if (wrong !== undefined) return askAgain(setting, next, wrong);

  const field = firstMissing(service, next);
  if (field !== undefined) return askFor(next, field, asker);
  const changed = Object.keys(fields).some(
    (name) => draft.fields[name] !== undefined && draft.fields[name] !== fields[name],
  );
  return {
    kind: 'confirm',
    draft: { ...next, stage: 'confirming', asked: null, nonce },
    corrected: changed || draft.stage === 'confirming',
  };
}

/** The draft with what was heard in it. */
export function takenOver(
  { service, draft, asker }: Omit<Setting, 'nonce'>,
  gathered: Gathered,
): Draft {
  const heard = withPostFilledIn(gathered, asker);
  const said = { ...draft.fields, ...heard.values };
  const fields = without(said, [...heard.dropped, ...outdated(service, draft, heard)]);
  const filledIn = { ...countedFrom(service, draft, heard), ...heard.filledIn };
  const spokenOf = heard.spokenOf ?? draft.spokenOf;
  return {
    ...withoutSuggestion(draft),
    fields,
    filledIn,
    misses: 0,
    ...(spokenOf !== undefined && { spokenOf }),
  };
}

/** "Tomorrow" was counted from a day; once every day is put right in other words, none is. */
function countedFrom(
  { fields }: ServiceDefinition,
  draft: Draft,
  { values }: Gathered,
): Draft['filledIn'] {
  const days = fields.filter(
    ({ name, kind }) => kind === 'date' && draft.fields[name] !== undefined,
  );
  const isKept =
    days.length === 0 ||
    days.some(({ name }) => values[name] === undefined || values[name] === draft.fields[name]);
  return isKept
    ? draft.filledIn
    : Object.fromEntries(Object.entries(draft.filledIn).filter(([name]) => name !== 'countedFrom'));
}

/** The same field missed again counts on; another one starts from one. */
function askAgain(
  { service, draft: before, asker }: Setting,
  next: Draft,
  wrong: FieldProblem,
): Step {
  const misses = before.asked === wrong.field.name ? before.misses + 1 : 1;
  const suggested = suggestionOf(service, wrong);
  const draft = {
    ...next,
    misses,
    ...(suggested !== undefined && { suggested }),
    ...(wrong.problem.kind === 'today-or-next' && wrong.problem.isAlone && { isOneDay: true }),
  };
  return askFor(draft, wrong.field, asker, wrong);
}

function suggestionOf(
  service: ServiceDefinition,
  { problem }: FieldProblem,
): Record<string, FieldValue> | undefined {
  const fields = dayFieldsOf(service);
  if (fields === undefined) return undefined;
  if (problem.kind !== 'last-before-first' || problem.suggestion === undefined) return undefined;
  const { first, last } = problem.suggestion;
  return {
    [fields.first.name]: first,
    ...(fields.last !== undefined && { [fields.last.name]: last }),
  };
}

/** A draft that lay overnight may hold a day that has passed. */
export function outOfOrder(
  service: ServiceDefinition,
  draft: Pick<Draft, 'fields'>,
  asker: Asker,
): FieldProblem | undefined {
  return wrongDays(service, draft, asker)[0];
}

/** Every day that may not stand where it does; the order of a span is looked at when each of its days may. */
export function wrongDays(
  service: ServiceDefinition,
  draft: Pick<Draft, 'fields'>,
  asker: Asker,
): readonly FieldProblem[] {
  const wrong = service.fields
    .filter(({ kind }) => kind === 'date')
    .flatMap((field) => {
      const day = dayIn(draft, field);
      const problem =
        day === undefined
          ? undefined
          : (outOfBounds(field, day, asker.today) ?? farFromOther(field, day, draft));
      return problem === undefined ? [] : [{ field, problem }];
    });
  if (wrong.length > 0) return wrong;
  const fields = dayFieldsOf(service);
  const [first, last] = [dayIn(draft, fields?.first), dayIn(draft, fields?.last)];
  if (fields === undefined || first === undefined) return [];
  if (fields.last === undefined || last === undefined || last >= first) return [];
  const problem = { kind: 'last-before-first', first, last, suggestion: undefined } as const;
  return [{ field: fields.last, problem }];
}

/** A start of leave months before the baby is due is a slip: "the 12th" was of another month. */
function farFromOther(
  { around }: FieldDefinition,
  day: Day,
  draft: Pick<Draft, 'fields'>,
): Problem | undefined {
  const other = around === undefined ? undefined : draft.fields[around.field];
  if (around === undefined || typeof other !== 'string') return undefined;
  const [first, last] = [addDays(other, -around.back), addDays(other, around.ahead)];
  return day < first || day > last ? { kind: 'too-far', day, first, last } : undefined;
}

/** Ana's agreement is not Tom's. */
function outdated(
  service: ServiceDefinition,
  { fields }: Draft,
  { values }: Gathered,
): readonly string[] {
  return service.fields
    .filter(({ name, belongsTo }) => {
      const [had, has] = belongsTo === undefined ? [] : [fields[belongsTo], values[belongsTo]];
      return had !== undefined && has !== undefined && had !== has && values[name] === undefined;
    })
    .map(({ name }) => name);
}

function without(
  fields: Readonly<Record<string, FieldValue>>,
  names: readonly string[],
): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** Without what belonged to the last answer alone. */
export function withoutSuggestion(draft: Draft): Draft {
  const rest = { ...draft };
  delete rest.suggested;
  delete rest.isUnsure;
  delete rest.isOneDay;
  return rest;
}
