import { fold } from '../../bot/conversation/fold';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('a long answer', () => {
  it('is cut between paragraphs, after about 90 words', () => {
    const text = [words(50), words(35), words(60)].join('\n\n');

    expect(fold(text)).toEqual({ first: `${words(50)}\n\n${words(35)}`, more: words(60) });
  });

  it.each([
    ['a short one', words(60)],
    ['one long paragraph', words(150)],
    ['little more than fits', [words(85), words(12)].join('\n\n')],
  ])('stays whole where it is %s', (_, text) => {
    expect(fold(text)).toEqual({ first: text, more: null });
  });

  it('keeps a list with the words that lead to it', () => {
    const text = [`${words(70)}:`, `- ${words(30)}\n- ${words(30)}`, words(40)].join('\n\n');

    const { first, more } = fold(text);
    expect(first).toContain('- word');
    expect(more).toBe(words(40));
  });
});
