/** "How long does it take?", "who gets this?", asked in the middle of a request or just after it: about this one. */
import { expectedOf, type ServiceDefinition } from '../../dialogs';
import { longDay } from '../calendar/days';
import { approverOf } from '../directory/approver';
import { wording } from '../wording';
import { serviceOf } from './draft-shown';
import { handleIntent } from './handle-intent';
import { ownRequest, recentRequests } from './own-request';
import { contactsOf } from './people';
import { answeredThenBack, whereWeAre } from './play-step';
import { focusOf, plainly, type Played, type Scene } from './room';
import { asksAboutRequest, asksIfDeclined, asksWhatBecame, asksWhoReads } from './task-words';

/** @returns undefined where no request is before their eyes, or something else is asked */
export async function takeQuestionAboutRequest(
  scene: Scene,
  text: string,
): Promise<Played | undefined> {
  if (asksWhatBecame(text)) return whatBecame(scene, text);
  const focus = focusOf(scene);
  const ifDeclined = asksIfDeclined(text);
  const isOfThis = focus !== undefined && asksWhoReads(text);
  if (!asksAboutRequest(text) && !isOfThis && !ifDeclined) return undefined;
  const { asking, tools, turn, opened } = scene;
  if (focus !== undefined) {
    const { draft } = focus;
    const isOneOfSeveral = asking.asker.posts.length > 1 && draft.filledIn.postId === undefined;
    const post = draft.filledIn.postId ?? asking.postId;
    const service = serviceOf(scene, draft.service);
    const isPostOpen = isOneOfSeveral && service.forPost;
    const answer = await explained(scene, service, post, { isPostOpen, ifDeclined });
    return answeredThenBack(answer, await whereWeAre(scene, focus));
  }
  const { lastSent } = opened.state;
  const { newest } = opened;
  const isJustSent =
    newest?.request?.stage === 'submitted' || (ifDeclined && newest?.outcome === 'status');
  if (lastSent === null || !isJustSent || turn.speaker.kind !== 'person') return undefined;
  const sent = await ownRequest(scene, lastSent.reference);
  const service = sent && tools.dialogs.service(sent.request.service);
  return sent === undefined || service === undefined
    ? undefined
    : explained(scene, service, sent.request.post, { by: expectedOf(sent)?.by, ifDeclined });
}

/** Of somebody who has sent something; the draft under way stays where it is. */
async function whatBecame(scene: Scene, text: string): Promise<Played | undefined> {
  const sent = await recentRequests(scene);
  // "Where is it" of somebody who sent nothing is about something else.
  if (sent.length === 0 && !/\b(?:news|updates?|latest|my)\b/i.test(text)) return undefined;
  const played = await handleIntent(scene, 'status', text);
  return { ...played, state: { focus: scene.opened.state.focus, ...played.state } };
}

/** Who has it, who decides, who reads it, and how long it usually takes. */
async function explained(
  scene: Scene,
  service: ServiceDefinition,
  post: string | null,
  {
    isPostOpen = false,
    ifDeclined = false,
    by = scene.tools.dialogs.usuallyDoneBy(service, scene.asking.asker),
  }: {
    readonly isPostOpen?: boolean;
    readonly ifDeclined?: boolean;
    readonly by?: string | undefined;
  },
): Promise<Played> {
  const { asking, tools } = scene;
  const words = wording.request.about;
  const team = (await contactsOf(asking, tools.directory)).find(
    ({ kind }) => kind === 'people-team',
  );
  const people = team?.name ?? wording.peopleTeamUnknown;
  const approver =
    service.approver === 'manager'
      ? await approverOf(
          tools.directory,
          { requester: asking.id, post, helper: scene.turn.call?.helper.id },
          asking.day,
        )
      : undefined;
  const who =
    approver !== undefined && isPostOpen
      ? words.toApprover(words.managerOfThatJob, people)
      : approver !== undefined
        ? words.toApprover(approver.person.name, people)
        : service.approver === 'none'
          ? words.toNobody(people)
          : words.toPeople(people);
  if (ifDeclined) {
    const name = approver === undefined || isPostOpen ? undefined : approver.person.name;
    return plainly({ outcome: 'status', text: words.ifDeclined(name ?? people) }, 'if declined');
  }
  const text = `${who} ${wording.request.usualTime(service.serviceLevelDays, longDay(by))}`;
  return plainly({ outcome: 'status', text }, 'about the request');
}
