/** A request under way: each step of the dialogs room, in words and buttons, kept with the turn. */
import type { Step } from '../../dialogs';
import { wording } from '../wording';
import { ask, replyTo } from './answer-question';
import { confirming } from './confirm-draft';
import { countOn } from './count-on';
import { asked, closed, MISSES_BEFORE_A_PERSON, serviceOf } from './draft-shown';
import { stopped } from './hold-back';
import { contactOf } from './people';
import type { Button, RequestShown } from './reply';
import { plainly, type FocusedDraft, type Played, type Scene } from './room';
import { send } from './send-request';
import { formForStart, formForStuck, formStillOpen } from './show-form';
import { talkButtons } from './talk-to-person';

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
export const answeredThenBack = (answer: Played, back: Played): Played =>
  answeredAbove(answer, back, `${wording.request.back} `);

/** @param back what leads from the answer to the request */
export function answeredAbove(answer: Played, request: Played, back = ''): Played {
  const { text, citations } = countOn(request.reply, answer.reply.citations);
  return {
    ...answer,
    reply: {
      ...answer.reply,
      text: `${answer.reply.text}\n\n${back}${text}`,
      citations: [...answer.reply.citations, ...citations],
      offers: [...new Set([...answer.reply.offers, ...request.reply.offers])],
      buttons: request.reply.buttons,
      request: request.reply.request,
      upload: request.reply.upload,
      form: request.reply.form,
    },
    effects: [...answer.effects, ...request.effects],
    state: { ...answer.state, ...request.state },
  };
}

async function playOnly(scene: Scene, step: Step, expected: number): Promise<Played> {
  const { tools, turn } = scene;
  const { draft } = step;
  switch (step.kind) {
    case 'ask': {
      const held = await stopped(scene, step, expected);
      if (held !== undefined) return below(step.first, held);
      const isLost = draft.misses >= MISSES_BEFORE_A_PERSON;
      const person = isLost ? await offerPerson(scene) : '';
      const text = [person, tools.dialogs.question(step)]
        .filter((part) => part !== '')
        .join('\n\n');
      const talk = isLost ? talkButtons(scene) : [];
      const choices = choiceButtons(step.choices ?? []);
      const played = asked(scene, draft, expected, text, choices, talk);
      const form =
        formForStuck(scene, step) ?? (expected === 0 ? formForStart(scene, draft) : null);
      return { ...played, reply: { ...played.reply, form } };
    }
    case 'confirm':
      return below(
        step.first,
        (await stopped(scene, step, expected)) ?? (await confirming(scene, draft, expected)),
      );
    case 'unread':
      // A person is offered in those words, too.
      return draft.misses >= MISSES_BEFORE_A_PERSON
        ? whereWeAre(scene, { draft, version: expected })
        : again(scene, { draft, version: expected }, wording.request.notUnderstood);
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

/** What is asked now: the form, where it stands open, else the question or the read-back. */
export async function whereWeAre(scene: Scene, focused: FocusedDraft): Promise<Played> {
  const { asking, tools } = scene;
  const { draft, version } = focused;
  const form = formStillOpen(scene, focused);
  return form ?? playStep(scene, tools.dialogs.ask(draft, asking.asker), version);
}

/** The same once more, under `first`: after a digression, or when nothing was understood. */
export async function again(scene: Scene, focused: FocusedDraft, first: string): Promise<Played> {
  const played = await whereWeAre(scene, focused);
  return { ...played, reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` } };
}

export async function offerPerson({ asking, tools, turn }: Scene): Promise<string> {
  return wording.request.offerPerson(
    await contactOf('people-team', asking, tools.directory, turn.at),
  );
}

/** A kind line, and what must not wait, above the first read-back; or why a form was not used. */
export function below(first: string | undefined, played: Played): Played {
  if (first === undefined) return played;
  return { ...played, reply: { ...played.reply, text: `${first}\n\n${played.reply.text}` } };
}

const choiceButtons = (choices: readonly string[]): Button[] =>
  choices.map((label) => ({ label, press: { kind: 'say', text: label } }));
