/** What is said in place of a reason to decline, where people come first. */
import { openStage, type Stage } from '../golden/stage';
import { typingOn } from '../golden/typing';

const AT = new Date('2026-11-23T09:00:00Z');

describe('somebody who is asked why they decline', () => {
  let stage: Stage;
  const { type, press } = typingOn(() => stage, AT);

  beforeEach(async () => {
    stage = await openStage('ana-pires');
    await type('book me off 3 to 7 may');
    await press('Yes, send it');
    await stage.become('grace-adeyemi', AT);
    await type('decline PS-000001');
  }, 60_000);
  afterEach(() => stage.close());

  const told = async () => {
    const news = await stage.become('ana-pires', AT);
    return news.map(({ text }) => text).join('\n');
  };

  it.each(['i want to kill myself', 'my manager keeps groping me'])(
    'and says "%s" is met with people, and neither that nor the next word is sent to anybody',
    async (words) => {
      const met = await type(words);
      expect(met).toMatchObject({ outcome: 'signposted' });
      expect(met.text).not.toContain('decline');

      await type('i have no one to turn to');
      expect(await told()).toBe('');
      expect(await stage.stored()).not.toContain(words);
    },
  );

  it('is asked again after that, and the reason then given counts', async () => {
    await type('my manager keeps groping me');

    const again = await type('how much leave do i get');
    expect(again.text).toContain('Why do you decline it?');

    await type('We are short that week.');
    await press('Yes, tell Ana');
    expect(await told()).toContain('“We are short that week.”');
  });

  it('is told how long it may be, and may say it again', async () => {
    const long = await type(`We are short, ${'very '.repeat(70)}short.`);
    expect(long.text).toContain('300 letters at most');

    await type('We are short.');
    await type('yes');
    expect(await told()).toContain('“We are short.”');
  });

  it.each(['cancel', 'Cancel', 'never mind'])('may leave it open: %s', async (words) => {
    await type(words);

    await type('We are short.');
    await type('yes');
    expect(await told()).toBe('');
  });
});
