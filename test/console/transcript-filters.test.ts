import { aReply } from '../contracts/samples';
import { bodyOf, browserOf, type Browser } from '../web/a-browser';
import { aLongTalk, converse, opened } from './a-conversation';
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
