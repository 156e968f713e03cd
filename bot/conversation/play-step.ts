/** A request under way: each step of the dialogs room, in words and buttons, kept with the turn. */
import type { Step } from '../../dialogs';
import { wording } from '../wording';
import { ask, replyTo } from './answer-question';
import { asked, closed, confirming, serviceOf } from './draft-shown';
import { takeOutButtons } from './draft-files';
import { contactOf } from './people';
import type { Button, RequestShown } from './reply';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import { send } from './send-request';
import { talkButtons } from './talk-to-person';

const MISSES_BEFORE_A_PERSON = 3;
const MOST_CHOICES = 5;

/**
 * Plays what the dialogs room made of the person's words.
 * @param expected the stored version of the draft; 0 for a new one
 */
export async function playStep(scene: Scene, step: Step, expected: number): Promise<Played> {
  const played = await playOnly(scene, step, expected);
  if (step.rest === undefined) return played;
  const outcome = await ask(scene, step.rest);
  if (outcome.kind === 'not-covered' && outcome.why === 'unknown') return played;
  return answeredThenBack(await replyTo(scene, step.rest, outcome, false), played);
}

/** A question answered in the middle of a request, and the request again below it. */
export function answeredThenBack(answer: Played, back: Played): Played {
  return {
    ...answer,
    reply: {
      ...answer.reply,
      text: `${answer.reply.text}\n\n${wording.request.back} ${back.reply.text}`,
      buttons: back.reply.buttons,
      request: back.reply.request,
      upload: back.reply.upload,
    },
    effects: [...answer.effects, ...back.effects],
    state: { ...answer.state, ...back.state },
  };
}

async function playOnly(scene: Scene, step: Step, expected: number): Promise<Played> {
  const { tools, turn } = scene;
  const { draft } = step;
  switch (step.kind) {
    case 'ask': {
      const isLost = draft.misses >= MISSES_BEFORE_A_PERSON;
      const person = isLost ? await offerPerson(scene) : '';
      const text = [person, tools.dialogs.question(step)]
        .filter((part) => part !== '')
        .join('\n\n');
      const talk = isLost ? talkButtons(scene) : [];
      // Six with "Cancel": no door draws more.
      const most = MOST_CHOICES - talk.length - takeOutButtons(draft).length;
      const choices = choiceButtons(step.choices ?? []).slice(0, most);
      return asked(scene, draft, expected, text, [...choices, ...talk]);
    }
    case 'confirm':
      return below(step.first, confirming(scene, draft, expected));
    case 'unread':
      return again(scene, { draft, version: expected }, wording.request.notUnderstood);
    case 'agreed':
      return isReadBack(scene, draft)
        ? send(scene, { draft, version: expected })
        : again(scene, { draft, version: expected }, wording.request.notSentYet);
    case 'cancelled': {
      const service = serviceOf(scene, draft.service);
      const shown: RequestShown = {
        service: draft.service,
        stage: 'cancelled',
        fields: draft.fields,
      };
      return {
        ...plainly(
          {
            outcome: 'request',
            text: wording.request.cancelled(service.title),
            request: shown,
            feedback: { interaction: draft.id, rated: null },
          },
          'request cancelled',
        ),
        effects: closed(draft.id, expected, 'cancelled', turn.at.toISOString()),
        state: { focus: null },
        interaction: draft.id,
      };
    }
  }
}

/** Whether the newest message of this conversation read the draft back: a yes to anything else sends nothing. */
function isReadBack({ opened }: Scene, { service }: Step['draft']): boolean {
  const shown = opened.newest?.request;
  return shown?.service === service && shown.stage === 'confirming';
}

/** What is asked now, once more, under `first`: after a digression, or when nothing was understood. */
export async function again(
  scene: Scene,
  { draft, version }: FocusedDraft,
  first: string,
): Promise<Played> {
  const { asking, tools } = scene;
  const step = tools.dialogs.ask(draft, asking.asker);
  const played = await playStep(scene, step, version);
  return { ...played, reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` } };
}

async function offerPerson({ asking, tools, turn }: Scene): Promise<string> {
  return wording.request.offerPerson(
    await contactOf('people-team', asking, tools.directory, turn.at),
  );
}

/** A kind line, and what must not wait, above the first read-back. */
function below(first: string | undefined, played: Played): Played {
  if (first === undefined) return played;
  return { ...played, reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` } };
}

const choiceButtons = (choices: readonly string[]): Button[] =>
  choices.slice(0, MOST_CHOICES).map((label) => ({ label, press: { kind: 'say', text: label } }));
