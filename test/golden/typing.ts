/** Types and presses on a stage, at one moment; each message has a name of its own. */
import type { Stage } from './stage';

export function typingOn(stage: () => Stage, at: Date) {
  let count = 0;
  const next = (): string => `m${(count += 1)}`;
  return {
    type: (text: string) => stage().say({ kind: 'text', text }, next(), at),
    press: (label: string) => stage().say(stage().pressed(label), next(), at),
  };
}
