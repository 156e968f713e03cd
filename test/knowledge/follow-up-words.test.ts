/** What of a message is meant, and what was said before it on the same subject. */
import { meantIn } from '../../knowledge/correction';
import { threadOf } from '../../knowledge/thread';

describe('a correction', () => {
  it.each([
    ['no i meant unpaid', 'unpaid'],
    ['Sorry, I mean shared parental leave', 'shared parental leave'],
    ['not me, my wife', 'my wife'],
    ['no, not paternity but maternity', 'maternity'],
    ['that’s not what I asked, I want to know if it is paid', 'it is paid'],
    ['no, for a friend', 'for a friend'],
  ])('%s', (text, meant) => {
    expect(meantIn(text)).toBe(meant);
  });

  it.each([
    'i want to know about maternity pay',
    'can my manager say no',
    'not sure how much leave i get',
    'no one has told me when my shift starts, is that right',
    'no',
    'that is not what i asked',
  ])('is not made of: %s', (text) => {
    expect(meantIn(text)).toBeUndefined();
  });
});

describe('what was said on a subject', () => {
  it('keeps the newest lines and what it began with', () => {
    const said = ['one', 'two', 'three', 'four', 'five'];

    const thread = said.reduce((before, text) => threadOf(text, before));

    expect(thread.split('\n')).toEqual(['five', 'four', 'three', 'one']);
  });
});
