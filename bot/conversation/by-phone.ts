/**
 * What is different where somebody is helped by phone. The caller is who speaks, so all is as
 * though they had asked; but who types sees nothing of what the caller has elsewhere, and does
 * nothing that is for the caller alone: decide on others' requests, or delete their own words.
 */
import type { Request } from '../../dialogs';
import { wording } from '../wording';
import { ownDataWording } from '../wording-own-data';
import { intentOf } from './intent';
import { contactOf } from './people';
import { plainReply, type Reply } from './reply';
import { focusOf, plainly, type Played, type Scene, type Tools } from './room';
import { taskWordsIn } from './task-words';
import { titleOf } from './task-shown';
import type { InCall, Turn } from './turn';

/** A call sends a few at the most; the caller may send others at the same time. */
const RECENT_REQUESTS = 50;

/** The tools as a turn may use them: on the phone they know of nothing but the call. */
export function toolsIn(tools: Tools, { call }: Turn): Tools {
  if (call === undefined) return tools;
  const isOfCall = ({ byPhone }: Request): boolean => byPhone?.call === call.id;
  return {
    ...tools,
    isTeamHere: false,
    // Nobody can hand over a file on the phone.
    attaching: undefined,
    requests: {
      find: async () => undefined,
      async ofPerson(person, limit) {
        const recent = await tools.requests.ofPerson(person, RECENT_REQUESTS);
        // What people services asked of the caller, the caller answers in their own chat.
        return recent
          .filter(({ request }) => isOfCall(request))
          .slice(0, limit)
          .map((one) => ({ ...one, events: one.events.filter(({ kind }) => kind !== 'asked') }));
      },
    },
    tasks: {
      openFor: async () => [],
      standingOf: async () => [],
      ofRequest: async (id) =>
        (await tools.tasks.ofRequest(id)).filter(({ request }) => isOfCall(request)),
    },
    handovers: { openOf: async () => undefined, find: async () => undefined },
    store: {
      interactionOwner: async () => undefined,
      latestRating: async () => null,
      latestScore: async () => null,
      replyFor: async () => undefined,
      wantsReply: async () => false,
    },
  };
}

/** @returns undefined where it is said as well on the phone as anywhere */
export async function notByPhone(scene: Scene, text: string): Promise<Played | undefined> {
  const { asking, turn, tools, opened } = scene;
  if (turn.call === undefined) return undefined;
  const name = asking.givenName ?? '';
  if (isDecision(scene, text)) return said(wording.phone.decidesAlone(name), 'decides alone');
  const intent = intentOf(text);
  if (intent === 'delete') return said(wording.phone.deletesAlone(name), 'deletes alone');
  if (intent === 'my-data') return said(ownDataWording.byPhone(name), 'data is theirs alone');
  if (intent === 'resume' && opened.drafts.length === 0)
    return said(wording.phone.noDraftHere(name), 'nothing to resume');
  if (intent === 'status' && (await tools.requests.ofPerson(asking.id, 1)).length === 0)
    return said(wording.phone.nothingSentHere(name), 'nothing sent here');
  return undefined;
}

/** "What awaits me", "approve PS-…"; a bare "decline" beside a draft is said to the draft. */
function isDecision(scene: Scene, text: string): boolean {
  const words = taskWordsIn(text);
  if (words === undefined) return false;
  return words.kind === 'list' || words.reference !== undefined || focusOf(scene) === undefined;
}

/** Only the caller says how it was, in their own chat. */
export const heardByPhone = ({ turn }: Pick<Scene, 'turn'>, played: Played): Played =>
  turn.call === undefined ? played : { ...played, reply: { ...played.reply, feedback: null } };

/** To the caller, as the call begins: whoever is not on the phone learns that somebody said they were. */
export const callNotice = ({ helper }: Pick<InCall, 'helper'>, contact: string): Reply =>
  plainReply({ outcome: 'status', text: wording.phone.notice.opened(helper.name, contact) });

/** To the caller, with the request: what was sent in their name, and how to take it back. */
export async function sentNotice(
  { tools, asking, turn }: Scene,
  request: Request,
  mayWithdraw: boolean,
): Promise<Reply | undefined> {
  if (turn.call === undefined) return undefined;
  const service = tools.dialogs.service(request.service);
  const feedback =
    service?.asksFeedback === true ? { interaction: request.draft, rated: null } : null;
  const { notice } = wording.phone;
  const { name } = turn.call.helper;
  // A lock screen is read by others: what it is about is told to who asks for it.
  if (service?.isPrivate !== false)
    return plainReply({
      outcome: 'status',
      text: notice.sentPrivately(name, request.id),
      buttons: [{ label: wording.notices.showIt, press: { kind: 'say', text: request.id } }],
      feedback,
    });
  return plainReply({
    outcome: 'status',
    text: notice.sent({
      helper: name,
      title: titleOf(tools, request),
      reference: request.id,
      summary: request.summary,
      contact: await contactOf('people-team', asking, tools.directory, turn.at),
    }),
    buttons: mayWithdraw
      ? [{ label: notice.withdraw, press: { kind: 'ask-withdraw', request: request.id } }]
      : [],
    feedback,
  });
}

const said = (text: string, why: string): Played => plainly({ outcome: 'status', text }, why);
