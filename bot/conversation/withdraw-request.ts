/** A requester takes back what nobody has decided on yet: asked once, then done. */
import { hasEnded, isAnswer, plain, RequestId, type FollowedRequest } from '../../dialogs';
import { wording } from '../wording';
import { contactOf } from './people';
import { ownRequest, recentRequests, withdrawal } from './own-request';
import type { Button } from './reply';
import { focusOf, plainly, type Played, type Scene } from './room';
import { stateOf, statusLine } from './status-line';
import { waitsFor } from './waits-for';
import { nameOf, titleOf } from './task-shown';
import { withdrawWordsIn, type WithdrawWords } from './task-words';

const MOST_SHOWN = 5;

/** @returns undefined where it is nothing of the kind, and is taken as usual */
export async function takeWithdrawWords(scene: Scene, text: string): Promise<Played | undefined> {
  const { pending } = scene.opened.state;
  if (pending?.kind === 'withdraw') {
    const said = plain(text);
    if (isAnswer('yes', said)) return withdraw(scene, pending.request);
    if (isAnswer('no', said) || isAnswer('cancel', said)) return keep(scene, pending.request);
  }
  const words = withdrawWordsIn(text);
  if (words === undefined) return undefined;
  if (words.reference !== undefined) return askToWithdraw(scene, words.reference);
  // With a draft under way, "cancel my request" is said to the draft.
  return focusOf(scene) === undefined ? askAbout(scene, words) : undefined;
}

/** "Shall I withdraw it?" */
export async function askToWithdraw(scene: Scene, reference: string): Promise<Played> {
  const found = await ownRequest(scene, reference);
  if (found === undefined) return unknown(reference);
  const { request } = found;
  const approver = waitsFor(found);
  if (approver === undefined) return tooLate(scene, found);
  const { approvals } = wording;
  const { name } = await nameOf(scene.tools, approver);
  const buttons: Button[] = [
    { label: approvals.withdraw.yes, press: { kind: 'withdraw', request: request.id } },
    { label: approvals.withdraw.no, press: { kind: 'keep', request: request.id } },
  ];
  const text = approvals.withdraw.ask(titleOf(scene.tools, request), request.id, name);
  return {
    ...said(text, 'withdraw?', buttons),
    state: { pending: { kind: 'withdraw', request: request.id } },
  };
}

export async function withdraw(scene: Scene, reference: string): Promise<Played> {
  const { tools } = scene;
  const found = await ownRequest(scene, reference);
  if (found === undefined) return unknown(reference);
  const { request } = found;
  const effect = await withdrawal(scene, found);
  const approver = waitsFor(found);
  if (effect === undefined || approver === undefined) return tooLate(scene, found);
  const { givenName } = await nameOf(tools, approver);
  const text = wording.approvals.withdraw.done(titleOf(tools, request), request.id, givenName);
  return { ...said(text, 'withdrawn'), effects: [effect] };
}

export async function keep(scene: Scene, reference: string): Promise<Played> {
  const found = await ownRequest(scene, reference);
  if (found === undefined) return unknown(reference);
  // An old button: somebody has decided meanwhile, and "stays as it is" would hide it.
  if (waitsFor(found) === undefined)
    return said(await statusLine(scene.tools, found, scene.turn.at), 'decided before');
  const title = titleOf(scene.tools, found.request);
  return said(wording.approvals.withdraw.kept(title, found.request.id), 'not withdrawn');
}

/** Without a reference: the one that can be meant, first of those that can still be withdrawn. */
async function askAbout(scene: Scene, { about }: WithdrawWords): Promise<Played | undefined> {
  const { tools } = scene;
  const recent = await recentRequests(scene);
  const meant = recent.filter((one) => !hasEnded(one) && isAbout(scene, one, about));
  const waiting = meant.filter((one) => waitsFor(one) !== undefined);
  const [first, ...others] = waiting.length > 0 ? waiting : meant.slice(0, 1);
  if (first === undefined) return undefined;
  if (others.length === 0) return askToWithdraw(scene, first.request.id);
  const buttons: Button[] = waiting.slice(0, MOST_SHOWN).map(({ request }) => ({
    label: `${request.id}: ${titleOf(tools, request)}`,
    press: { kind: 'ask-withdraw', request: request.id },
  }));
  const lines = waiting
    .slice(0, MOST_SHOWN)
    .map(({ request }) => `- ${request.id}: ${request.summary}`);
  return said(
    `${wording.approvals.withdraw.which}\n\n${lines.join('\n')}`,
    'withdraw which',
    buttons,
  );
}

/** @param about the words between "my" and "request", without those that say nothing */
function isAbout(
  { tools }: Scene,
  { request }: FollowedRequest,
  about: readonly string[],
): boolean {
  const service = tools.dialogs.service(request.service);
  const names = plain([service?.title ?? '', ...(service?.named ?? [])].join(' ')).split(' ');
  return about.every((word) => names.includes(word));
}

/** It has ended, or people services are to have it: they are named, and nothing is promised for them. */
async function tooLate(scene: Scene, found: FollowedRequest): Promise<Played> {
  const { asking, tools, turn } = scene;
  const { request, events } = found;
  const title = titleOf(tools, request);
  const words = wording.approvals.withdraw;
  if (hasEnded(found)) return said(words.ended(title, request.id, stateOf(events)), 'has ended');
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  return said(words.tooLate(title, request.id, contact), 'too late to withdraw');
}

function unknown(reference: string): Played {
  const shown = RequestId.safeParse(reference).data ?? null;
  return said(wording.approvals.withdraw.unknown(shown), 'no such request');
}

const said = (text: string, why: string, buttons: Button[] = []): Played =>
  plainly({ outcome: 'status', text, buttons }, why);
