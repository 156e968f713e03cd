/**
 * What can be pressed on a card. Every press carries the nonce of its card, which is the name of
 * the message that it stands in: a press that is delivered again is known by it.
 *
 * Mostly Action.Submit: a submit arrives as an ordinary message, so it has no five seconds to
 * answer in and no second way to reply; every client draws it. `messageBack` shows in the chat
 * what was pressed and carries the label as text, so that a client which loses the press still
 * says the words, and typing a label works as well as pressing it. A rating is silent.
 *
 * A decision is Action.Execute: its card changes where it stands, and may look again by itself.
 * A client that does not know it has the submit to fall back on.
 */
import type { Button } from '../conversation/reply';
import { requestShown } from '../conversation/task-shown';

export const LOOK = 'look';
const DECIDE = 'decide';

export const actionSet = (actions: readonly object[]): object => ({ type: 'ActionSet', actions });

export const silent = ({ label, press }: Button, nonce: string): object => ({
  type: 'Action.Submit',
  title: label,
  data: { press, nonce },
});

export const choice = ({ label, press }: Button, nonce: string): object => ({
  type: 'Action.Submit',
  title: label,
  data: { press, nonce, msteams: { type: 'messageBack', text: label, displayText: label } },
});

/** The request that is to be decided by this card, and by no other button of it. */
export function requestToDecide(buttons: readonly Button[]): string | undefined {
  const decides = buttons.some(({ press }) => press.kind === 'approve');
  return decides ? requestShown({ buttons }) : undefined;
}

export function decision(button: Button, nonce: string): object {
  const { label, press } = button;
  return press.kind === 'approve' || press.kind === 'decline'
    ? {
        type: 'Action.Execute',
        title: label,
        verb: DECIDE,
        data: { press, nonce },
        fallback: choice(button, nonce),
      }
    : choice(button, nonce);
}

/** What Teams asks by itself when the card comes into view: only for who reads it here. */
export const lookAgain = (request: string, user: string): object => ({
  action: { type: 'Action.Execute', verb: LOOK, data: { request } },
  userIds: [user],
});
