import { createKnowledge, type Progress } from '../../knowledge';
import { aQuestion } from '../support/a-question';
import { built } from '../support/built';

const signal = new AbortController().signal;
const phraser = { phrase: async () => undefined };
const SUMMONS = aQuestion('what do i do with a jury summons');

describe('how far an answer is', () => {
  const told = async (question = SUMMONS, parts = { phraser }): Promise<readonly Progress[]> => {
    const all: Progress[] = [];
    const knowledge = createKnowledge({ ...built, ...parts });
    await knowledge.answer(question, signal, (progress) => all.push(progress));
    return all;
  };

  it('is told where a model phrases it: first it is looked for', async () => {
    expect(await told()).toEqual(['looking', 'phrasing']);
  });

  it.each([
    ['without a model', SUMMONS, { phraser: undefined }],
    ['of words that go to no model', { ...SUMMONS, inConfidence: true as const }, { phraser }],
  ])('is not told %s', async (_what, question, parts) => {
    expect(await told(question, parts as { phraser: typeof phraser })).toEqual([]);
  });

  it('of a sum, which no model phrases, is told no further', async () => {
    const sum = aQuestion('my baby is due on 1 june 2027 when can my maternity leave start');

    expect(await told(sum)).toEqual(['looking']);
  });
});
