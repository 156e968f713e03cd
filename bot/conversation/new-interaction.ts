/** What feedback is asked about begins with a turn: who spoke, where and when is the turn's. */
import type { Interaction } from '../feedback/interaction';
import type { Scene } from './room';
import type { Effect } from './store';

type Given = Pick<Interaction, 'id' | 'kind' | 'outcome'> & Partial<Interaction>;

export const newInteraction = ({ asking, turn }: Scene, given: Given): Interaction => ({
  person: asking.id,
  organisation: asking.reviewedBy ?? null,
  conversation: turn.conversation,
  service: null,
  openedAt: turn.at.toISOString(),
  endedAt: null,
  clauses: [],
  ...given,
});

export const interactionOpened = (interaction: Interaction): Effect => ({
  kind: 'interaction-opened',
  interaction,
});
