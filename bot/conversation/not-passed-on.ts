/** What is said where words that were met with people may have been meant for a person of the people team. */
import { wording } from '../wording';
import { answerable } from './handover-shown';
import type { Button } from './reply';
import type { Played, Scene } from './room';

/**
 * Words that were met with people, or are not kept, where they may have been meant for a person of
 * the people team: it is said that they went to nobody, and how to reach that person without them.
 */
export function notPassedOn({ opened }: Scene, played: Played): Played {
  const { pending } = opened.state;
  const id = pending?.kind === 'tell' ? pending.handover : answerable(opened.newest);
  const isAsked =
    pending?.kind === 'about' || pending?.kind === 'for-whom' || pending?.kind === 'answer';
  const isMeant = isAsked || id !== undefined;
  if (!isMeant || played.keepWords || played.sensitivity === 'life-at-risk') return played;
  const { notPassedOn: words, askWithoutThem } = wording.person;
  const again: Button[] =
    pending?.kind === 'about'
      ? [{ label: askWithoutThem, press: { kind: 'ask-person', along: pending.along } }]
      : [];
  const { reply } = played;
  return {
    ...played,
    reply: { ...reply, text: `${reply.text}\n\n${words}`, buttons: [...reply.buttons, ...again] },
  };
}
