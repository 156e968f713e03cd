/**
 * A form of a reply as the inputs of an Adaptive Card. The client says at once what is missing;
 * all of it is checked again when it comes back, and believed no more than a typed answer.
 */
import { widgetOf, type FormFieldShown, type OpenForm } from '../conversation/reply-form';
import { waysOf } from '../conversation/show-form';
import { FIELD_PREFIX } from '../conversation/written';
import { wording } from '../wording';
import { choice } from './card-actions';

export interface CardForm {
  readonly body: readonly object[];
  readonly actions: readonly object[];
}

/** @param withHints false where the card would be too large with them */
export function cardForm(form: OpenForm, withHints: boolean, nonce: string): CardForm {
  const { draft, mark, title, fields } = form;
  const wrong = fields.filter(({ problem }) => problem !== null);
  const summary = wrong.map(({ called, problem }) => `- ${called}: ${problem ?? ''}`);
  return {
    body: [
      heading(title),
      ...(wrong.length === 0
        ? []
        : [textOf(wording.form.summary, { weight: 'Bolder' }), textOf(summary.join('\n'))]),
      ...fields.flatMap((field) => [
        ...(field.problem === null ? [] : [textOf(field.problem, { color: 'Attention' })]),
        inputOf(field, withHints),
      ]),
    ],
    actions: [
      {
        type: 'Action.Submit',
        title: wording.form.send,
        style: 'positive',
        data: { press: { kind: 'fill-in', draft, mark }, nonce },
      },
      // Without the inputs: a client sends none while one that is needed is empty. The card stays
      // as it is, and can still be sent in until the request changes.
      ...waysOf({ form }).map((way) => ({ ...choice(way, nonce), associatedInputs: 'none' })),
    ],
  };
}

export const textOf = (text: string, more: object = {}): object => ({
  type: 'TextBlock',
  text,
  wrap: true,
  ...more,
});

export const heading = (text: string): object =>
  textOf(text, { style: 'heading', weight: 'Bolder', size: 'Medium' });

function inputOf(field: FormFieldShown, withHints: boolean): object {
  const { name, label, hint, optional, ifMissing, value } = field;
  const asked = optional ? wording.form.optional(label) : label;
  return {
    ...drawn(field),
    id: `${FIELD_PREFIX}${name}`,
    label: withHints && hint !== null ? `${asked} ${hint}` : asked,
    ...(optional ? {} : { isRequired: true, errorMessage: ifMissing }),
    ...(value !== '' && { value }),
  };
}

function drawn(field: FormFieldShown): object {
  const { maxLength, choices } = field;
  const text = { type: 'Input.Text', ...(maxLength !== null && { maxLength }) };
  const widget = widgetOf(field);
  switch (widget) {
    case 'date':
      return { type: 'Input.Date' };
    case 'words':
      return { ...text, isMultiline: true };
    case 'radios':
    case 'select':
      return {
        type: 'Input.ChoiceSet',
        style: widget === 'select' ? 'compact' : 'expanded',
        wrap: true,
        choices: choices.map((choice) => ({ title: choice.label, value: choice.value })),
      };
    // A number field would refuse "0.6 wte" and "£14.50", which are read here.
    case 'number':
    case 'text':
      return text;
  }
}
