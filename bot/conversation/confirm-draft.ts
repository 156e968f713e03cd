/** A draft with nothing missing: read back with what the policies say of it, for the person to say yes to. */
import type { Step } from '../../dialogs';
import { wording } from '../wording';
import { asked, serviceOf } from './draft-shown';
import type { Button } from './reply';
import type { Played, Scene } from './room';
import { checkDraft } from './rule-check';
import { listed, offerButtons, offersOf, rulesShown } from './rule-shown';

/** The question that sends it comes last, after what they should know first. */
export async function confirming(
  scene: Scene,
  draft: Step['draft'],
  expected: number,
): Promise<Played> {
  const { asking, tools } = scene;
  const summary = tools.dialogs.readBack(draft, asking.asker);
  const question = [...managerReads(scene, draft), sendQuestion(scene, draft)].join(' ');
  const send: Button = {
    label: wording.request.send,
    press: { kind: 'confirm', draft: draft.id, nonce: draft.nonce },
  };
  const buttons = [send, ...leaveOutButtons(scene, draft)];
  const found = await checkDraft(scene, draft);
  if (found.length === 0) return asked(draft, expected, `${summary} ${question}`, buttons);
  const { lines, citations } = rulesShown(found, asking.organisation?.shortName);
  const offered = offersOf(scene, found);
  const told = [wording.rules.before, listed(lines)].join(lines.length === 1 ? ' ' : '\n\n');
  const text = [summary, told, question].join('\n\n');
  const played = asked(draft, expected, text, [...buttons, ...offerButtons(offered)]);
  const offers = offered.map(({ id }) => id);
  return { ...played, reply: { ...played.reply, citations, offers } };
}

function sendQuestion(scene: Scene, draft: Step['draft']): string {
  const { confirm, approver } = serviceOf(scene, draft.service);
  const { sendQuestion: toManager, sendToPeopleServices } = wording.request;
  return confirm ?? (approver === 'manager' ? toManager : sendToPeopleServices);
}

function managerReads(scene: Scene, draft: Step['draft']): readonly string[] {
  const { approver, isPrivate, fields } = serviceOf(scene, draft.service);
  const hasWords = fields.some(
    ({ name, kind }) => kind === 'text' && draft.fields[name] !== undefined,
  );
  return approver === 'manager' && isPrivate && hasWords ? [wording.request.managerReads] : [];
}

/** A reason or a note that nobody had to give was in a message: one press takes it back. */
function leaveOutButtons(scene: Scene, draft: Step['draft']): Button[] {
  const { fields } = serviceOf(scene, draft.service);
  return fields
    .filter(
      ({ name, kind, optional }) => optional && kind === 'text' && draft.fields[name] !== undefined,
    )
    .map(({ label }) => {
      const words = wording.request.leaveOut(label);
      return { label: words, press: { kind: 'say', text: words } };
    });
}
