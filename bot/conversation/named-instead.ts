/** "No, it's emergency leave I want": another service by its name, in place of the one under way. */
import {
  looksLikeQuestion,
  plain,
  services,
  startsWithNo,
  type Recognised,
  type ServiceDefinition,
} from '../../dialogs';
import type { FocusedDraft, Scene } from './room';

const NO =
  '(?:(?:no|nope|oh|sorry|wait|actually|hang on|hold on|wrong form|wrong one|wrong thing) )';
const TURN =
  '(?:its|it is|it should be|should be|should have been|i meant?|i wanted|change (?:it |this |that )?to|make it|switch (?:it |this |that )?to)';
/** Without a no before it, "I need study leave" may be for one more. */
const WISH = '(?:i want|i need|id like)';
const BEFORE_NAME = '(?:(?:a|an|the|for|as|to|my) )*(?:\\w+ )?';
/** "Study leave, not annual leave". */
const NOT_THAT = /\b(?:not|instead of|rather than)\b.*$/;

/** @returns undefined where the message names none, or is about the one under way */
export function namedInstead(
  { asking, tools }: Scene,
  { draft }: FocusedDraft,
  text: string,
): ServiceDefinition | undefined {
  if (looksLikeQuestion(text)) return undefined;
  const said = plain(text).replace(NOT_THAT, '').trim();
  const [found] = services
    .filter(({ id }) => id !== draft.service && tools.dialogs.offer(id, asking.asker) !== undefined)
    .flatMap((service) => service.named.map((name) => ({ service, name: plain(name) })))
    .filter(({ name }) => isTurnedTo(name, said))
    .sort((a, b) => b.name.length - a.name.length);
  return found?.service;
}

const isTurnedTo = (name: string, said: string): boolean =>
  name.length > 3 &&
  said.includes(name) &&
  new RegExp(
    `^(?:${NO}*${TURN}|${NO}+${WISH}) ${BEFORE_NAME}${name}(?: (?:i want|i need|i meant|please|now))*$`,
  ).test(said);

/** "No, start the leave on the 24th" to a read-back is about what was read, unless it names another service. */
export function corrects({ draft }: FocusedDraft, text: string, { service }: Recognised): boolean {
  const said = plain(text);
  const isNamed = service.named.some((name) => ` ${said} `.includes(` ${name} `));
  return draft.stage === 'confirming' && startsWithNo(said) && !isNamed;
}
