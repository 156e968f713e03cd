/** Nadia Rahman reviews a conversation of Ana’s: a console opened for each test. */
import { createDisguise } from '../../bot/console/disguise';
import { browserOf, type Browser } from '../web/a-browser';
import { aLongTalk, converse, CONVERSATION } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

export const TRANSCRIPT = `/console/transcripts/${createDisguise('a-secret-for-tests').seal(CONVERSATION)}`;

/** Call it within a `describe`. @param begin is told what was opened, before each test */
export function nadiaReviews(begin: (open: OpenConsole, nadia: Browser) => void): void {
  let open: OpenConsole;
  beforeEach(async () => {
    open = await openConsole();
    await converse(open.stores, aLongTalk);
    begin(open, await browserOf(open.url, 'nadia-rahman'));
  });
  afterEach(() => open.close());
}
