import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createConverse } from '../../bot/conversation/create-converse';
import type { Door } from '../../bot/conversation/turn';
import { projectRoot } from '../../bot/project-root';
import { createStores } from '../../bot/storage/create-stores';
import { migrations } from '../../bot/storage/migrations';
import { openDatabase } from '../../bot/storage/open-database';
import { dialogs } from '../../dialogs';
import { builtInKnowledge, directory } from '../golden/play-transcript';
import { allToDesk } from '../support/all-to-desk';

const readme = readFileSync(path.join(projectRoot(), 'README.md'), 'utf8');

/** What is said and what is answered, in turn, without marks of any kind. */
function conversationInReadme(): readonly { you: string; assistant: string }[] {
  const quoted = readme
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n');
  return quoted
    .split('**You:**')
    .slice(1)
    .map((part) => {
      const [you = '', assistant = ''] = part.split('**Assistant:**');
      return { you: words(you), assistant: words(assistant) };
    });
}

const words = (text: string): string =>
  text
    .replace(/\*\*|\[\d+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('the conversation in the README', () => {
  const conversation = conversationInReadme();

  it('is there', () => {
    expect(conversation.length).toBeGreaterThan(2);
  });

  it.each<Door>(['web', 'teams'])(
    'goes word for word through the %s door',
    async (door) => {
      const db = await openDatabase<never>({ kind: 'memory' }, migrations);
      let ids = 0;
      const newId = (): string => `id-${(ids += 1)}`;
      const stores = createStores(db, { newId });
      const knowledge = builtInKnowledge();
      const converse = createConverse({
        store: stores.conversations,
        tools: {
          knowledge,
          dialogs,
          directory,
          store: stores.conversations,
          requests: stores.requestLog,
          tasks: stores.tasks,
          handovers: stores.handovers,
          isTeamHere: true,
          routes: allToDesk,
          isFollowed: () => true,
          newId,
          newReference: () => 'PS-000001',
          newHandoverReference: () => 'TP-000001',
        },
        stopwatch: () => 0,
        onRequestSent: () => undefined,
      });
      const person = (await directory.person('ana-pires'))!;
      const say = async (text: string, message: string): Promise<string> => {
        const turn = {
          door,
          conversation: `${door}:readme`,
          message,
          speaker: { kind: 'person' as const, person },
          said: { kind: 'text' as const, text },
          at: new Date('2026-11-23T10:00:00Z'),
        };
        return words((await converse(turn, null, new AbortController().signal)).reply.text);
      };
      await say('hello', 'first'); // the first answer in Teams also says what this program is

      for (const [index, { you, assistant }] of conversation.entries()) {
        expect(await say(you, String(index))).toBe(assistant);
      }
      await db.destroy();
    },
    30_000,
  );
});
