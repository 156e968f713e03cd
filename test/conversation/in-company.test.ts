/** What is said in a group chat or channel, played through the real conversation and the built-in policies. */
import type { Reply } from '../../bot/conversation/reply';
import type { Press, Said } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';
import { openStage, type Stage } from '../golden/stage';

const NOON = Date.UTC(2026, 10, 24, 12);
const at = (index: number): Date => new Date(NOON + index * 60_000);
const text = (words: string): Said => ({ kind: 'text', text: words });
const press = (what: Press): Said => ({ kind: 'press', press: what });

async function inGroup(who: string, ...said: readonly (string | Said)[]): Promise<Reply[]> {
  const stage = await openStage(who);
  const replies: Reply[] = [];
  for (const [index, one] of said.entries())
    replies.push(
      await stage.sayInGroup(typeof one === 'string' ? text(one) : one, `g${index}`, at(index)),
    );
  await stage.close();
  return replies;
}

const only = async (who: string, words: string): Promise<Reply> => {
  const [reply] = await inGroup(who, words);
  if (reply === undefined) throw new Error('Nothing was said.');
  return reply;
};

const QUESTIONS = [
  'how much annual leave do i get',
  'and in hours',
  'how much sick pay do i get',
  'what notice do i have to give',
  'am i entitled to redundancy pay, and how much',
  'what am i paid for working on a sunday',
  'can my manager say no to flexible working',
  'my pay is wrong what do i do',
  'hello',
  'what can you do',
  'who reads this',
] as const;

describe('in a group', () => {
  // Reading all policies takes seconds on a slow machine; it is not timed as a test.
  beforeAll(() => only('ana-pires', 'how much leave do i get'), 60_000);

  it('whoever asks is told the same: nothing of their post, hours, pay, service or staff shows', async () => {
    const nurse = await inGroup('ana-pires', ...QUESTIONS);

    expect(nurse.filter(({ outcome }) => outcome === 'answered').length).toBeGreaterThan(4);
    // A manager, a doctor, a chief executive, somebody with two posts, on part time, on the bank.
    for (const who of [
      'grace-adeyemi',
      'samuel-boateng',
      'edmund-vasey',
      'jin-park',
      'mei-lin-cho',
    ])
      expect([who, await inGroup(who, ...QUESTIONS)]).toEqual([who, nurse]);
  });

  it('of several employers is told the same whoever asks, and that an employer may have its own rule', async () => {
    const said = ['can i carry leave over to next year', 'can i buy extra leave'].map(text);
    const replies = await Promise.all(
      ['ana-pires', 'maya-lund'].map(async (who) => {
        const stage = await openStage(who, { isTenantShared: true });
        const texts: string[] = [];
        for (const [index, one] of said.entries())
          texts.push((await stage.sayInGroup(one, `g${index}`, at(index))).text);
        const stored = await stage.stored();
        await stage.close();
        return { texts, stored };
      }),
    );

    const [ana, maya] = replies;
    expect(ana!.texts).toEqual(maya!.texts);
    for (const words of ana!.texts) {
      expect(words).toContain(wording.group.forWhom.employerUnknown);
      expect(words).not.toMatch(/Fellbridge|Orchard|I have no local rule/);
    }
    // Their own people teams review it all the same.
    expect(ana!.stored).toContain('fellbridge');
    expect(maya!.stored).toContain('orchard-street');
  });

  it('what a colleague is paid, or whether they are off, is nobody’s to hear', async () => {
    const { somebody, sensitive } = wording.group;
    for (const words of [`is ${somebody} off sick`, `what is ${somebody} paid`])
      expect((await only('ana-pires', words)).text).toBe(wording.refused.someoneElse);
    expect((await only('ana-pires', 'is anyone on my ward off next week')).text).not.toBe(
      sensitive,
    );
    expect((await only('ana-pires', `can ${somebody} carry over leave?`)).text).toContain('37.5');
  });

  it('nothing is learnt of anybody, and it says so', async () => {
    const reply = await only('ana-pires', 'remember that my name is Bob');

    expect(reply.text).toBe(wording.group.cannotLearn);
  });

  it('no fact is asked for that somebody would then say aloud', async () => {
    const replies = await inGroup('ana-pires', ...QUESTIONS);

    for (const { text: words } of replies) expect(words).not.toMatch(/To work (?:it|yours|out)/);
  });

  it('a practice, where contracts are its own, is not told what Agenda for Change gives', async () => {
    const reply = await only('maya-lund', 'how many days holiday do we get');

    expect(reply.text).not.toMatch(/\b(?:27|29|33)\b/);
  });

  it.each([
    'book me off 3 to 7 may',
    'i need to refer one of my team to occupational health',
    'where is my request',
    'PS-7F3K9Q',
    'approve',
    'what awaits me',
    'withdraw my leave request',
    'can i talk to someone',
    'show my data',
    'delete my conversations',
    'continue',
  ])('“%s” is led to a chat of one’s own, and starts and shows nothing', async (words) => {
    const reply = await only('grace-adeyemi', words);

    expect(reply).toMatchObject({
      text: wording.group.private,
      buttons: [],
      offers: [],
      request: null,
      inCompany: true,
    });
  });

  it.each([
    ['a question with an alarming word', 'how do i report sexual harassment without my name'],
    ['a question about a grievance', 'what are the steps of a grievance'],
    ['what is happening to somebody', 'my manager keeps shouting at me in front of everyone'],
    ['a loss', 'how much leave do i get after a miscarriage'],
    [
      'a wrong at the end of what is too long',
      `${'how much leave do i get '.repeat(200)} my manager grabbed me and put his hand up my top`,
    ],
  ])('%s is not taken up, and its words are not kept', async (_what, words) => {
    const stage = await openStage('ana-pires');
    const reply = await stage.sayInGroup(text(words), 'g', at(0));

    expect(reply).toMatchObject({
      outcome: 'signposted',
      text: wording.group.sensitive,
      buttons: [],
    });
    expect(await stage.stored()).not.toContain(words.slice(-40));
    await stage.close();
  });

  it('a life at risk brings helplines at once, and nothing of what was said', async () => {
    const reply = await only('ana-pires', 'i dont want to be here any more, i want to end it');

    expect(reply.text).toMatch(/999[\s\S]*Samaritans: \*\*116 123\*\*/);
    expect([reply.buttons, reply.more, reply.citations]).toEqual([[], null, []]);
  });

  it('only questions can be pressed, and none that would lead aside', async () => {
    const replies = await inGroup('grace-adeyemi', ...QUESTIONS, 'can i claim for parking', 'help');
    const pressed = replies.flatMap(({ buttons }) => buttons.map((button) => button.press));

    expect(new Set(pressed.map(({ kind }) => kind))).toEqual(new Set(['say']));
    for (const one of new Set(pressed.flatMap((each) => (each.kind === 'say' ? each.text : []))))
      expect((await only('ana-pires', one)).outcome).not.toBe('signposted');
  });

  it.each<Press>([
    { kind: 'approve', request: 'PS-000001' },
    { kind: 'confirm', draft: 'id-1', nonce: 'id-2' },
    { kind: 'start', service: 'book-annual-leave' },
    { kind: 'show-reply', interaction: 'id-1' },
    { kind: 'ask-person', along: true },
  ])('a press of $kind does nothing there', async (what) => {
    const [reply] = await inGroup('grace-adeyemi', press(what));

    expect(reply).toMatchObject({ text: wording.group.private, buttons: [] });
  });
});

describe('a draft and what waits', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage('ana-pires');
    await stage.say(text('book me off 3 to 7 may'), '1', at(0));
  });
  afterEach(() => stage.close());

  it('are not spoken of in a group, nor changed by a yes there', async () => {
    const reply = await stage.sayInGroup(text('yes'), 'g1', at(1));
    const next = await stage.say(text('yes'), '2', at(2));

    expect(reply.text).toBe(wording.noted);
    expect(next.request).toMatchObject({ stage: 'submitted' });
  });

  it('are told of in private only, also where the news is new', async () => {
    await stage.say(text('yes'), '2', at(1));
    await stage.become('grace-adeyemi', at(2));
    const inCompany = await stage.sayInGroup(text('how much notice do we give'), 'g1', at(3));
    const alone = await stage.say(text('how much notice do we give'), '3', at(4));

    expect(inCompany.text).not.toContain('wait');
    expect(alone.text).toContain('wait');
  });
});

describe('a thumb under an answer in a group', () => {
  const ask = async (stage: Stage): Promise<string> => {
    const reply = await stage.sayInGroup(text('how much notice do we give'), 'g1', at(0));
    return reply.feedback?.interaction ?? '';
  };
  const rate = (interaction: string) => press({ kind: 'rate', interaction, rating: 'no' });

  it('is kept where it is of who asked, and of nobody else', async () => {
    const stage = await openStage('ana-pires');
    const interaction = await ask(stage);
    await stage.become('grace-adeyemi', at(1));
    const other = await stage.sayInGroup(rate(interaction), 'g2', at(2));
    await stage.become('ana-pires', at(3));
    const own = await stage.sayInGroup(rate(interaction), 'g3', at(4));

    expect([other.text, own.text]).toEqual([wording.feedback.unknown, wording.feedback.why]);
    expect([other.buttons, own.buttons]).toEqual([[], []]);
    await stage.close();
  });

  it.each([
    ['my manager put his hand up my top', 'small-talk', false],
    ['i want to kill myself', 'signposted', true],
  ])(
    'with words that need people says aloud only what a life needs: %s',
    async (comment, outcome, isLife) => {
      const stage = await openStage('ana-pires');
      const interaction = await ask(stage);
      const reply = await stage.sayInGroup(
        press({ kind: 'explain', interaction, comment }),
        'g2',
        at(1),
      );

      expect(reply.outcome).toBe(outcome); // only what is signposted is shown: test/teams/groups.test.ts
      expect(reply.text === wording.group.sensitive).toBe(!isLife);
      expect(await stage.stored()).not.toContain(comment);
      await stage.close();
    },
  );
});
