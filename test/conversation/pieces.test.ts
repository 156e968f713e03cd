import { piecesOf } from '../../bot/conversation/sensitive/pieces';

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

describe('the pieces of a message', () => {
  it('are none where it is short', () => {
    expect(piecesOf(words(30))).toEqual([]);
  });

  it('are its sentences, without those that say next to nothing', () => {
    expect(piecesOf(`i want to die . ok . ${words(28)} . how many days`)).toEqual([
      'i want to die',
      words(28),
      'how many days',
    ]);
  });

  it('overlap where nobody stopped for breath, and leave no word out', () => {
    const said = Array.from({ length: 50 }, (_, index) => `w${index}`);
    const pieces = piecesOf(said.join(' '));

    expect(new Set(pieces.flatMap((piece) => piece.split(' ')))).toEqual(new Set(said));
    for (const run of [said.slice(5, 12), said.slice(14, 21), said.slice(43, 50)])
      expect(pieces.some((piece) => piece.includes(run.join(' ')))).toBe(true);
  });
});
