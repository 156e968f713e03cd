import { fold } from '../../bot/conversation/fold';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const beside = (count: number, likely: boolean) => ({ words: words(count), likely });

describe('a long answer', () => {
  it('is cut between paragraphs, after about a hundred words', () => {
    expect(fold([words(50), words(35), words(60)], [])).toEqual({
      text: `${words(50)}\n\n${words(35)}`,
      more: words(60),
    });
  });

  it.each([
    ['a short one', words(60)],
    ['one long paragraph', words(150)],
    ['little more than fits', [words(95), words(12)].join('\n\n')],
  ])('stays whole where it is %s', (_, text) => {
    expect(fold([text], [])).toEqual({ text, more: null });
  });

  it('is not cut within what must stand first', () => {
    expect(fold([words(50), words(60), words(60)], [], 2)).toEqual({
      text: `${words(50)}\n\n${words(60)}`,
      more: words(60),
    });
  });

  it('keeps a list with the words that lead to it', () => {
    const list = `- ${words(30)}\n- ${words(30)}`;

    const { text, more } = fold([`${words(70)}:\n\n${list}`, words(40)], []);
    expect(text).toContain('- word');
    expect(more).toBe(words(40));
  });
});

describe('what is beside the answer', () => {
  it('stands in it where it is likely and short', () => {
    expect(fold([words(40)], [beside(45, true), beside(10, false)])).toEqual({
      text: `${words(40)}\n\n${words(45)}`,
      more: words(10),
    });
  });

  it.each([
    ['is less likely', [words(10)], [beside(5, false)]],
    ['makes it long', [words(60)], [beside(41, true)]],
    ['comes after what was folded away', [words(80), words(60)], [beside(5, true)]],
  ])('is folded away where it %s', (_, answer, others) => {
    const { text, more } = fold(answer, others);

    expect(text).toBe(answer[0]);
    expect(more).toContain(others[0]?.words);
  });

  it('comes in its order: nothing is pulled before what did not fit', () => {
    const { text, more } = fold([words(60)], [beside(50, true), beside(3, true)]);

    expect(text).toBe(words(60));
    expect(more).toBe(`${words(50)}\n\n${words(3)}`);
  });
});
