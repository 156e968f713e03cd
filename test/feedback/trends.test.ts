import fc from 'fast-check';
import { chanceOfDrawing, chanceOfHitting } from '../../bot/feedback/chance';
import { gotWorse, type RatedDay } from '../../bot/feedback/got-worse';
import { chanceOfRise } from '../../bot/feedback/rising';
import { addDays } from '../../bot/calendar/days';

const TODAY = '2027-01-05';
/** Twelve weeks of days, each with so many rated and so many of them poor. */
const days = (on: (ago: number) => readonly [rated: number, poor: number]): RatedDay[] =>
  Array.from({ length: 84 }, (_, ago) => {
    const [rated, poor] = on(ago);
    return { day: addDays(TODAY, -ago), rated, poor };
  });

describe('chance', () => {
  it('is exact where it can be counted by hand', () => {
    // Of 4 things 2 are marked: 2 of 6 pairs hold no marked one, one pair holds both.
    expect(chanceOfDrawing({ all: 4, marked: 2, drawn: 2, seen: 2 })).toBeCloseTo(1 / 6);
    expect(chanceOfDrawing({ all: 4, marked: 2, drawn: 2, seen: 1 })).toBeCloseTo(5 / 6);
    expect(chanceOfHitting(3, 0.5, 3)).toBeCloseTo(1 / 8);
    expect(chanceOfHitting(3, 0.5, 0)).toBeCloseTo(1);
  });
});

describe('ratings that got worse', () => {
  it('are found with the day on which it began', () => {
    const worse = gotWorse(
      days((ago) => (ago < 12 ? [2, 2] : [2, ago % 10 === 0 ? 1 : 0])),
      TODAY,
    );

    expect(worse).toMatchObject({
      since: addDays(TODAY, -11),
      after: { rated: 24, poor: 24 },
      before: { rated: 144, poor: 7 },
    });
    expect(worse?.chance).toBeLessThan(1e-12);
  });

  it('are not claimed of few ratings, however bad', () => {
    expect(
      gotWorse(
        days((ago) => (ago < 7 ? [1, 1] : [1, 0])),
        TODAY,
      )?.after.rated,
    ).not.toBe(7);
    expect(
      gotWorse(
        days((ago) => (ago < 7 ? [1, 1] : [0, 0])),
        TODAY,
      ),
    ).toBeUndefined();
  });

  it('are claimed of ratings that nothing has happened to less often than they say', () => {
    let claimed = 0;
    const tries = 400;
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 168, maxLength: 168 }), (dice) => {
        const worse = gotWorse(
          days((ago) => [2, dice.slice(2 * ago, 2 * ago + 2).filter((one) => one < 2).length]),
          TODAY,
        );
        if (worse !== undefined && worse.chance < 0.05) claimed += 1;
      }),
      { numRuns: tries, seed: 11 },
    );

    expect(claimed / tries).toBeLessThanOrEqual(0.05);
  });
});

describe('a topic', () => {
  it('rises where its share of what is asked does, and not with a busy week', () => {
    expect(chanceOfRise({ now: 30, before: 50 }, { now: 300, before: 2000 })).toBeLessThan(0.001);
    expect(chanceOfRise({ now: 30, before: 110 }, { now: 600, before: 2200 })).toBe(1);
  });

  it('does not rise with a few questions', () => {
    expect(chanceOfRise({ now: 7, before: 0 }, { now: 50, before: 400 })).toBe(1);
    expect(chanceOfRise({ now: 9, before: 0 }, { now: 50, before: 400 })).toBeLessThan(0.001);
  });
});
