import { openStage, type Stage } from '../golden/stage';

const AT = new Date('2027-01-29T10:00:00Z');
const text = (words: string) => ({ kind: 'text', text: words }) as const;

describe('what somebody has sent', () => {
  let stage: Stage;
  let turns = 0;
  afterEach(() => stage.close());

  const say = async (words: string): Promise<string> =>
    (await stage.say(text(words), `m${(turns += 1)}`, AT)).text;

  async function sendAQuestionAboutPay(): Promise<string> {
    await say('my overtime is missing from my december pay');
    return say('yes');
  }

  it('is told as the newest five where there is more, and all of it where there is not', async () => {
    stage = await openStage('tom-okafor');
    for (let sent = 0; sent < 5; sent += 1) await sendAQuestionAboutPay();

    const five = await say('my requests');
    await sendAQuestionAboutPay();
    const six = await say('my requests');

    expect(five.match(/PS-\d+/g)).toHaveLength(5);
    expect(five).not.toContain('These are');
    expect(six.match(/PS-\d+/g)).toHaveLength(5);
    expect(six).toContain('These are the 5 that you sent last.');
    expect(await say('PS-000001')).toContain('(PS-000001)');
  });

  it('is not told where a reference is named that is none of theirs', async () => {
    stage = await openStage('tom-okafor');
    await sendAQuestionAboutPay();

    const told = await say('where is PS-ZZZZZZ');

    expect(told).toContain('I can’t find a request PS-ZZZZZZ among yours.');
    expect(told).not.toContain('PS-000001');
  });

  it('by phone, to a mailbox: nobody is promised to see what becomes of it', async () => {
    stage = await openStage('tom-okafor', { isFollowed: false });
    await stage.call('fern-lacey', AT);

    const receipt = await sendAQuestionAboutPay();

    expect(receipt).toContain('This assistant is not told what happens to it after that.');
    expect(receipt).toContain('Tell Tom: in their own chat they can read what was sent.');
    expect(receipt).not.toMatch(/I am not told|what becomes of it/);
  });
});
