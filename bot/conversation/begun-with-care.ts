/**
 * A request that somebody begins with something hard beside it: "wife has left, i cannot cope, need
 * a week off". It goes on as they asked, under words of support, with people one press away.
 */
import { toldAndAsked, type Asker } from '../../dialogs';
import { wording } from '../wording';
import { contactOf } from './people';
import { MOST_BUTTONS } from './reply';
import type { Played, Scene } from './room';
import { troubleIn, type Trouble } from './sensitive/beside-a-request';
import type { Disclosure, LifeAtRisk } from './sensitive/detect';
import { talkButtons } from './talk-to-person';
import { PEOPLE_FOR } from './whom-to-turn-to';

/** What a request is begun under, and with. */
export interface Care {
  readonly trouble: Trouble | undefined;
  /** What the request is begun with: without what was told in confidence, where that stands apart. */
  readonly asked: string;
}

/** What is told apart from the wish, as sentences of its own; all of it where nothing is told apart. */
export function toldIn(text: string, asker: Asker): string {
  const parts = toldAndAsked(text, asker);
  const told = parts.filter(({ asks }) => !asks);
  return told.length === 0 || told.length === parts.length
    ? text
    : told.map(({ said }) => asSentence(said)).join(' ');
}

export function careFor(text: string, asker: Asker, suspected?: Disclosure | LifeAtRisk): Care {
  const told = toldIn(text, asker);
  const apart = told === text ? undefined : troubleIn(told);
  const trouble =
    apart ?? troubleIn(text) ?? (suspected && { about: aboutOf(suspected), inConfidence: true });
  const asked = apart?.inConfidence === true ? withoutTold(text, asker) : text;
  return { trouble, asked };
}

const aboutOf = (suspected: Disclosure | LifeAtRisk): Trouble['about'] =>
  suspected.level === 'disclosure' ? suspected.about : suspected.level;

/** Only the parts that tell of it are left out, so that "email me" stays; all that is told, where none does alone. */
function withoutTold(text: string, asker: Asker): string {
  const parts = toldAndAsked(text, asker);
  const asked = parts.filter(({ asks }) => asks);
  const left = parts.filter(({ said, asks }) => asks || troubleIn(said)?.inConfidence !== true);
  const kept = left.length === parts.length ? asked : left;
  return asked.length === 0 ? text : kept.map(({ said }) => said).join(' ');
}

const asSentence = (said: string): string => said.replace(/[\s,;.!?]*$/, '.');

/** @param text all that was said */
export async function underSupport(
  scene: Scene,
  played: Played,
  { trouble, asked }: Care,
  text: string,
): Promise<Played> {
  if (trouble === undefined) return played;
  const { reply } = played;
  const above = [
    await lineFor(scene, trouble),
    ...(asked === text ? [] : [wording.support.leftOut]),
  ];
  const talk = talkButtons(scene).slice(0, MOST_BUTTONS - reply.buttons.length);
  return {
    ...played,
    keepWords: played.keepWords && !trouble.inConfidence,
    sensitivity: 'question',
    reply: {
      ...reply,
      text: [...above, reply.text].join('\n\n'),
      // Before the last, which is how they get out of it.
      buttons: reply.buttons.toSpliced(-1, 0, ...talk),
    },
  };
}

async function lineFor({ asking, tools, turn }: Scene, { about }: Trouble): Promise<string> {
  const isOfThemselves = about === 'hard-time' || about === 'life-at-risk';
  const kind = isOfThemselves ? 'employee-assistance' : PEOPLE_FOR[about][0];
  const who =
    asking.organisation === undefined
      ? null
      : await contactOf(kind, asking, tools.directory, turn.at);
  if (turn.call !== undefined) return wording.phone.support(asking.givenName ?? '', who);
  if (about === 'life-at-risk') return wording.support.inDanger(who);
  return about === 'hard-time' ? wording.support.hardTime(who) : wording.support.happened(who);
}
