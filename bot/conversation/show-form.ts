/** A request's form beside its chat: when the way to it is shown, when it stands open, and how it stays. */
import type { AskStep, Draft, Form } from '../../dialogs';
import { wording } from '../wording';
import { uploadOf } from './draft-files';
import { asked, MISSES_BEFORE_A_PERSON, serviceOf } from './draft-shown';
import type { Button, Reply } from './reply';
import type { FormShown, OpenForm } from './reply-form';
import { focusOf, type FocusedDraft, type Played, type Scene } from './room';

/** Fewer questions are answered sooner than a form is filled in. */
const WORTH_A_FORM = 2;

/** The whole request as one form, in place of its next question. It sends nothing. */
export function openForm(scene: Scene, focused: FocusedDraft): Played {
  const { tools, asking } = scene;
  const form = tools.dialogs.form(focused.draft, asking.asker);
  return withForm(scene, focused, form, wording.form.open(form.title));
}

export function withForm(
  scene: Scene,
  { draft, version }: FocusedDraft,
  form: Form | OpenForm,
  text: string,
  buttons: Button[] = [],
): Played {
  const played = asked(scene, draft, version, text, buttons);
  const { title, mark, fields } = form;
  const shown: OpenForm = {
    kind: 'open',
    draft: draft.id,
    mark,
    title,
    fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
  };
  // Nothing is read back while it is open, so that a "yes" agrees to nothing.
  const request = played.reply.request && { ...played.reply.request, stage: 'asking' as const };
  return { ...played, reply: { ...played.reply, request, form: shown } };
}

/** The form that stands open for this draft as it is; undefined where the chat goes on. */
export function formStillOpen(scene: Scene, focused: FocusedDraft): Played | undefined {
  const form = openIn(scene, focused.draft);
  if (form === undefined || focused.draft.misses >= MISSES_BEFORE_A_PERSON) return undefined;
  return withForm(scene, focused, form, wording.form.carryOn);
}

export const isFormOpen = (scene: Scene, { draft }: FocusedDraft): boolean =>
  openIn(scene, draft) !== undefined;

/** A word to the assistant between two looks at a form takes the form from nobody, nor where a file is added. */
export function withFormKept(scene: Scene, played: Played): Played {
  const focus = focusOf(scene);
  const form = focus && openIn(scene, focus.draft);
  const { reply, effects, state } = played;
  const isBeside = reply.form === null && reply.request === null && reply.outcome !== 'signposted';
  const isSame = state.focus === undefined || state.focus === form?.draft;
  const isChanged = effects.some(
    ({ kind }) =>
      kind === 'draft-saved' || kind === 'draft-closed' || kind === 'conversations-deleted',
  );
  if (!focus || !form || !isBeside || !isSame || isChanged) return played;
  const upload = uploadOf(scene, serviceOf(scene, focus.draft.service), focus.draft);
  return { ...played, reply: { ...reply, form, upload } };
}

function openIn({ opened, tools, asking }: Scene, draft: Draft): OpenForm | undefined {
  const form = opened.newest?.form;
  if (form?.kind !== 'open' || form.draft !== draft.id) return undefined;
  return form.mark === tools.dialogs.form(draft, asking.asker).mark ? form : undefined;
}

/** Where an answer was not understood, and where something is to change. */
export function formForStuck(scene: Scene, { draft, problem }: AskStep): FormShown | null {
  const isStuck = problem !== undefined || draft.misses > 0 || draft.stage === 'confirming';
  return isStuck ? offerOf(scene, draft, 'all') : null;
}

/** At the start of a request, and when somebody comes back to it: where several things are still to be told. */
export const formForStart = (scene: Scene, draft: Draft): FormShown | null =>
  offerOf(scene, draft, 'missing');

function offerOf(
  { turn, tools, asking }: Scene,
  draft: Draft,
  counted: 'missing' | 'all',
): FormShown | null {
  // A call is read out, word for word.
  if (turn.door === 'terminal' || turn.door === 'phone') return null;
  const { fields } = tools.dialogs.form(draft, asking.asker);
  const some = fields.filter(
    ({ optional, value }) => counted === 'all' || (!optional && value === ''),
  );
  return some.length < WORTH_A_FORM ? null : { kind: 'offered', draft: draft.id };
}

/** The way to the form, or out of it: apart from the other buttons, and typed as well as pressed. */
export function waysOf({ form }: Pick<Reply, 'form'>): Button[] {
  if (form === null) return [];
  const { draft } = form;
  return form.kind === 'offered'
    ? [{ label: wording.form.instead, press: { kind: 'open-form', draft } }]
    : [{ label: wording.form.leave, press: { kind: 'leave-form', draft, mark: form.mark } }];
}
