import { aReply } from '../contracts/samples';
import { bodyOf, browserOf, type Browser } from '../web/a-browser';
import { aLongTalk, converse, opened, rated } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

describe('the list of transcripts', () => {
  let open: OpenConsole;
  let nadia: Browser;

  beforeEach(async () => {
    open = await openConsole();
    const first = { reply: aReply({ topics: ['annual-leave-and-bank-holidays'] }) };
    await converse(
      open.stores,
      aLongTalk.map((turn, index) => (index === 0 ? { ...turn, ...first } : turn)),
    );
    await converse(
      open.stores,
      [
        {
          said: 'can my hours be fewer',
          interaction: 't1',
          reply: aReply({ outcome: 'request', topics: [] }),
          effects: [
            opened('t1', {
              kind: 'request',
              service: 'change-of-hours',
              person: 'tom-okafor',
              conversation: 'teams:tom-okafor',
            }),
          ],
        },
      ],
      { conversation: 'teams:tom-okafor', person: 'tom-okafor' },
    );
    nadia = await browserOf(open.url, 'nadia-rahman');
  });
  afterEach(() => open.close());

  const list = async (query: string) => bodyOf(await nadia.get(`/console/transcripts?${query}`));
  const [anas, toms] = ['book me off 31 march', 'can my hours be fewer'];

  it.each([
    ['policy', 'policy=annual-leave-and-bank-holidays', anas, toms],
    ['service', 'service=change-of-hours', toms, anas],
    ['reason', 'reason=incomplete', anas, toms],
    ['days', 'from=2027-01-05&to=2027-01-05&policy=annual-leave-and-bank-holidays', anas, toms],
  ])('is narrowed by %s', async (_, query, shown, hidden) => {
    const page = await list(query);
    expect(page).toContain('1 conversation, newest first');
    expect(page).toContain(shown);
    expect(page).not.toContain(hidden);
  });

  it('is narrowed by who judged an answer, and how', async () => {
    expect(await list('reviewer=nadia-rahman')).toContain('No conversation is like that');
    await open.stores.reviews.judge(
      { organisations: ['fellbridge'], except: [] },
      {
        id: 'verdict-1',
        interaction: 'i1',
        reviewer: 'nadia-rahman',
        at: open.now().toISOString(),
        verdict: 'wrong',
        cause: 'search-missed',
        note: null,
      },
    );

    for (const query of [
      'reviewer=nadia-rahman',
      'verdict=wrong',
      'verdict=wrong&reason=incomplete',
    ])
      expect(await list(query)).toMatch(/1 conversation, newest first[^]*book me off 31 march/);
    expect(await list('verdict=right')).toContain('No conversation is like that');
    expect(await list('reviewer=olu-martins')).toContain('No conversation is like that');
  });

  /** Zofia asked three things in one conversation: covered and liked, not covered and disliked, small talk. */
  const zofiaAsks = async () => {
    const theirs = { person: 'zofia-nowak', conversation: 'web:zofia-nowak' };
    const about = (policy: string) => ({ topics: [policy], text: 'As we said.' });
    const says = (rating: 'yes' | 'no', interaction: string) =>
      rated(interaction, { rating, reason: null, comment: null, person: theirs.person });
    await converse(
      open.stores,
      [
        {
          said: 'my leave',
          interaction: 'z1',
          reply: aReply(about('annual-leave-and-bank-holidays')),
          effects: [opened('z1', theirs), says('yes', 'z1')],
        },
        {
          said: 'my parking',
          interaction: 'z2',
          reply: aReply({ ...about('travel-and-expenses'), outcome: 'not-covered', citations: [] }),
          effects: [opened('z2', { ...theirs, outcome: 'not-covered' }), says('no', 'z2')],
        },
        { said: 'thanks, lovely', reply: aReply({ outcome: 'small-talk', topics: [] }) },
      ],
      theirs,
    );
  };
  const isFound = async (query: string) => (await list(query)).includes('thanks, lovely');

  it('finds one and the same question that is all that was wanted, whatever else was said', async () => {
    await zofiaAsks();
    for (const query of [
      'outcome=not-covered&rating=no',
      'outcome=answered&rating=yes',
      'policy=travel-and-expenses&rating=no&outcome=not-covered',
      'review=waiting&policy=travel-and-expenses',
      'rating=yes',
      'rating=no',
      'outcome=small-talk',
      'outcome=small-talk&from=2027-01-05&to=2027-01-05',
      'outcome=answered&from=2027-01-05',
    ])
      expect([query, await isFound(query)]).toEqual([query, true]);
    for (const query of [
      'outcome=answered&rating=no',
      'outcome=not-covered&rating=yes',
      'policy=annual-leave-and-bank-holidays&rating=no',
      'policy=annual-leave-and-bank-holidays&outcome=not-covered',
      'review=waiting&policy=annual-leave-and-bank-holidays',
      'review=waiting&rating=yes',
      'rating=partly',
      'outcome=small-talk&rating=no',
      'outcome=small-talk&from=2027-01-06',
    ])
      expect([query, await isFound(query)]).toEqual([query, false]);
  });

  it('holds who judged it and how to be the same judgement, the one that counts', async () => {
    await zofiaAsks();
    const judge = (id: string, reviewer: string, verdict: 'right' | 'wrong') =>
      open.stores.reviews.judge(
        { organisations: ['fellbridge'], except: [] },
        {
          id,
          interaction: 'z2',
          reviewer,
          at: open.now().toISOString(),
          verdict,
          cause: null,
          note: null,
        },
      );
    await judge('v1', 'kofi-mensah-reid', 'wrong');
    expect(await isFound('reviewer=kofi-mensah-reid&verdict=wrong')).toBe(true);
    await judge('v2', 'nadia-rahman', 'right');

    expect(await isFound('reviewer=nadia-rahman&verdict=right')).toBe(true);
    expect(await isFound('reviewer=kofi-mensah-reid')).toBe(true);
    for (const query of ['kofi-mensah-reid&verdict=right', 'nadia-rahman&verdict=wrong'])
      expect([query, await isFound(`reviewer=${query}`)]).toEqual([query, false]);
  });

  it.each(['/console/transcripts', '/console/reviews'])(
    'takes any day there is on %s, and says what is none',
    async (path) => {
      await zofiaAsks();
      const see = async (query: string) => {
        const page = await nadia.get(`${path}?state=any&${query}`);
        return { status: page.status, body: bodyOf(page) };
      };
      for (const far of ['to=9999-12-31', 'from=0001-01-01&to=9999-12-31', 'from=0000-01-01']) {
        const { status, body } = await see(far);
        expect([far, status]).toEqual([far, 200]);
        expect(body).toMatch(/my parking|thanks, lovely/);
      }
      expect((await see('from=9999-12-31')).status).toBe(200);
      expect((await see('to=0000-01-01')).status).toBe(200);
      for (const none of ['2027-02-30', 'tomorrow', '31-12-2026', '99999-01-01']) {
        const { status, body } = await see(`to=${none}`);
        expect([none, status]).toEqual([none, 422]);
        expect(body).toContain(`“${none}” is no day. Write “Asked to” like 2027-01-31`);
      }
      const turned = await see('from=2027-01-05&to=2027-01-04');
      expect(turned.body).toContain('not before “Asked from”');
    },
  );

  it('shows what it is narrowed by, with the rest of the filters open, and keeps it from page to page', async () => {
    const page = await list('service=change-of-hours&from=2027-01-01');
    expect(page).toMatch(/<details[^>]* open>/);
    expect(page).toMatch(/<option value="change-of-hours" selected>/);
    expect(page).toContain('value="2027-01-01"');
    expect(await list('outcome=answered')).not.toMatch(/<details[^>]* open>/);
  });

  it('passes over what is no filter', async () => {
    const nonsense = 'service=nonsense&verdict=%00&from=31-12-2026&reason=x&policy=%27&reviewer=';
    expect(await list(nonsense)).toContain('2 conversations');
  });
});
