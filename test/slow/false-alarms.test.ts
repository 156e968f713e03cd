import { asksForSomeoneElsesData } from '../../bot/conversation/sensitive/about-someone-else';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { built } from '../support/built';

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.filter(is).length / all.length;

describe('the ways of asking that the policies are written for', () => {
  const clauses = built.policies.flatMap((policy) => policy.clauses);
  const asks = clauses.flatMap(({ question, asks, yes, no }) => [question, ...asks, ...yes, ...no]);

  it('hardly ever raise a false alarm', () => {
    const levels = asks.map((text) => detectSensitivity(text).level);

    expect(share(levels, (level) => level === 'life-at-risk')).toBeLessThan(0.004);
    expect(share(levels, (level) => level === 'disclosure')).toBeLessThan(0.02);
    expect(share(asks, asksForSomeoneElsesData)).toBeLessThan(0.005);
  });
});
