/** What can be pressed on the replies that somebody sees: their buttons, the thumbs, the form that stands open. */
import type { Reply } from '../../bot/conversation/reply';
import { waysOf } from '../../bot/conversation/show-form';
import { Press, type Said } from '../../bot/conversation/turn';

/** @throws Error where none of them has it */
export function pressOn(shown: readonly Reply[], label: string): Said {
  const button = shown
    .flatMap((reply) => [...reply.buttons, ...waysOf(reply)])
    .findLast((one) => one.label === label);
  const press = button?.press ?? feedbackPress(shown[0], label);
  if (press === undefined) throw new Error(`The last reply has no button "${label}".`);
  return { kind: 'press', press };
}

/** The form as it stands, with some of its fields changed. @throws Error where none stands open */
export function formOn(
  shown: readonly Reply[],
  kind: 'fill-in' | 'leave-form',
  changes: Readonly<Record<string, string>>,
): Said {
  const form = shown.findLast((reply) => reply.form?.kind === 'open')?.form;
  if (form?.kind !== 'open') throw new Error('No form stands open in the last reply.');
  const { draft, mark, fields } = form;
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return { kind: 'press', press: { kind, draft, mark, values: { ...values, ...changes } } };
}

function feedbackPress(reply: Reply | undefined, label: string): Press | undefined {
  if (reply?.feedback == null) return undefined;
  return Press.parse({
    kind: 'rate',
    interaction: reply.feedback.interaction,
    rating: label.toLowerCase(),
  });
}
