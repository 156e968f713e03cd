/** A request begins: with what the sentence already said, or with the reason why it cannot. */
import type { Draft, ServiceDefinition } from '../../dialogs';
import type { Answered } from '../../knowledge';
import { wording } from '../wording';
import { askBeside, replyTo } from './answer-question';
import { kindlyBegun } from './after-loss';
import { careFor, underSupport } from './begun-with-care';
import { closed, opening } from './draft-shown';
import { answeredAbove, below, playStep } from './play-step';
import type { ShownCitation } from './reply';
import { plainly, type Played, type Scene } from './room';
import type { Effect } from './store';

/**
 * Starts a service with what the sentence already said.
 *
 * @param before a draft that it takes the place of, with what both ask for
 */
export async function startRequest(
  scene: Scene,
  service: ServiceDefinition,
  text: string,
  before?: Draft,
): Promise<Played> {
  const { asking, tools, turn, opened } = scene;
  const { refused } = wording;
  if (!asking.mayRequest)
    return plainly({ outcome: 'refused', text: refused.strangerRequests }, 'stranger');
  if (service.audience === 'manager' && !asking.asker.isManager) {
    return plainly(
      { outcome: 'refused', text: refused.notManager(service.title) },
      'not a manager',
    );
  }
  // One unfinished request of a kind: starting again takes the place of the old one.
  const ends = [service.id, ...service.endsDraftsOf];
  const old = opened.drafts.filter(
    ({ draft }) => ends.includes(draft.service) || draft.id === before?.id,
  );
  const draft = tools.newId();
  const care = careFor(text, asking.asker, scene.suspected);
  const ids = { draft, nonce: tools.newId(), now: turn.at, person: asking.id };
  const step =
    before === undefined
      ? tools.dialogs.start(service, care.asked, asking.asker, ids)
      : tools.dialogs.startInstead(service, before, asking.asker, ids);
  const at = turn.at.toISOString();
  const effects: Effect[] = [
    ...old.flatMap(({ draft: { id }, version }): Effect[] => closed(id, version, 'cancelled', at)),
    opening(scene, draft, service.id),
  ];
  const { rest, first, ...opens } = step;
  const played = await playStep(scene, opens, 0);
  const answered =
    rest === undefined || care.trouble !== undefined
      ? played
      : await withRuleFirst(scene, service, { text, question: rest }, played);
  const begun = await underSupport(scene, below(first, answered), care, text);
  const kindly = kindlyBegun(scene, begun, service, text);
  return { ...kindly, effects: [...effects, ...kindly.effects] };
}

/**
 * Who asks of a rule in the same breath is told it first: "can work get me software, and who pays
 * for it". Where no policy answers, the request goes on alone.
 */
async function withRuleFirst(
  scene: Scene,
  service: ServiceDefinition,
  asked: { readonly text: string; readonly question: string },
  begun: Played,
): Promise<Played> {
  const outcome = await answerFor(scene, service, asked);
  if (outcome === undefined) return begun;
  // The request has its own kind line.
  const told = { ...outcome, opening: 'none', related: [] } as const;
  const answer = await replyTo(scene, asked.question, told, false);
  const { reply } = answeredAbove(answer, begun);
  const isShown = ({ number }: ShownCitation): boolean => reply.text.includes(`[${number}]`);
  return {
    ...begun,
    reply: {
      ...begun.reply,
      text: reply.text,
      citations: reply.citations.filter(isShown),
      feedback: begun.reply.feedback ?? answer.reply.feedback,
    },
    effects: [...answer.effects, ...begun.effects],
  };
}

/** What is told before it says what it is asked of: "called for jury duty, do I get my wages". */
async function answerFor(
  scene: Scene,
  service: ServiceDefinition,
  { text, question }: { readonly text: string; readonly question: string },
): Promise<Answered | undefined> {
  for (const said of [text, question]) {
    const outcome = await askBeside(scene, service, said);
    if (outcome.kind === 'answered') return outcome;
  }
  return undefined;
}
