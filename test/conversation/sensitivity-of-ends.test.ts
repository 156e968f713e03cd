import { sensitivityOfEnds } from '../../bot/conversation/sensitive/sensitivity-of-ends';

const story = 'the rota changed again and nobody told us why. '.repeat(200);

describe('a message too long to take', () => {
  it.each([
    ['at its beginning', `i want to kill myself. ${story}`],
    ['at its end', `${story} i want to kill myself`],
  ])('is heard %s', (_, text) => {
    expect(sensitivityOfEnds(text, 4000)).toEqual({ level: 'life-at-risk' });
  });

  it('is a disclosure where one end is', () => {
    expect(sensitivityOfEnds(`${story} my manager keeps groping me`, 4000)).toMatchObject({
      level: 'disclosure',
    });
  });

  it('is nothing more than long otherwise', () => {
    expect(sensitivityOfEnds(story, 4000)).toEqual({ level: 'none' });
  });
});
