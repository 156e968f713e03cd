/** Puts a question to the knowledge room, and makes its outcome a reply. */
import { statesRule, type Outcome, type Question } from '../../knowledge';
import type { Interaction } from '../feedback/interaction';
import type { ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import { belowRule, wordsFor } from './answer-words';
import { interactionOpened, newInteraction } from './new-interaction';
import type { Reply } from './reply';
import { focusOf, plainly, type Played, type Scene } from './room';
import { ruleWords } from './rule-words';

/** @param ofRules true where the question has an alarming word: a line of support stands above the answer */
export async function answerQuestion(
  scene: Scene,
  text: string,
  ofRules: boolean,
): Promise<Played> {
  const outcome = await ask(scene, text);
  return replyTo(scene, text, outcome, ofRules);
}

/**
 * The answer to a message that states a rule wrongly: whoever believes that a leave is lost must be
 * told first, and asks for nothing yet.
 * @returns undefined where nothing that is stated is put right
 */
export async function answerPuttingRight(
  scene: Scene,
  text: string,
  ofRules: boolean,
): Promise<Played | undefined> {
  if (!statesRule(text)) return undefined;
  const outcome = await ask(scene, text);
  const putsRight = 'putsRight' in outcome && outcome.putsRight;
  return putsRight ? replyTo(scene, text, outcome, ofRules) : undefined;
}

/** A rule asked for beside the beginning of a request, which has a question of its own to ask. */
export function askBeside(
  scene: Scene,
  { title, policy }: ServiceDefinition,
  text: string,
): Promise<Outcome> {
  const before = { text: title, policy, clause: null };
  const question = { ...questionOf(scene, text), before, asksNothing: true } as const;
  return scene.tools.knowledge.answer(question, scene.signal);
}

export function ask(scene: Scene, text: string): Promise<Outcome> {
  const { knowledge } = scene.tools;
  return knowledge.answer(questionOf(scene, text), scene.signal, scene.onProgress);
}

/** True for a question that gives figures or dates and asks what they come to. */
export function asksForSum(scene: Scene, text: string): Promise<boolean> {
  return scene.tools.knowledge.asksForSum(questionOf(scene, text));
}

function questionOf(scene: Scene, text: string): Question {
  const { asking } = scene;
  return {
    text,
    before: whatWasSpokenOf(scene),
    organisation: asking.organisation?.id,
    staffGroup: asking.staffGroup,
    pointOfView: asking.pointOfView,
    on: asking.day,
    particulars: asking.particulars,
    ...(scene.inConfidence && { inConfidence: true }),
    ...(scene.turn.door === 'group' && { asksNothing: true }),
  };
}

/** "Do bank holidays count" in the middle of booking leave is a question about leave. */
function whatWasSpokenOf(scene: Scene): Question['before'] {
  const { last } = scene.opened.state;
  const service = scene.tools.dialogs.service(focusOf(scene)?.draft.service ?? '');
  if (service !== undefined) return { text: service.title, policy: service.policy, clause: null };
  return last === null ? null : { text: last.text, policy: last.policy, clause: last.clause };
}

/** The policy's own question nearest to words that are not kept and go nowhere. */
export function nearestQuestion(scene: Scene, text: string): Promise<string | null> {
  return scene.tools.knowledge.nearestQuestion(
    { ...questionOf(scene, text), before: null },
    scene.signal,
  );
}

/** Up to three policies that fit best; that of the service first, where a request was begun. */
export async function topicsOf(
  scene: Scene,
  text: string,
  service: string | undefined,
): Promise<readonly string[]> {
  const own = service === undefined ? undefined : scene.tools.dialogs.service(service)?.policy;
  const topics = await scene.tools.knowledge.topics(questionOf(scene, text), scene.signal);
  return [...new Set([...(own === undefined ? [] : [own]), ...topics])].slice(0, 3);
}

export async function replyTo(
  scene: Scene,
  text: string,
  outcome: Outcome,
  ofRules: boolean,
): Promise<Played> {
  const words = await wordsFor(scene, outcome, ofRules);
  const interaction = interactionOf(scene, outcome);
  const played = plainly(
    {
      outcome: outcome.kind,
      topics: [...outcome.topics],
      ...words,
      feedback: { interaction: interaction.id, rated: null },
    },
    outcome.kind === 'not-covered' ? `not-covered: ${outcome.why}` : outcome.kind,
  );
  const clause = interaction.clauses[0]?.clause ?? null;
  const read = ('readAs' in outcome ? outcome.readAs : null) ?? text;
  const asked = scene.inConfidence ? '' : read;
  return {
    ...played,
    effects: [interactionOpened(interaction)],
    interaction: interaction.id,
    sensitivity: ofRules ? 'question' : 'none',
    state: {
      last:
        outcome.kind === 'not-covered' && outcome.leans && scene.opened.state.last !== null
          ? { ...scene.opened.state.last, interaction: interaction.id }
          : { text: asked, clause, policy: aboutOf(outcome), interaction: interaction.id },
    },
    trace: { found: [...outcome.found], why: played.trace.why },
  };
}

/** Where the person is asked what they mean, it is still open. */
const aboutOf = ({ kind, topics }: Outcome): string | null =>
  kind === 'clarify' ? null : (topics[0] ?? null);

/**
 * What the policy says to somebody who is given people first and asked something too: for a fold,
 * below them. Words that are not kept are put to nothing outside this process.
 * @param policies where only these may answer
 */
export async function ruleBeneath(
  scene: Scene,
  text: string,
  policies?: readonly string[],
): Promise<Pick<Reply, 'more' | 'citations'> | undefined> {
  const asked = { ...questionOf(scene, text), before: null, inConfidence: true as const };
  const outcome = await scene.tools.knowledge.answer(asked, scene.signal);
  if (outcome.kind !== 'answered') return undefined;
  if (policies?.includes(outcome.citations[0].policy) === false) return undefined;
  const rule = ruleWords(outcome, scene.asking.organisation?.shortName);
  const parts = [wording.disclosure.ruleBeneath, rule, ...(await belowRule(scene, outcome))];
  const numbered = outcome.citations.map((citation, index) => ({ number: index + 1, ...citation }));
  return {
    more: parts.filter((part) => part !== '').join('\n\n'),
    citations: numbered.filter(({ number }) => rule.includes(`[${number}]`)),
  };
}

const interactionOf = (scene: Scene, outcome: Outcome): Interaction =>
  newInteraction(scene, {
    id: scene.tools.newId(),
    kind: 'question',
    outcome: outcome.kind,
    endedAt: scene.turn.at.toISOString(),
    clauses:
      'citations' in outcome
        ? outcome.citations.map(({ clause, version }) => ({ clause, version }))
        : [],
  });
