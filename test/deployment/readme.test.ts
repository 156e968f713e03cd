import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Door } from '../../bot/conversation/turn';
import { projectRoot } from '../../bot/project-root';
import { createStores } from '../../bot/storage/create-stores';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { memoryDatabase } from '../support/memory-database';

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
      const db = await memoryDatabase();
      let ids = 0;
      const stores = createStores(db, { newId: () => `id-${(ids += 1)}` });
      const converse = talkOn(stores);
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
