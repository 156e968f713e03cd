import fc from 'fast-check';
import { createPace } from '../../bot/teams/pace';

const ana = { conversation: 'a:ana', tenant: 't' };

describe('the pace of messages to Teams', () => {
  let now: number;
  beforeEach(() => {
    now = 0;
  });
  const pace = () => createPace(() => now);

  it('lets seven a second into one conversation, and eight in two', () => {
    const { take } = pace();
    expect(Array.from({ length: 7 }, () => take(ana))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(take(ana)).toBe(1_000);

    now = 1_000;
    expect(take(ana)).toBe(0);
    expect(take(ana)).toBe(1_000);
  });

  it('does not hold up one conversation for another', () => {
    const { take } = pace();
    for (let i = 0; i < 7; i += 1) take(ana);

    expect(take({ ...ana, conversation: 'a:tom' })).toBe(0);
  });

  it('leaves room for replies in a tenant, and does not mix tenants', () => {
    const { take } = pace();
    for (let i = 0; i < 20; i += 1) expect(take({ conversation: `a:${i}`, tenant: 't' })).toBe(0);

    expect(take({ conversation: 'a:more', tenant: 't' })).toBe(1_000);
    expect(take({ conversation: 'a:more', tenant: 'u' })).toBe(0);
  });

  it('counts replies, which do not wait', () => {
    const { note, take } = pace();
    for (let i = 0; i < 9; i += 1) note(ana);

    expect(take(ana)).toBe(2_000);
  });

  it('never lets through more than Teams takes, whenever it is asked', () => {
    const limits = [
      [7, 1_000],
      [8, 2_000],
      [60, 30_000],
      [1_800, 3_600_000],
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 300 }), (pauses) => {
        now = 0;
        const { take } = createPace(() => now);
        const went = pauses.flatMap((pause) => {
          now += pause;
          return take(ana) === 0 ? [now] : [];
        });
        for (const [most, withinMs] of limits)
          for (const [i, at] of went.entries())
            expect(at - (went[i - most] ?? -Infinity)).toBeGreaterThanOrEqual(withinMs);
      }),
      { numRuns: 40 },
    );
  });
});
