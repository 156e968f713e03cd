import { openStage, type Stage } from '../golden/stage';

const SENT = new Date('2027-01-29T10:00:00Z');
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const MONDAY = new Date('2027-02-08T09:00:00Z');

/** Tom asks about his pay on a Friday; it is expected by Friday 5 February. */
async function asked(options: Parameters<typeof openStage>[1] = {}): Promise<Stage> {
  const stage = await openStage('tom-okafor', options);
  await stage.say(text('my overtime is missing from my december pay'), 'm1', SENT);
  return stage;
}

describe('the day on which a request is expected', () => {
  let stage: Stage;
  afterEach(() => stage.close());

  it('of a mailbox: nobody says that it is late, or that it will be told of', async () => {
    stage = await asked({ isFollowed: false });

    const { text: receipt } = await stage.say(text('yes'), 'm2', SENT);
    await stage.desk('received', SENT);
    const notices = (await stage.wait(MONDAY)).map((notice) => notice.text);
    const { text: list } = await stage.say(text('my requests'), 'm3', MONDAY);

    expect(receipt).toContain(
      'I am not told what happens to it after that, so I can’t tell you when it is done. You can ask Fellbridge people services',
    );
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('was expected by Friday 5 February 2027');
    expect(notices[0]).toContain('I am not told whether it is done.');
    expect(list).toContain(
      'Usually done by Friday 5 February 2027. I am not told when it is, so please ask people services.',
    );
    expect(`${notices.join('')}${list}`).not.toMatch(/is \*{0,2}late/);
  });

  it('that has passed while nothing has reached people services says so', async () => {
    stage = await asked();
    await stage.say(text('yes'), 'm2', SENT);

    const [notice] = await stage.wait(MONDAY);

    expect(notice?.text).toContain('is **late**');
    expect(notice?.text).toContain('It has not reached people services yet.');
  });

  it('is not told of as late once it was done, though nobody had been told of either', async () => {
    stage = await asked();
    await stage.say(text('yes'), 'm2', SENT);
    await stage.desk('done', MONDAY);

    expect(await stage.wait(MONDAY)).toEqual([]);
  });

  it('is the one of the receipt when they ask how long it takes', async () => {
    stage = await asked();
    await stage.say(text('yes'), 'm2', SENT);

    const { text: before } = await stage.say(text('how long does it take'), 'm3', SENT);
    expect(before).toContain('by Friday 5 February 2027');
  });
});
