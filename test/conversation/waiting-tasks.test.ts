/** What a manager is shown of requests that wait, and what two people decide at the same moment. */
import { openStage, type Stage, type StageOptions } from '../golden/stage';

const AT = new Date('2026-11-23T09:00:00Z');
const TOMORROW = new Date('2026-11-24T09:00:00Z');

describe('requests that wait for a manager', () => {
  let stage: Stage;
  let count = 0;
  const type = (text: string, at = AT) => stage.say({ kind: 'text', text }, `m${(count += 1)}`, at);
  const press = (label: string) => stage.say(stage.pressed(label), `m${(count += 1)}`, AT);
  const labels = ({ buttons }: { buttons: readonly { label: string }[] }) =>
    buttons.map(({ label }) => label);

  /** Ana sends so many requests, and then it is Grace who speaks. */
  const waiting = async (many: number, options: StageOptions = {}) => {
    stage = await openStage('ana-pires', options);
    for (let n = 1; n <= many; n += 1) {
      await type(`book me off ${n} june`);
      await press('Yes, send it');
    }
    await stage.become('grace-adeyemi', AT);
  };
  afterEach(() => stage.close());

  it('are listed five at a time, and how many more there are', async () => {
    await waiting(7);

    const list = await type('what awaits me');

    expect(list.text).toContain('7 requests wait for your decision:');
    expect(list.text.match(/^- /gm)).toHaveLength(5);
    expect(list.text).toContain(
      '- **Ana Pires**: Book annual leave, Thursday 3 June 2027 (PS-000003)',
    );
    expect(list.text).toContain('And 2 more, after these.');
    expect(labels(list)).toHaveLength(5);

    const shown = await press('PS-000003: Ana Pires');
    expect(shown.text).toContain('3 June 2027');
    expect(labels(shown)).toEqual(['Approve', 'Decline', 'Ask a question']);
  }, 60_000);

  it('are never decided by a bare word that could mean another one', async () => {
    await waiting(2);
    await type('what awaits me');
    await press('PS-000002: Ana Pires'); // its buttons are Approve and Decline

    const which = await type('Approve');

    expect(which.text).toContain('Which one do you mean?');
    expect(labels(await type('Approve PS-000002 (Ana Pires)'))).toEqual([]);
    expect(labels(await type('what awaits me'))).toEqual(['Approve', 'Decline', 'Ask a question']);
  });

  it('are asked for beside a draft of one’s own, which a bare word could mean too', async () => {
    await waiting(1);
    await type('book me off 3 to 7 may');

    const which = await type('approve');
    expect(which.text).toContain('Which request do you mean?');
    expect((await press('Approve PS-000001 (Ana Pires)')).text).toContain('**Approved**');
    // A yes agrees only to what was read back last.
    expect((await type('yes')).text).toContain('It is not sent yet.');
    expect((await type('yes')).text).toContain('**Sent** to your manager, Helen Marsh');
  });

  it('are shown, and not decided, by a bare word where something else was said last', async () => {
    await waiting(1);
    await type('hello');

    for (const word of ['approve', 'decline']) {
      const shown = await type(word);
      expect(shown.text).toMatch(/^Nothing is decided yet\.[^]*1 June 2027/);
      expect(labels(shown)).toEqual(['Approve', 'Decline', 'Ask a question']);
      await type('how much leave do i get');
    }
    await type('what awaits me');
    expect((await type('approve')).text).toContain('**Approved**');
  });

  it('are asked about by a bare word while the reason for one is asked', async () => {
    await waiting(2);
    await type('decline PS-000001');

    expect((await type('approve')).text).toContain('nothing is decided yet. Which one');
    expect((await type('what awaits me')).text).toContain('2 requests wait');
  });

  it.each(['PS-000001', 'approve PS-000001 thanks', 'ok ps-000001', 'where is PS-000001?'])(
    'are shown where they are named with no plain decision: %s',
    async (text) => {
      await waiting(1);

      const shown = await type(text);
      expect(shown.text).toMatch(/^Nothing is decided yet\.[^]*1 June 2027/);
      expect(labels(shown)).toEqual(['Approve', 'Decline', 'Ask a question']);
    },
  );

  it('are found by who sent them and what they are', async () => {
    await waiting(2);
    await stage.become('tom-okafor', AT);
    await type('flexible working please, 4 long days a week from 1 march');
    await press('Yes, send it');
    await stage.become('grace-adeyemi', AT);

    const one = await type("can you approve ana's leave on 2 june for me");
    expect(one.text).toMatch(/^Nothing is decided yet\.[^]*2 June 2027/);
    // Now it was before her eyes.
    expect((await type('approve anas june 2 leave')).text).toContain(
      '**Approved**: Book annual leave for Ana Pires (PS-000002)',
    );
    expect((await type('what did tom ask for')).text).toContain('**Tom Okafor** asks for your');
    expect((await type('ask tom about his request')).text).toContain('ask Tom?');
    await press('Cancel');
    const no = await type('no to toms request, we are too short of nights');
    expect(no.text).toContain('and tell Tom: “we are too short of nights”?');
    await press('Cancel');
    expect((await type('approve everything that is waiting')).text).toContain(
      'nothing is decided yet. Which one do you mean?',
    );
  });

  it.each(['show me the leave policy', 'approve mileage', 'ask people services about leave'])(
    'are not meant by words that name none of them: %s',
    async (text) => {
      await waiting(1);
      expect((await type(text)).text).not.toContain('PS-000001');
    },
  );

  it('are not decided by a name with more beside it than is said of them', async () => {
    await waiting(1);
    await type('what awaits me');
    expect((await type('approve anas july leave')).text).toMatch(/^Nothing is decided yet\./);
    expect((await type('approve anas leave')).text).toContain('**Approved**');
  });

  it('leave nothing to cancel where none was begun', async () => {
    await waiting(1);
    expect((await type('cancel')).text).toContain('There is nothing here to cancel.');
  });

  it('are not meant where none is theirs, which is said', async () => {
    await waiting(1);
    expect((await type('approve toms leave')).text).toBe(
      'No request from Tom Okafor waits for your decision.',
    );
  });

  it('keep the reason that was given before it was asked which one', async () => {
    await waiting(2);
    await type('decline because we are short');

    const read = await press('Decline PS-000002 (Ana Pires)');
    expect(read.text).toContain('PS-000002), and tell Ana: “we are short”?');
  });

  it.each(['I refused because I was tired', 'i declined because of the hours'])(
    'are not decided by a story: %s',
    async (text) => {
      await waiting(1);
      await type('what awaits me');

      expect((await type(text)).text).not.toMatch(/and tell Ana|Not approved/);
      expect((await type('what awaits me')).text).toContain('PS-000001');
    },
  );

  it('are not spoken of to somebody who gives a reason and for whom none waits', async () => {
    await waiting(0);

    const reply = await type('decline because i am tired');
    expect(reply.text).not.toContain('No request waits');
  });

  it('say what became of them to an old button that leaves them open', async () => {
    await waiting(1);
    const shown = await type('decline PS-000001');
    const cancel = stage.pressed('Cancel');
    expect(labels(shown)).toEqual(['Cancel']);
    await type('approve PS-000001');

    const late = await stage.say(cancel, 'late', AT);
    expect(late.text).toContain('PS-000001 was approved by Grace Adeyemi');
    await stage.become('tom-okafor', AT);
    const other = await stage.say(cancel, 'other', AT);
    expect(other.text).toContain('I can’t find a request PS-000001');
  });

  it('say what became of them to a requester who would keep them', async () => {
    await waiting(1);
    await stage.become('ana-pires', AT);
    await type('withdraw PS-000001');
    const keep = stage.pressed('No, keep it');
    await stage.become('grace-adeyemi', AT);
    await type('approve PS-000001');

    await stage.become('ana-pires', AT);
    expect((await stage.say(keep, 'late', AT)).text).toContain('approved by Grace Adeyemi');
    await stage.become('tom-okafor', AT);
    expect((await stage.say(keep, 'other', AT)).text).toContain('I can’t find a request');
  });

  it('are told of in the first reply of each day, until they are decided', async () => {
    await waiting(2);
    const line = 'requests wait for your decision. Say “what awaits me”.';

    expect((await type('hello')).text).toContain(`2 ${line}`);
    expect((await type('how much leave do i get')).text).not.toContain(line);
    expect((await type('hello', TOMORROW)).text).toContain(`2 ${line}`);
  });

  it('are not told of beside words of support, but after them', async () => {
    await waiting(1);

    expect((await type('my manager keeps groping me')).text).not.toContain('decision');
    expect((await type('hello')).text).toContain('1 request waits for your decision');
  });

  it('are decided once by a manager and a delegate who press at the same moment', async () => {
    const away = { awayFrom: '2026-11-20', awayUntil: '2026-11-30' };
    await waiting(1, { changes: { 'grace-adeyemi': away } });
    await stage.become('dilip-rao', AT);
    await stage.become('grace-adeyemi', AT);

    const grace = type('approve PS-000001');
    const changed = stage.become('dilip-rao', AT);
    const dilip = type('approve PS-000001');
    const texts = (await Promise.all([grace, dilip])).map(({ text }) => text);
    await changed;

    expect(texts.filter((text) => text.startsWith('**Approved**'))).toHaveLength(1);
    expect(texts.filter((text) => /was approved by (?:Grace|Dilip)/.test(text))).toHaveLength(1);
  });
});
