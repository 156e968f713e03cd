/** A draft with nothing missing: read back with what the policies say of it, for the person to say yes to. */
import { readBackNonce, type ServiceDefinition, type Step } from '../../dialogs';
import { wording } from '../wording';
import { fileWords } from './draft-files';
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
  const service = serviceOf(scene, draft.service);
  const question = [
    ...managerReads(service, draft),
    fileWords(scene, service, draft),
    sendQuestion(service),
  ]
    .filter((part) => part !== '')
    .join(' ');
  const send: Button = {
    label: wording.request.send,
    press: { kind: 'confirm', draft: draft.id, nonce: readBackNonce(draft) },
  };
  const buttons = [send, ...leaveOutButtons(service, draft)];
  const found = await checkDraft(scene, draft);
  if (found.length === 0) return asked(scene, draft, expected, `${summary} ${question}`, buttons);
  const { lines, citations } = rulesShown(found, asking.organisation?.shortName);
  const offered = offersOf(scene, found);
  const told = [wording.rules.before, listed(lines)].join(lines.length === 1 ? ' ' : '\n\n');
  const text = [summary, told, question].join('\n\n');
  const played = asked(scene, draft, expected, text, [...buttons, ...offerButtons(offered)]);
  const offers = offered.map(({ id }) => id);
  return { ...played, reply: { ...played.reply, citations, offers } };
}

function sendQuestion({ confirm, approver }: ServiceDefinition): string {
  const { sendQuestion: toManager, sendToPeopleServices } = wording.request;
  return confirm ?? (approver === 'manager' ? toManager : sendToPeopleServices);
}

function managerReads(
  { approver, isPrivate, fields }: ServiceDefinition,
  draft: Step['draft'],
): readonly string[] {
  const hasWords = fields.some(
    ({ name, kind }) => kind === 'text' && draft.fields[name] !== undefined,
  );
  return approver === 'manager' && isPrivate && hasWords ? [wording.request.managerReads] : [];
}

/** A reason or a note that nobody had to give was in a message: one press takes it back. */
function leaveOutButtons({ fields }: ServiceDefinition, draft: Step['draft']): Button[] {
  return fields
    .filter(
      ({ name, kind, optional }) => optional && kind === 'text' && draft.fields[name] !== undefined,
    )
    .map(({ label }) => {
      const words = wording.request.leaveOut(label);
      return { label: words, press: { kind: 'say', text: words } };
    });
}
