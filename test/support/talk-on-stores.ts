/** The real conversation with the built-in policies, on the stores of whatever is under test. */
import type { Converse } from '../../bot/conversation/converse';
import { createConverse } from '../../bot/conversation/create-converse';
import { newHandoverReference, newReference } from '../../bot/new-reference';
import type { Stores } from '../../bot/storage/create-stores';
import { dialogs } from '../../dialogs';
import { builtInKnowledge } from '../golden/stage';
import { directory } from './directory';
import { allToDesk } from './all-to-desk';

let made = 0;

export const talkOn = (stores: Stores): Converse =>
  createConverse({
    store: stores.conversations,
    tools: {
      knowledge: builtInKnowledge(),
      dialogs,
      directory,
      store: stores.conversations,
      requests: stores.requestLog,
      tasks: stores.tasks,
      handovers: stores.handovers,
      isTeamHere: true,
      routes: allToDesk,
      isFollowed: () => true,
      newId: () => `talk-${(made += 1)}`,
      newReference,
      newHandoverReference,
    },
    stopwatch: () => 0,
    onRequestSent: () => undefined,
  });
