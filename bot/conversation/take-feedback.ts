/** What people say of an answer: whether it sorted it, why not, and that they would like a reply. */
import { canBeReviewed } from '../directory/people-team';
import type { Rating } from '../feedback/interaction';
import { wording } from '../wording';
import type { Button, Reply } from './reply';
import { plainly, type Played, type Scene } from './room';
import { detectSensitivity } from './sensitive/detect';
import { signpost } from './signpost';
import type { Press } from './turn';

export type Explained = Extract<Press, { kind: 'explain' }>;
type Given = Pick<Rating, 'rating' | 'reason' | 'comment'> & { readonly wantsReply?: true };

/** A comment is words like any others: where they need people first, they get them and are not kept. */
export async function explain(scene: Scene, press: Explained): Promise<Played> {
  const { interaction, comment = '' } = press;
  const given: Given = {
    rating: null,
    reason: press.reason ?? null,
    comment: comment.trim() === '' ? null : comment,
    ...(press.reply === true && { wantsReply: true }),
  };
  const toPeople = await signpost(scene, detectSensitivity(comment));
  const withoutWords = { ...given, comment: null };
  if (toPeople === undefined)
    return isNothing(given) ? nothingGiven(scene, interaction) : rate(scene, interaction, given);
  if (isNothing(withoutWords)) return toPeople;
  const rated = await rate(scene, interaction, withoutWords);
  return { ...toPeople, effects: rated.effects, interaction: rated.interaction };
}

const isNothing = ({ reason, comment, wantsReply }: Given): boolean =>
  reason === null && comment === null && wantsReply === undefined;

export async function rate(scene: Scene, interaction: string, given: Given): Promise<Played> {
  const { asking, tools, turn } = scene;
  if ((await tools.store.interactionOwner(interaction)) !== asking.id) return unknown();
  const { wantsReply, ...words } = given;
  const rated = given.rating ?? (await tools.store.latestRating(interaction));
  const asked = wantsReply ?? (await tools.store.wantsReply(interaction));
  return {
    ...(await acknowledged(scene, given.rating, { interaction, rated, asked })),
    effects: [
      {
        kind: 'rated',
        rating: { interaction, person: asking.id, at: turn.at.toISOString(), ...words },
        ...(wantsReply && { wantsReply }),
      },
    ],
    interaction,
  };
}

interface Told {
  readonly interaction: string;
  readonly rated: Rating['rating'];
  /** That they would like a reply. */
  readonly asked: boolean;
}

async function acknowledged(
  scene: Scene,
  pressed: Rating['rating'],
  { interaction, rated, asked }: Told,
): Promise<Played> {
  const { feedback } = wording;
  const asksWhy = pressed === 'partly' || pressed === 'no';
  const explained = asked ? feedback.reply.asked : feedback.explained;
  const text = pressed === null ? explained : asksWhy ? feedback.why : feedback.thanks;
  return plainly(
    {
      outcome: 'small-talk',
      text,
      buttons: asksWhy ? reasonButtons(interaction) : [],
      feedback: { interaction, rated, ...(await replyState(scene, rated, asked)) },
    },
    'feedback',
  );
}

/** Only what did not sort it is worth a reply, and only where somebody may write one. */
async function replyState(
  { asking, tools }: Scene,
  rated: Rating['rating'],
  asked: boolean,
): Promise<Pick<NonNullable<Reply['feedback']>, 'reply'>> {
  if (asked) return { reply: 'asked' };
  const isPoor = rated === 'partly' || rated === 'no';
  const { organisation, id } = asking;
  if (!isPoor || !tools.isTeamHere || organisation === undefined) return {};
  const mayBe = await canBeReviewed(tools.directory, { id, organisation: organisation.id });
  return mayBe ? { reply: 'offered' } : {};
}

const reasonButtons = (interaction: string): Button[] =>
  Object.entries(wording.feedback.reasons).map(([reason, label]) => ({
    label,
    press: {
      kind: 'explain',
      interaction,
      reason: reason as keyof typeof wording.feedback.reasons, // keys of our own literal
    },
  }));

/** The form was sent empty: nothing is kept, and it stands there again. */
async function nothingGiven(scene: Scene, interaction: string): Promise<Played> {
  const { store } = scene.tools;
  if ((await store.interactionOwner(interaction)) !== scene.asking.id) return unknown();
  const rated = await store.latestRating(interaction);
  const asked = await store.wantsReply(interaction);
  const feedback = { interaction, rated, ...(await replyState(scene, rated, asked)) };
  const { nothingGiven: text } = wording.feedback;
  return plainly({ outcome: 'small-talk', text, feedback }, 'feedback without anything in it');
}

const unknown = (): Played =>
  plainly(
    { outcome: 'small-talk', text: wording.feedback.unknown },
    'rating of an unknown interaction',
  );

type Satisfied = Extract<Press, { kind: 'satisfied' }>;

/** 1 to 5 once a request is done, and words beside it, which are words like any others. */
export async function satisfied(scene: Scene, press: Satisfied): Promise<Played> {
  const { interaction, score = null, comment = '' } = press;
  const { asking, tools, turn } = scene;
  const toPeople = await signpost(scene, detectSensitivity(comment));
  if (toPeople !== undefined) return toPeople;
  if ((await tools.store.interactionOwner(interaction)) !== asking.id) return unknown();
  const words = comment.trim() === '' ? null : comment;
  const counts = score ?? (await tools.store.latestScore(interaction));
  const { thanks, nothingGiven: nothing, explained } = wording.feedback.satisfied;
  const isEmpty = score === null && words === null;
  const text = isEmpty ? nothing : score === null ? explained : thanks(score);
  const feedback = { interaction, rated: null, satisfied: counts };
  const satisfaction = { interaction, person: asking.id, at: turn.at.toISOString(), score };
  return {
    ...plainly({ outcome: 'small-talk', text, feedback }, 'satisfied'),
    effects: isEmpty
      ? []
      : [{ kind: 'satisfied', satisfaction: { ...satisfaction, comment: words } }],
    interaction,
  };
}

/** What the people team replied, where the notice did not say it. */
export async function showReply({ asking, tools }: Scene, interaction: string): Promise<Played> {
  const text = await tools.store.replyFor(interaction, asking.id);
  return plainly(
    { outcome: 'status', text: text ?? wording.feedback.reply.gone },
    text === undefined ? 'a reply that is gone' : 'showed a reply of the people team',
  );
}
