import { sayTrouble } from '../../bot/console/say-trouble';

describe('why a receiving service did not take something', () => {
  it.each([
    [
      'The desk answered 422: it will not take this request as it is.',
      'trying again alone will not help',
    ],
    ['ServiceNow answered 400: no such field.', 'trying again alone will not help'],
    ['The desk answered 401: check that both have the same DESK_SECRET.', 'the same secret'],
    [
      'The desk answered 404: it does not know this question.',
      'does not know what this belongs to',
    ],
    ['The desk answered 500.', 'It may be well by now, so try again.'],
    ['The desk could not be reached.', 'It may be well by now, so try again.'],
    [null, 'It may be well by now, so try again.'],
  ])('is told in plain words, with what to do: %s', (reason, words) => {
    expect(sayTrouble(reason)).toContain(words);
  });
});
