import { readFileSync } from 'node:fs';
import path from 'node:path';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { projectRoot } from '../../bot/project-root';
import { createKnowledge, type Knowledge } from '../../knowledge';
import type { Hit } from '../../knowledge/sources/source';
import { builtInKnowledge, openStage } from '../golden/stage';
import { built } from '../support/built';

const SOME = 8;
const IN_A_ROW = 5;
const AT = new Date('2027-01-05T14:00:00Z');

const development = path.join(projectRoot(), 'knowledge/evaluation/development');
const asked = [
  ...readFileSync(path.join(__dirname, 'data', 'stories-held.jsonl'), 'utf8')
    .trim()
    .split('\n'),
  ...readFileSync(path.join(development, 'second-policy-questions.jsonl'), 'utf8')
    .trim()
    .split('\n'),
].map((line) => {
  const { text, question } = JSON.parse(line) as { text?: string; question?: string };
  return text ?? question ?? '';
});
const inDoubt: string[] = [];
for (const text of asked) {
  if (inDoubt.length === SOME) break;
  if ('orElse' in detectSensitivity(text)) inDoubt.push(text);
}

describe('a long story that may tell of something that happened, and asks', () => {
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each(inDoubt)(
    'is answered under the line of support, or met with people, and not kept: %s',
    async (text) => {
      const stage = await openStage('ana-pires');

      const reply = await stage.say({ kind: 'text', text }, '1', AT);
      const stored = await stage.stored();

      expect([reply.outcome, reply.text]).toEqual([
        expect.stringMatching(/^(?:answered|signposted)$/),
        expect.stringMatching(/support is here|in confidence/),
      ]);
      expect(stored).toContain(reply.outcome);
      expect(runsOf(text).filter((run) => stored.includes(run))).toEqual([]);
      await stage.close();
    },
    20_000,
  );

  it('goes to no other machine', async () => {
    const heard: string[] = [];
    const stage = await openStage('ana-pires', { knowledge: knowledgeElsewhere(heard) });
    for (const [index, text] of inDoubt.entries())
      await stage.say({ kind: 'text', text }, `story ${index}`, AT);

    expect(heard).toEqual([]);

    await stage.say({ kind: 'text', text: 'how much notice do I give' }, 'ordinary', AT);
    expect(heard).not.toEqual([]);
    await stage.close();
  }, 40_000);
});

/** Every few words in a row, as they were typed: no rule of a policy has them. */
function runsOf(text: string): string[] {
  const words = text.split(' ');
  return words.slice(0, 1 - IN_A_ROW).map((_, at) => words.slice(at, at + IN_A_ROW).join(' '));
}

/** The built-in policies, searched and phrased by machines that tell what they are sent. */
function knowledgeElsewhere(heard: string[]): Knowledge {
  const search = async (query: string): Promise<readonly Hit[]> => {
    heard.push(query);
    return [{ id: 'notice-periods-and-leaving.length', score: 1 }];
  };
  return createKnowledge({
    ...built,
    source: () => ({ search }),
    phraser: {
      phrase: async (question) => {
        heard.push(question);
        return undefined;
      },
    },
  });
}
