import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asksForSomeoneElsesData } from '../../bot/conversation/sensitive/about-someone-else';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { projectRoot } from '../../bot/project-root';
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

describe('the sentences that the scorer learns from', () => {
  const file = path.join(projectRoot(), 'test/conversation/data/sensitive-learn.jsonl');
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly text: string; readonly level: string });

  it('are told right, but for a few', () => {
    const isRight = ({ text, level }: (typeof rows)[number]) =>
      detectSensitivity(text).level === level;

    expect(share(rows, isRight)).toBeGreaterThan(0.93);
  });
});
