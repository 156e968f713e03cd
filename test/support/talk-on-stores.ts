/** The real conversation with the built-in policies, on the stores of whatever is under test. */
import type { Converse } from '../../bot/conversation/converse';
import { converseOn } from '../../bot/converse-on';
import { newHandoverReference, newReference } from '../../bot/new-reference';
import type { Stores } from '../../bot/storage/create-stores';
import { dialogs } from '../../dialogs';
import { builtInKnowledge } from '../golden/stage';
import { directory } from './directory';
import { allToDesk } from './all-to-desk';

let made = 0;

/** @param over what is another than usual */
export const talkOn = (
  stores: Stores,
  over: Partial<Parameters<typeof converseOn>[1]> = {},
): Converse =>
  converseOn(
    stores,
    {
      knowledge: over.knowledge ?? builtInKnowledge(),
      dialogs,
      directory,
      isTeamHere: true,
      routes: allToDesk,
      isFollowed: () => true,
      newId: () => `talk-${(made += 1)}`,
      newReference,
      newHandoverReference,
      ...over,
    },
    { stopwatch: () => 0, onRequestSent: () => undefined },
  );
