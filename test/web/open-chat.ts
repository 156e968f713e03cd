/** The web chat on the real conversation, with a memory store. */
import { createIntake } from '../../bot/attachments/take-in';
import { tellRequesters } from '../../bot/conversation/tell-requesters';
import { createStores } from '../../bot/storage/create-stores';
import { openFiles } from '../../bot/storage/open-files';
import { dialogs } from '../../dialogs';
import { directory } from '../support/directory';
import { NOON, openWeb } from './open-web';
import { talkOn } from '../support/talk-on-stores';
import { memoryDatabase } from '../support/memory-database';

/** `tell` is what runs in the background. */
export async function openTheChat() {
  const db = await memoryDatabase();
  let ids = 0;
  const newId = () => `id-${String((ids += 1)).padStart(8, '0')}`;
  const stores = createStores(db, { newId });
  const intake = createIntake(openFiles({ kind: 'memory' }, 'files', db), {
    mostBytes: 1024 * 1024,
    mostFiles: 3,
  });
  const { outgoing, requestLog: requests } = stores;
  const converse = talkOn(stores, {
    attaching: {
      most: intake.mostFiles,
      mostBytes: intake.mostBytes,
      isTakenBy: () => true,
      attachments: stores.attachments,
    },
    newId,
    newReference: () => `PS-${String((ids += 1)).padStart(6, '0')}`,
    newHandoverReference: newId,
  });
  const keepMonths = { words: 12, turns: 24, requests: 24, audit: 72 };
  const ownData = { ownData: stores.ownData, keepMonths };
  const web = await openWeb({
    converse,
    outgoing,
    mails: stores.mailNotices,
    directory,
    intake,
    ownData,
  });
  const clock = () => NOON;
  return {
    web,
    stores,
    tell: () =>
      tellRequesters({
        news: stores.requestNews,
        directory,
        dialogs,
        requests,
        isFollowed: () => true,
        clock,
      }),
    close: async () => {
      await web.close();
      await db.destroy();
    },
  };
}
