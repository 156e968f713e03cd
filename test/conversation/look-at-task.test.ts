/** How a request stands, for the card of whoever was asked to decide it. */
import { openStage, type Stage } from '../golden/stage';
import { typingOn } from '../golden/typing';

const AT = new Date('2026-11-23T09:00:00Z');

describe('a card that looks again at a request', () => {
  let stage: Stage;
  const { type, press } = typingOn(() => stage, AT);
  beforeEach(async () => {
    stage = await openStage('ana-pires');
    await type('book me off 1 june');
    await press('Yes, send it');
  });
  afterEach(() => stage.close());

  it('is told nothing while it waits', async () => {
    expect(await stage.look('grace-adeyemi', 'PS-000001')).toBeUndefined();
  });

  it('is told of the decision, and not that a press came too late', async () => {
    await stage.become('grace-adeyemi', AT);
    await type('approve PS-000001');

    expect(await stage.look('grace-adeyemi', 'PS-000001')).toBe(
      'PS-000001 was approved by Grace Adeyemi on Monday 23 November 2026.',
    );
  });

  it('is told that it was withdrawn', async () => {
    await type('withdraw my request');
    await press('Yes, withdraw it');

    expect(await stage.look('grace-adeyemi', 'PS-000001')).toContain('Ana Pires withdrew');
  });

  it.each(['ana-pires', 'helen-marsh'])(
    'tells %s, who decides nothing here, nothing',
    async (who) => {
      expect(await stage.look(who, 'PS-000001')).toContain('find');
    },
  );

  it('keeps nothing', async () => {
    const before = await stage.stored();
    await stage.look('grace-adeyemi', 'PS-000001');

    expect(await stage.stored()).toBe(before);
  });
});
