/** A recorded turn as somebody else's: their conversation, their interaction, their time. */
import type { Commit, Effect } from '../conversation/store';
import type { Reply } from '../conversation/reply';
import type { PlannedQuestion } from './plan-life';
import type { Recorded } from './record-turns';

const MINUTE = 60_000;

export interface Place {
  readonly conversation: string;
  /** Names the turn, its message and its interaction. */
  readonly name: string;
  /** How many turns the conversation has already. */
  readonly turns: number;
}

/** The question and, where it was rated, the presses after it. */
export function copyTurns(
  { asked, rated }: Recorded,
  planned: PlannedQuestion,
  place: Place,
): readonly Commit[] {
  const { rating, reason, comment, at } = planned;
  const turns = [moved(asked, planned, place, 0)];
  if (rated === undefined || rating === null) return turns;
  turns.push(moved(rated[rating], planned, place, 1));
  if (reason === null && comment === null) return turns;
  const explained = moved(rated.explained, planned, place, 2);
  turns.push({
    ...explained,
    said: comment,
    reply: { ...explained.reply, feedback: { interaction: place.name, rated: rating } },
    effects: [
      {
        kind: 'rated',
        rating: {
          interaction: place.name,
          person: planned.person.id,
          at: at.toISOString(),
          rating: null,
          reason,
          comment,
        },
      },
    ],
  });
  return turns;
}

function moved(
  turn: Commit,
  { person, at: asked }: PlannedQuestion,
  { conversation, name, turns }: Place,
  nth: number,
): Commit {
  const at = new Date(asked.getTime() + nth * MINUTE);
  const { last } = turn.state;
  return {
    ...turn,
    conversation,
    message: `${name}-${nth}`,
    person: person.id,
    organisation: person.organisation,
    at,
    handedOverBy: at,
    interaction: turn.interaction && name,
    reply: { ...turn.reply, feedback: feedbackOf(turn.reply, name) },
    state: { ...turn.state, choices: [], last: last && { ...last, interaction: name } },
    expectedVersion: turns + nth,
    effects: turn.effects.map((effect) => owned(effect, person.id, conversation, name, at)),
  };
}

const feedbackOf = ({ feedback }: Reply, interaction: string): Reply['feedback'] =>
  feedback && { ...feedback, interaction };

function owned(
  effect: Effect,
  person: string,
  conversation: string,
  interaction: string,
  at: Date,
): Effect {
  const time = at.toISOString();
  if (effect.kind === 'rated')
    return { ...effect, rating: { ...effect.rating, interaction, person, at: time } };
  if (effect.kind !== 'interaction-opened') return effect;
  const opened = { id: interaction, person, conversation, openedAt: time, endedAt: time };
  return { ...effect, interaction: { ...effect.interaction, ...opened } };
}
