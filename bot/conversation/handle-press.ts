/** Buttons: what they carry is checked against what is stored, and an old one says so. */
import { readBackNonce } from '../../dialogs';
import { wording } from '../wording';
import { takeOut } from './attach-files';
import { sendAnswer, showQuestion } from './answer-asked';
import { askRequester, sendQuestion } from './ask-requester';
import { approve, showReference } from './decide-task';
import { askReasonAgain, decline, notNow, tellReason } from './decline-task';
import { again, playStep, whereWeAre } from './play-step';
import { send } from './send-request';
import { startRequest } from './start-request';
import { focusOf, plainly, type Played, type Scene } from './room';
import { openForm } from './show-form';
import { explain, rate, satisfied, showReply } from './take-feedback';
import { formToPeople, takeForm } from './take-form';
import {
  askPerson,
  dropNote,
  endByPerson,
  reopenByPerson,
  sendToTeam,
  unknown,
} from './talk-to-person';
import { askWhatToTell, tellReadBack } from './tell-person';
import type { Press } from './turn';
import { askToWithdraw, keep, withdraw } from './withdraw-request';

type OtherPress = Exclude<Press, { kind: 'say' | 'for-assistant' }>;

/** Buttons of older requests are out of sight; those that are pressed all the same are told so. */
const RECENT_REQUESTS = 20;

export async function handlePress(scene: Scene, press: OtherPress): Promise<Played> {
  switch (press.kind) {
    case 'start': {
      const service = scene.tools.dialogs.service(press.service);
      const { offered } = scene.opened.state;
      const said = offered?.service === press.service ? offered.text : '';
      return service === undefined ? old(scene) : startRequest(scene, service, said);
    }
    case 'confirm': {
      const draft = draftOf(scene, press.draft);
      if (draft === undefined) return alreadySent(scene, press.draft);
      const isConfirming = draft.draft.stage === 'confirming';
      const isCurrent = isConfirming && readBackNonce(draft.draft) === press.nonce;
      return isCurrent ? send(scene, draft) : again(scene, draft, wording.request.oldButton);
    }
    case 'cancel': {
      const draft = draftOf(scene, press.draft);
      if (draft === undefined) return alreadySent(scene, press.draft);
      return playStep(scene, { kind: 'cancelled', draft: draft.draft }, draft.version);
    }
    case 'take-out-file': {
      const draft = draftOf(scene, press.draft);
      return draft === undefined
        ? alreadySent(scene, press.draft)
        : takeOut(scene, draft, press.file);
    }
    case 'keep-files': {
      const draft = draftOf(scene, press.draft);
      return draft === undefined ? alreadySent(scene, press.draft) : whereWeAre(scene, draft);
    }
    case 'open-form': {
      const draft = draftOf(scene, press.draft);
      return draft === undefined ? alreadySent(scene, press.draft) : openForm(scene, draft);
    }
    case 'fill-in':
    case 'leave-form': {
      const draft = draftOf(scene, press.draft);
      const gone = () => alreadySent(scene, press.draft, wording.form.gone);
      return (
        (await formToPeople(scene, press, draft)) ??
        (draft === undefined ? gone() : takeForm(scene, press, draft))
      );
    }
    case 'approve':
      return approve(scene, press.request);
    case 'decline':
      return decline(scene, press.request);
    case 'not-now':
      return notNow(scene, press.request);
    case 'tell-reason':
      return tellReason(scene, press.request, press.mark);
    case 'change-reason':
      return askReasonAgain(scene, press.request);
    case 'ask-requester':
      return askRequester(scene, press.request);
    case 'send-question':
      return sendQuestion(scene, press.request, press.mark);
    case 'show-task':
      return showReference(scene, press.request);
    case 'ask-withdraw':
      return askToWithdraw(scene, press.request);
    case 'withdraw':
      return withdraw(scene, press.request);
    case 'keep':
      return keep(scene, press.request);
    case 'show-question':
      return showQuestion(scene, press.request, press.question);
    case 'send-answer':
      return sendAnswer(scene, press.mark);
    case 'ask-person':
      return askPerson(scene, press.along);
    case 'skip-note': {
      const { pending } = scene.opened.state;
      return pending?.kind === 'about' ? sendToTeam(scene, pending.along, null) : unknown();
    }
    case 'drop-note':
      return dropNote();
    case 'reply-to-person':
      return askWhatToTell(scene, press.handover);
    case 'for-person':
      return tellReadBack(scene);
    case 'end-person':
      return endByPerson(scene, press.handover);
    case 'reopen-person':
      return reopenByPerson(scene, press.handover);
    case 'rate':
      return rate(scene, press.interaction, { rating: press.rating, reason: null, comment: null });
    case 'explain':
      return explain(scene, press);
    case 'satisfied':
      return satisfied(scene, press);
    case 'show-reply':
      return showReply(scene, press.interaction);
  }
}

/** Typing "yes" again, or pressing a button twice, sends nothing twice. */
export async function alreadySent(
  scene: Scene,
  draft?: string,
  why: string = wording.request.oldButton,
): Promise<Played> {
  const reference = await sentAs(scene, draft);
  if (reference === undefined) return old(scene, why);
  return plainly({ outcome: 'status', text: wording.request.already(reference) }, 'already sent');
}

/** The request that a draft became, also where it was sent through the other door. */
async function sentAs(
  { opened, asking, tools }: Scene,
  draft: string | undefined,
): Promise<string | undefined> {
  const { lastSent } = opened.state;
  if (lastSent !== null && (draft === undefined || draft === lastSent.draft))
    return lastSent.reference;
  if (draft === undefined) return undefined;
  const recent = await tools.requests.ofPerson(asking.id, RECENT_REQUESTS);
  return recent.find(({ request }) => request.draft === draft)?.request.id;
}

function draftOf({ opened }: Scene, id: string): Scene['opened']['drafts'][number] | undefined {
  return opened.drafts.find(({ draft }) => draft.id === id);
}

async function old(scene: Scene, why: string = wording.request.oldButton): Promise<Played> {
  const focus = focusOf(scene);
  if (focus !== undefined) return again(scene, focus, why);
  const { oldButton, nothingToSend } = wording.request;
  const text = why === oldButton ? nothingToSend : `${why}\n\n${nothingToSend}`;
  return plainly({ outcome: 'small-talk', text }, 'old button');
}
