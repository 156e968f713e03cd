/** A reason to decline is read back, and nothing else that is typed meanwhile decides or sends anything. */
import { openStage, type Stage } from '../golden/stage';
import { typingOn } from '../golden/typing';

const AT = new Date('2026-11-23T09:00:00Z');

describe('the reason for which a manager declines', () => {
  let stage: Stage;
  const { type, press } = typingOn(() => stage, AT);
  const send = async (who: string, text: string) => {
    await stage.become(who, AT);
    await type(text);
    await press('Yes, send it');
  };
  const told = async (who = 'ana-pires') => {
    const news = await stage.become(who, AT);
    return news.map(({ text }) => text).join('\n');
  };

  /** Ana's and Tom's requests wait, and Grace declines Ana's. */
  beforeEach(async () => {
    stage = await openStage('ana-pires');
    await send('ana-pires', 'book me off 3 to 7 may');
    await send('tom-okafor', 'book me off 4 may');
    await stage.become('grace-adeyemi', AT);
    await type('decline PS-000001');
  }, 60_000);
  afterEach(() => stage.close());

  it('is read back with the person, the days and the reference, and goes out after a yes', async () => {
    const read = await type('We are short that week.');
    expect(read.text).toBe(
      'Not approve Ana Pires’s request (Book annual leave, Monday 3 May to Friday 7 May 2027, PS-000001), and tell Ana: “We are short that week.”?',
    );
    expect(read.buttons.map(({ label }) => label)).toEqual([
      'Yes, tell Ana',
      'Change the reason',
      'Cancel',
    ]);

    await type('yes');
    expect(await told()).toContain('“We are short that week.”');
  });

  it.each([
    'i’m off sick today',
    'because she is pregnant',
    'Could you take 10 to 14 May off instead?',
    'book me off 10 to 14 may',
  ])('is sent to nobody before that, and starts no request: %s', async (text) => {
    const read = await type(text);

    expect(read).toMatchObject({ outcome: 'status', request: null });
    expect(read.text).toContain(`tell Ana: “${text}”?`);
    await press('Cancel');
    expect((await type('yes')).outcome).not.toBe('request');
    expect(await told()).toBe('');
  });

  it.each([
    'actually I’ll approve it',
    'oops wrong button',
    'wait',
    'hang on',
    'go back',
    'not yet',
    'i will do this later',
    'what did she ask for?',
  ])('is asked for again after words that are none: %s', async (text) => {
    const again = await type(text);

    expect(again.text).toContain('Nothing is decided yet');
    expect(again.text).toContain('Monday 3 May to Friday 7 May 2027');
    expect(await told()).toBe('');
  });

  it.each(['no', 'wait', 'Change the reason'])('is changed after: %s', async (no) => {
    await type('We are shrot.');

    expect((await type(no)).text).toContain('Why do you decline it?');
    await type('We are short.');
    await press('Yes, tell Ana');
    expect(await told()).toContain('“We are short.”');
  });

  it.each(['cancel', 'Cancel', 'never mind'])('counts no more after: %s', async (words) => {
    await type('We are short.');
    await type(words);
    await type('yes');

    expect(await told()).toBe('');
  });

  it('counts only where it was read back last', async () => {
    await type('We are short.');
    const old = stage.pressed('Yes, tell Ana');
    await type('Too many are off.');

    const again = await stage.say(old, 'old', AT);
    expect(again.text).toContain('Nothing is decided yet.');
    expect(again.text).toContain('“Too many are off.”?');
    expect(await told()).toBe('');
  });

  it('is never taken for another request', async () => {
    await type('We are short.');
    const ofAna = stage.pressed('Yes, tell Ana');

    const other = await type('decline PS-000002 because Ward 7 is full');
    expect(other.text).toContain('I have put PS-000001 aside');
    expect(other.text).toContain('Tom Okafor’s request');

    const shown = await stage.say(ofAna, 'old', AT);
    expect(shown.text).toContain('Nothing is decided yet.');
    expect(await told('tom-okafor')).toBe('');
    expect(await told()).toBe('');
  });

  it('leaves a request of one’s own alone that was begun before', async () => {
    await type('book me off 1 june');
    await type('decline PS-000001');
    await type('Could you take 10 to 14 June off instead?');
    await type('yes');

    expect(await told()).toContain('“Could you take 10 to 14 June off instead?”');
    await stage.become('grace-adeyemi', AT);
    expect((await type('my requests')).text).toBe('You have not sent any requests yet.');
  });

  it('is deleted with the words of a conversation', async () => {
    await type('We are shrot.');
    await type('delete my conversations');
    await type('yes');

    expect(await told()).toBe('');
    expect(await stage.stored()).not.toContain('shrot');
  });
});
