/** The running context of a conversation in which nobody has spoken yet. */
import type { ConversationState } from '../conversation/store';

export const FRESH_STATE: ConversationState = {
  version: 1,
  introduced: false,
  focus: null,
  last: null,
  offered: null,
  choices: [],
  lastSent: null,
  afterLifeAtRisk: false,
  pending: null,
  tasksToldOn: null,
};
