import { builtInKnowledge } from '../golden/play-transcript';
import { aQuestion } from '../support/a-question';

const ask = (text: string) =>
  builtInKnowledge().answer(aQuestion(text), new AbortController().signal);

describe('two questions in one message', () => {
  it.each([
    'how much annual leave do i get and can i carry it over?',
    'How much annual leave do I get? Can I carry it over?',
    'how much annual leave do i get\ncan i carry leave over',
  ])('are both answered, each with its own source: %s', async (text) => {
    const outcome = await ask(text);

    expect(outcome).toMatchObject({
      kind: 'answered',
      missing: null,
      more: [{ text: expect.stringMatching(/set locally.*\[2\]$/s) as string }],
    });
    const cited = 'citations' in outcome ? outcome.citations.map(({ clause }) => clause) : [];
    expect(cited.slice(0, 2)).toEqual([
      'annual-leave-and-bank-holidays.1',
      'annual-leave-and-bank-holidays.20',
    ]);
  });

  it('keep the rules beside each part, folded away and cited by their own numbers', async () => {
    const outcome = await ask(
      'what is ssp a week at the moment? is it still nothing for the first 3 days?',
    );

    if (!('related' in outcome)) throw new Error(`It was ${outcome.kind}.`);
    expect(outcome.related.map(({ likely }) => likely)).toContain(false);
    expect(outcome.related.some(({ likely }) => likely)).toBe(false);
    const quoteOf = (mark: string | undefined) => outcome.citations[Number(mark) - 1]?.quote ?? '';
    for (const { text } of outcome.related) {
      const [, said = '', mark] = /^(.{20})[^]* \[(\d+)\]$/.exec(text ?? '') ?? [];
      expect(quoteOf(mark)).toContain(said.replaceAll('**', '').trim().slice(0, 12));
    }
    const cited = outcome.citations.map(({ clause }) => clause);
    expect(new Set(cited).size).toBe(cited.length);
  });

  it('say which of them has no answer', async () => {
    const outcome = await ask('how much annual leave do i get? what is the capital of peru?');

    expect(outcome).toMatchObject({
      kind: 'partly-answered',
      missing: 'what is the capital of peru?',
      citations: expect.arrayContaining([
        expect.objectContaining({ clause: 'annual-leave-and-bank-holidays.1' }),
      ]) as unknown,
    });
  });

  it('get one answer where one rule speaks of both', async () => {
    const outcome = await ask('how much annual leave do i get and how much AL do i get a year');

    expect(outcome).toMatchObject({ kind: 'answered', more: [] });
  });

  it.each(['what about part time and how much?', 'how much and when'])(
    'are not seen where a piece asks nothing by itself: %s',
    async (text) => {
      expect(await ask(text)).not.toMatchObject({ missing: expect.any(String) as string });
    },
  );

  it.each([
    'When I took this post I answered the telephone and did the filing. How do I get the grade looked at again?',
    'I work Mondays to Wednesdays and my manager wants me on a course that only runs on a Thursday, and she says there is nothing to claim since I am not down to work then. It is not fair, is it? Do I get the time back?',
  ])('are not seen in what somebody tells before they ask: %s', async (text) => {
    expect(await ask(text)).not.toMatchObject({ missing: expect.any(String) as string });
  });
});
