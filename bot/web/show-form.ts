/** A form of a reply as a page draws it: NHS.UK fields, each tied to its hint and to what is wrong with it. */
import { waysOf } from '../conversation/show-form';
import type { Reply } from '../conversation/reply';
import { widgetOf, type FormFieldShown, type Widget } from '../conversation/reply-form';
import { FIELD_PREFIX } from '../conversation/written';
import { wording } from '../wording';

export interface ShownField {
  readonly id: string;
  readonly name: string;
  readonly draws: Widget;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly items: readonly { readonly value: string; readonly text: string }[];
  readonly problem: string | null;
}

export interface ShownForm {
  readonly title: string;
  readonly mark: string;
  readonly fields: readonly ShownField[];
  readonly errors: readonly { readonly text: string; readonly href: string }[];
  /** The presses as JSON: what is in the fields goes along. */
  readonly send: string;
  readonly leave: string;
}

/** @param message the id of the message that it stands in, so that each field has an id of its own */
export function showForm(form: Reply['form'], message: string): ShownForm | null {
  if (form?.kind !== 'open') return null;
  const { draft, mark, title } = form;
  const fields = form.fields.map((field) => showField(field, message));
  return {
    title,
    mark,
    fields,
    errors: form.fields.flatMap(({ called, problem }, index) =>
      problem === null
        ? []
        : [{ text: `${called}: ${problem}`, href: `#${fields[index]?.id ?? ''}` }],
    ),
    send: JSON.stringify({ kind: 'fill-in', draft, mark }),
    leave: JSON.stringify({ kind: 'leave-form', draft, mark }),
  };
}

/** The quiet way to the form; out of it leads a button of its own. */
export function showWay(reply: Reply): { readonly label: string; readonly press: string } | null {
  const [way] = reply.form?.kind === 'offered' ? waysOf(reply) : [];
  return way === undefined ? null : { label: way.label, press: JSON.stringify(way.press) };
}

function showField(field: FormFieldShown, message: string): ShownField {
  const { name, label, optional, hint, value, choices, problem } = field;
  return {
    id: `${message}-${name}`,
    name: `${FIELD_PREFIX}${name}`,
    draws: widgetOf(field),
    label: optional ? wording.form.optional(label) : label,
    hint,
    value,
    items: choices.map((choice) => ({ value: choice.value, text: choice.label })),
    problem,
  };
}
