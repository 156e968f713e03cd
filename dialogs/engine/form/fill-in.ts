/**
 * A form that was sent in: read by the engine of the chat, under the same checks, to the same
 * read-back. Pure, as the chat's steps are: nothing is stored here, and a form sends nothing.
 */
import { leftOut as none } from '../../catalogue/left-out';
import type { FieldDefinition, ServiceDefinition } from '../../catalogue/schema';
import type { Draft } from '../../request';
import type { AdvanceIds } from '../advance';
import { askFor, serviceOf } from '../ask';
import type { Asker } from '../asker';
import { NOTHING, type FieldProblem, type Gathered } from '../gathered';
import { plain } from '../plain';
import { isAnswer } from '../reading/answers';
import { settle, takenOver, wrongDays, type Setting } from '../settle';
import type { Step } from '../step';
import { fieldsOf, form, type Form } from './form';
import { shownValue, type Wrong } from './form-field';
import { readWritten } from './read-written';

/** By the names of the fields. */
export type Written = Readonly<Record<string, string>>;

export type FilledIn =
  | { readonly kind: 'read'; readonly step: Step }
  /** What is right is in the draft; the rest is in the form as it was written, with what is wrong. */
  | {
      readonly kind: 'wrong';
      readonly draft: Draft;
      readonly form: Form;
    }
  /** It holds a field that the service does not have: nothing of it is taken over. */
  | { readonly kind: 'another' };

/** Never throws on what was written; the same arguments give the same. */
export function fillIn(draft: Draft, sent: Written, asker: Asker, ids: AdvanceIds): FilledIn {
  const service = serviceOf(draft, asker);
  const names = service.fields.map(({ name }) => name);
  if (!Object.keys(sent).every((name) => names.includes(name))) return { kind: 'another' };
  // A client that lost its fields emptied none of them.
  const isLost = Object.keys(sent).length === 0;
  const all = isLost ? shownValues(draft, asker) : sent;
  const { taken, wrong, leftOut, ...read } = readForm(draft, all, asker, ids);
  const skipped = [...new Set([...draft.skipped, ...leftOut])];
  const setting = { ...read, draft: { ...read.draft, skipped } };
  const [first] = wrong;
  if (first === undefined) return { kind: 'read', step: settle(setting, taken) };
  const next: Draft = {
    ...takenOver(setting, taken),
    stage: 'asking',
    asked: first.field.name,
    misses: draft.misses + 1,
  };
  return { kind: 'wrong', draft: next, form: form(next, asker, givenBack(wrong, all)) };
}

/**
 * Back to the chat: what is right is kept, and what is not is asked for there.
 * @param sent what was written; a field that is not in it is as it was
 */
export function leaveForm(draft: Draft, sent: Written, asker: Asker, ids: AdvanceIds): Step {
  const all = { ...shownValues(draft, asker), ...sent };
  const { taken, wrong, ...setting } = readForm(draft, all, asker, ids);
  const first = wrong.find(({ problem }) => problem.kind !== 'missing');
  if (first === undefined) return settle(setting, taken);
  return askFor(takenOver(setting, taken), first.field, asker, first);
}

function shownValues(draft: Draft, asker: Asker): Written {
  const { fields } = serviceOf(draft, asker);
  return Object.fromEntries(fields.map((field) => [field.name, shownValue(field, draft, asker)]));
}

interface Read extends Setting, Parts {
  /** Names of optional fields that they were asked for and left empty. */
  readonly leftOut: readonly string[];
}

function readForm(before: Draft, sent: Written, asker: Asker, { nonce, now }: AdvanceIds): Read {
  const service = serviceOf(before, asker);
  const draft: Draft = { ...before, asked: null, updatedAt: now.toISOString() };
  const parts = readFields({ service, draft, asker, sent });
  const leftOut = service.fields
    .filter((field) => field.askIfMissing && isLeftOut(field, written(field, sent)))
    .map(({ name }) => name);
  return {
    service,
    draft,
    asker,
    nonce,
    leftOut,
    ...withoutWrongDays(service, draft, asker, parts),
  };
}

interface Reading {
  readonly service: ServiceDefinition;
  readonly draft: Draft;
  readonly asker: Asker;
  readonly sent: Written;
}

interface Parts {
  readonly taken: Gathered;
  readonly wrong: readonly FieldProblem[];
}

function readFields(reading: Reading): Parts {
  return fieldsOf(reading.service).reduce<Parts>(
    ({ taken, wrong }, field) => {
      const { problem, ...one } = readField(field, reading, taken);
      return {
        taken: {
          values: { ...taken.values, ...one.values },
          filledIn: { ...taken.filledIn, ...one.filledIn },
          dropped: [...taken.dropped, ...one.dropped],
        },
        wrong: problem === undefined ? wrong : [...wrong, problem],
      };
    },
    { taken: NOTHING, wrong: [] },
  );
}

function readField(field: FieldDefinition, reading: Reading, taken: Gathered): Gathered {
  const { service, draft, asker, sent } = reading;
  const text = written(field, sent);
  if (isLeftOut(field, text)) return { ...NOTHING, dropped: [field.name] };
  if (text === '') return { ...NOTHING, problem: { field, problem: { kind: 'missing' } } };
  if (text !== shownValue(field, draft, asker)) {
    const known = { ...without(draft.fields, taken.dropped), ...taken.values };
    return readWritten(field, text, { service, known, asker });
  }
  // Ana's agreement is not Tom's.
  return isOfAnother(field, draft, taken)
    ? {
        ...NOTHING,
        dropped: [field.name],
        problem: { field, problem: { kind: 'said-of-another' } },
      }
    : NOTHING;
}

function isOfAnother({ belongsTo }: FieldDefinition, draft: Draft, taken: Gathered): boolean {
  const [had, has] =
    belongsTo === undefined ? [] : [draft.fields[belongsTo], taken.values[belongsTo]];
  if (had === undefined || has === undefined) return false;
  return had !== has || taken.filledIn.personId !== draft.filledIn.personId;
}

/** A day that may not stand is not taken over, though it may have stood before: its neighbour moved. */
function withoutWrongDays(
  service: ServiceDefinition,
  draft: Draft,
  asker: Asker,
  { taken, wrong }: Parts,
): Parts {
  const known = { ...without(draft.fields, taken.dropped), ...taken.values };
  const days = wrongDays(service, { fields: known }, asker);
  const names = days.map(({ field }) => field.name);
  // What was already wrong comes first, and is told alone.
  const all = [...wrong, ...days];
  return {
    taken: {
      ...taken,
      values: without(taken.values, names),
      dropped: [...taken.dropped, ...names],
    },
    wrong: fieldsOf(service).flatMap((field) =>
      all.filter((one) => one.field.name === field.name).slice(0, 1),
    ),
  };
}

/** As it was written; but bank details are kept nowhere, and another's answer is given anew. */
function givenBack(wrong: readonly FieldProblem[], all: Written): Readonly<Record<string, Wrong>> {
  return Object.fromEntries(
    wrong.map(({ field, problem }) => {
      const isKept = problem.kind !== 'bank-details' && problem.kind !== 'said-of-another';
      return [field.name, { written: isKept ? written(field, all) : '', problem }];
    }),
  );
}

const written = ({ name }: FieldDefinition, sent: Written): string =>
  (sent[name] ?? '').replaceAll('\r\n', '\n').trim();

function isLeftOut({ optional }: FieldDefinition, text: string): boolean {
  return optional && (text === '' || text === none.value || isAnswer('skip', plain(text)));
}

function without<T>(values: Readonly<Record<string, T>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
