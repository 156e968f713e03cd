import { builtInKnowledge, openStage, type Stage } from '../golden/stage';

const AT = new Date('2027-02-01T12:00:00Z');
const HARD =
  /^I am sorry\. That sounds hard\. You can talk to someone in confidence: Employee assist/;
const HAPPENED = /^If something has happened to you, or to someone close to you, I am sorry\./;
const SAMARITANS = '**116 123**';

describe('a request that begins beside something hard', () => {
  let stage: Stage;
  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    stage = await openStage('ana-pires');
  });
  afterEach(() => stage.close());
  let turns = 0;
  const say = (text: string) => stage.say({ kind: 'text', text }, `m${(turns += 1)}`, AT);

  it.each([
    ['my husband walked out last night, can I have tomorrow off', 'book-annual-leave'],
    ['my girlfriend took the kids, i cannot cope, need a week off', 'book-annual-leave'],
    ['feeling worthless, please book me off friday', 'book-annual-leave'],
    ['my nan hasnt got long, I need tomorrow off please', 'book-annual-leave'],
    ['my mum is dying, can i drop to 3 days a week from march', 'flexible-working-request'],
    ['we are being evicted, put me down for leave on friday', 'book-annual-leave'],
    ['my husband was diagnosed with cancer, book me off friday', 'book-annual-leave'],
    ['my mum is really poorly, i need carers leave on friday', 'carers-leave'],
    ['im burnt out, i need a week off from 1 march', 'book-annual-leave'],
    ['my anxiety is through the roof, book me off friday', 'book-annual-leave'],
    ['bailiffs are coming on friday, book me friday off', 'book-annual-leave'],
  ])('goes on under a kind word, with people one press away: %s', async (text, service) => {
    const reply = await say(text);

    expect(reply).toMatchObject({ outcome: 'request', request: { service } });
    expect(reply.text).toMatch(HARD);
    expect(reply.text).toContain(SAMARITANS);
    expect(reply.buttons.map(({ label }) => label).slice(-2)).toEqual([
      'Talk to a person',
      'Cancel',
    ]);
    expect((await stage.say(stage.pressed('Talk to a person'), 'press', AT)).outcome).toBe(
      'handover',
    );
  });

  it.each([
    ['Ive tested positive for covid so wont be on shift tonight', 'report-sickness'],
    ['chest inf ringing in sick no one picking up', 'report-sickness'],
  ])(
    'goes on under helplines where only the listeners suspect a danger: %s',
    async (text, service) => {
      const reply = await say(text);

      expect(reply).toMatchObject({ outcome: 'request', request: { service } });
      expect(reply.text).toMatch(/^If you or anyone else is in danger, ring \*\*999\*\* now\./);
      expect(reply.text).toContain(SAMARITANS);
    },
  );

  it('goes on beside people where the listeners alone suspect a wrong', async () => {
    const reply = await say(
      'Doctor has signed me off until the 14th, got the paper in front of me',
    );

    expect(reply).toMatchObject({ outcome: 'request', request: { service: 'fit-note' } });
    expect(reply.text).toContain(SAMARITANS);
  });

  it.each([
    'i keep making myself sick and cutting and i cant stop, so im off sick tomorrow',
    'nobody will miss me, cancel my shift i wont be in tomorrow or ever',
    'i have scissors and i want to use them on me, so im off sick tomorrow',
  ])('is not begun where a life is more surely at risk: %s', async (text) => {
    expect(await say(text)).toMatchObject({ outcome: 'signposted' });
  });

  it('leaves out what was told in confidence, keeps none of it, and says so', async () => {
    const reply = await say(
      'after the rape I cannot do nights, I want to ask for flexible working',
    );
    const stored = await stage.stored();

    expect(reply.request).toMatchObject({ service: 'flexible-working-request', fields: {} });
    expect(reply.text).toMatch(HAPPENED);
    expect(reply.text).toContain('I have put only what you ask for into the request.');
    expect(reply.text).toContain('What change would you like?');
    expect(stored).not.toMatch(/\brape\b|cannot do nights/);
  });

  it('is begun where only a suspicion stands against it, and its words are not kept', async () => {
    const text = 'crying in the sluice most shifts. could i get some counselling, by email please';

    const reply = await say(text);

    expect(reply.request).toMatchObject({
      service: 'wellbeing-support',
      fields: { contactBy: 'email' },
    });
    expect(reply.text).toMatch(HAPPENED);
    expect(await stage.stored()).not.toContain('crying');
  });

  it.each([
    'my partner beats me, need days off to move house',
    'I was sexually assaulted at the christmas do, need a day off thursday',
    'my manager is bullying me, please refer me to occupational health',
    'i want to kill myself, book me off friday',
    'ive found a spot in the woods, i need friday off',
    'i stood on the top deck of the multi storey before my shift again, i need friday off',
  ])('waits where something surely happened or a life is at risk: %s', async (text) => {
    expect((await say(text)).outcome).toBe('signposted');
  });

  it.each([
    'ive been beaten to it, swap my shift on friday',
    'ive been hammered with shifts, swap my sunday shift',
  ])('waits for no helplines where it only sounds alarming by itself: %s', async (text) => {
    expect((await say(text)).outcome).toBe('request');
  });

  it('is not begun by a suspicion in the middle of another request', async () => {
    await say('book me off friday');
    const reply = await say('crying in the sluice most shifts. could i get some counselling');

    expect(reply.outcome).toBe('signposted');
  });

  it.each([
    'im off sick today',
    'book me off 3 to 7 may',
    'my boiler has packed in, I need tomorrow off',
    'im dying for a holiday, book me off friday',
    'my wife has left for work so I need a half day friday',
    'cant cope with nights, please can I apply for flexible working',
    'my sister is getting married, can i have friday off',
    'i have diagnosed patients all week, book me off friday',
    'i am on a dementia course on thursday, book me off friday',
  ])('has no such word above it where it is ordinary: %s', async (text) => {
    const reply = await say(text);

    expect(reply.outcome).toBe('request');
    expect(reply.text).not.toContain(SAMARITANS);
  });

  it('tells the colleague who helps by phone', async () => {
    await stage.call('fern-lacey', AT);

    const reply = await say('my husband walked out, can I have tomorrow off please');

    expect(reply.text).toMatch(/^\*\*This may be a hard time for Ana\.\*\* Ask how they are/);
  });
});
