/**
 * Takes a turn and commits it: the shell round `take-turn`. Turns of one conversation run one
 * at a time here; another process is met by the store's version check, and the turn is taken
 * again on what that process left.
 */
import type { OnProgress } from '../../knowledge';
import { wording } from '../wording';
import { topicsOf } from './answer-question';
import { askingOf } from './asking';
import { withFurtherReports } from './further-reports';
import { heardByPhone, toolsIn } from './by-phone';
import type { Converse, Handled } from './converse';
import { aboutThisProgram } from './handle-intent';
import { forCompany } from './in-company';
import { inOrder } from './in-order';
import { HANDING_OVER_MS } from './outgoing';
import { plainly, type Played, type Scene, type Tools } from './room';
import { pendingAfter } from './pending-after';
import { withPutAside } from './put-aside';
import type { Commit, ConversationStore, Effect, Opened, ReturnAddress } from './store';
import { waysOf, withFormKept } from './show-form';
import { sensitivityOfEnds } from './sensitive/sensitivity-of-ends';
import { signpost } from './signpost';
import { takeTurn } from './take-turn';
import type { Turn } from './turn';
import { withWaiting } from './with-waiting';

export interface ConverseParts {
  readonly store: ConversationStore;
  readonly tools: Tools;
  /** Milliseconds that only rise. */
  readonly stopwatch: () => number;
  /** Told when a request was confirmed or approved, or a question answered: its delivery need not wait. */
  readonly onRequestSent: () => void;
}

/** Two doors and two processes at once are two conflicts at the most; more is a fault. */
const MOST_TRIES = 4;
const LONGEST_TEXT = 4000;

export function createConverse(parts: ConverseParts): Converse {
  const queue = inOrder();
  return (turn, returnAddress, ...waiting) =>
    queue(turn.conversation, () => takeAndCommit(parts, turn, returnAddress, ...waiting));
}

async function takeAndCommit(
  parts: ConverseParts,
  turn: Turn,
  returnAddress: ReturnAddress | null,
  signal: AbortSignal,
  onProgress?: OnProgress,
): Promise<Handled> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const started = parts.stopwatch();
    const scene = await sceneOf(parts, turn, signal, onProgress);
    if (scene.opened.before !== undefined) return { ...scene.opened.before, repeated: true };
    const played = heardByPhone(
      scene,
      withFormKept(
        scene,
        await introduce(
          scene,
          await withWaiting(
            scene,
            withPutAside(scene, await withTopics(scene, await playTurn(scene))),
          ),
        ),
      ),
    );
    const commit = toCommit(scene, played, returnAddress, parts.stopwatch() - started);
    const done = await parts.store.commit(commit);
    if (done.kind === 'repeated')
      return { reply: done.reply, outgoing: done.outgoing, repeated: true };
    if (done.kind === 'committed') {
      if (played.effects.some(mayBeDelivered)) parts.onRequestSent();
      return { reply: played.reply, outgoing: done.outgoing, repeated: false };
    }
  }
  throw new Error('This conversation kept changing under the turn; nothing was kept.');
}

const mayBeDelivered = ({ kind }: Effect): boolean =>
  kind === 'request-confirmed' || kind === 'task-decided' || kind === 'question-answered';

async function sceneOf(
  { store, tools }: ConverseParts,
  turn: Turn,
  signal: AbortSignal,
  onProgress: OnProgress | undefined,
): Promise<Scene> {
  const asking = await askingOf(turn, tools.directory);
  const { conversation, message, call } = turn;
  const opened: Opened = await store.open(conversation, asking.id, message, call?.id);
  const drafts = opened.drafts.map(({ draft }) => draft);
  return {
    turn,
    asking: await withFurtherReports(asking, tools.directory, turn.said, drafts),
    opened,
    tools: toolsIn(tools, turn),
    signal,
    // What is shown on the way can be stopped there, and the first answer says what this program is.
    onProgress: opened.state.introduced ? onProgress : undefined,
  };
}

async function playTurn(scene: Scene): Promise<Played> {
  const played = await playSaid(scene);
  return scene.turn.door === 'group' ? forCompany(scene, played) : played;
}

async function playSaid(scene: Scene): Promise<Played> {
  const { said } = scene.turn;
  if (said.kind === 'files') return takeTurn(scene);
  const text = said.kind === 'text' ? said.text.trim() : '.';
  const { errors } = wording;
  if (text === '') return refuse(errors.empty);
  if (text.length > LONGEST_TEXT) {
    return (
      signpost(scene, sensitivityOfEnds(text, LONGEST_TEXT)) ?? refuse(errors.tooLong(LONGEST_TEXT))
    );
  }
  return takeTurn(scene);
}

/** Nothing was said that could be taken, so nothing of it is kept. */
function refuse(text: string): Played {
  return { ...plainly({ outcome: 'small-talk', text }, 'not a message'), keepWords: false };
}

/** The policies that fit what was said, also where nothing was answered; not for words that are not kept. */
async function withTopics(scene: Scene, played: Played): Promise<Played> {
  const { said } = scene.turn;
  const { outcome, topics: known } = played.reply;
  const isKnown = known.length > 0 || outcome === 'not-covered';
  if (isKnown || !played.keepWords || said.kind !== 'text') return played;
  const topics = await topicsOf(scene, said.text, played.reply.request?.service);
  return { ...played, reply: { ...played.reply, topics: [...topics] } };
}

/** The five sentences come with the first answer in Teams; the web page shows them above the chat. */
async function introduce(scene: Scene, played: Played): Promise<Played> {
  const { turn, opened } = scene;
  if (turn.door !== 'teams' || opened.state.introduced || played.sensitivity === 'life-at-risk')
    return played;
  const state = { ...played.state, introduced: true };
  if (played.trace.why === 'privacy') return { ...played, state };
  const text = `${played.reply.text}\n\n${wording.firstUse}\n\n${await aboutThisProgram(scene)}`;
  return { ...played, reply: { ...played.reply, text }, state };
}

function toCommit(
  scene: Scene,
  played: Played,
  returnAddress: ReturnAddress | null,
  elapsedMs: number,
): Commit {
  const { turn, asking, opened } = scene;
  const choices = [...played.reply.buttons, ...waysOf(played.reply)].map(({ label, press }) => ({
    label,
    press,
  }));
  return {
    conversation: turn.conversation,
    message: turn.message,
    door: turn.door,
    person: asking.id,
    ...(turn.call && { call: turn.call }),
    organisation: asking.reviewedBy,
    at: turn.at,
    handedOverBy: new Date(turn.at.getTime() + HANDING_OVER_MS),
    said: played.keepWords ? wordsOf(scene) : null,
    sensitivity: played.sensitivity,
    reply: played.reply,
    interaction: played.interaction,
    trace: { ...played.trace, elapsedMs: Math.round(elapsedMs * 100) / 100 },
    state: {
      ...opened.state,
      choices,
      offered: null,
      afterLifeAtRisk: played.sensitivity === 'life-at-risk',
      pending: pendingAfter(scene, played),
      ...played.state,
    },
    expectedVersion: opened.version,
    effects: played.effects,
    returnAddress,
  };
}

/** A press is kept as the label that was pressed, where the last reply had it. */
function wordsOf({ turn: { said }, opened }: Scene): string {
  if (said.kind === 'text') return said.text;
  // What they are called may say more than a reviewer should read.
  if (said.kind === 'files') return wording.files.said(said.count);
  if (said.press.kind === 'say') return said.press.text;
  const pressed = JSON.stringify(said.press);
  const offered = opened.state.choices.find(({ press }) => JSON.stringify(press) === pressed);
  if (offered !== undefined) return offered.label;
  // A notice's buttons are not among those of the last reply.
  const { kind } = said.press;
  if (kind === 'fill-in') return wording.form.filledIn;
  if (kind === 'leave-form') return wording.form.leave;
  if (kind === 'open-form') return wording.form.instead;
  if (kind === 'show-reply') return wording.feedback.reply.show;
  if (kind === 'rate') return wording.feedback[said.press.rating];
  if (kind === 'explain') return wording.feedback.tellMore;
  if (kind === 'reopen-person') return wording.person.reopen;
  if (kind === 'reply-to-person') {
    const shown = opened.newest?.buttons.find(({ press }) => JSON.stringify(press) === pressed);
    return shown?.label ?? wording.person.replyTo(wording.approvals.peopleServices);
  }
  return kind === 'approve' || kind === 'decline' ? wording.approvals[kind] : `(${kind})`;
}
