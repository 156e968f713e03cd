import { readFileSync } from 'node:fs';
import path from 'node:path';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { builtInKnowledge, openStage } from '../golden/stage';
import { built } from '../support/built';

const SOME = 12;
const AT = new Date('2027-01-05T14:00:00Z');

const { policies } = built;
const questions = new Set(
  policies.flatMap(({ clauses }) => clauses.map(({ question }) => question)),
);
const plain = [
  ...readFileSync(
    path.join(__dirname, '..', 'conversation', 'data', 'ordinary-statements.txt'),
    'utf8',
  )
    .trim()
    .split('\n'),
  ...policies.flatMap(({ clauses }) => clauses.flatMap(({ asks }) => asks)),
];
/** Ordinary words that no rule heard and that are met with people first. */
const takenWrongly: string[] = [];
for (const text of plain) {
  if (takenWrongly.length === SOME) break;
  if ('unsure' in detectSensitivity(text)) takenWrongly.push(text);
}

describe('somebody who is given people to talk to and wanted a rule', () => {
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each(takenWrongly)(
    'reaches one in one press: %s',
    async (text) => {
      const stage = await openStage('ana-pires');

      const reply = await stage.say({ kind: 'text', text }, '1', AT);
      const label = reply.buttons.map((button) => button.label).find((each) => questions.has(each));
      const answer = await stage.say(stage.pressed(label ?? ''), '2', AT);

      expect(reply.outcome).toBe('signposted');
      expect(answer.outcome).toMatch(/answered/);
      await stage.close();
    },
    20_000,
  );
});
