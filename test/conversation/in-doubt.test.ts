import { readFileSync } from 'node:fs';
import path from 'node:path';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { projectRoot } from '../../bot/project-root';
import { builtInKnowledge, openStage } from '../golden/stage';

const SOME = 8;
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
const inDoubt = asked.filter((text) => 'orElse' in detectSensitivity(text)).slice(0, SOME);

describe('a long story that may tell of something that happened, and asks', () => {
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each(inDoubt)(
    'is answered under the line of support, or met with people: %s',
    async (text) => {
      const stage = await openStage('ana-pires');

      const reply = await stage.say({ kind: 'text', text }, '1', AT);

      expect([reply.outcome, reply.text]).toEqual([
        expect.stringMatching(/^(?:answered|partly-answered|signposted)$/),
        expect.stringMatching(/support is here|in confidence/),
      ]);
      await stage.close();
    },
    20_000,
  );
});
