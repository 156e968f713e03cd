/** Requests against the policies, in the conversation: whose terms count, when it is checked, who reads it. */
import { builtInKnowledge, openStage, type Stage } from '../golden/stage';

const AT = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-25T09:00:00Z');
const TOO_SHORT = 'id like an employment break from 4 january to 31 january 2027';

describe('a request that a policy speaks of', () => {
  let stage: Stage;
  let count = 0;
  const type = (text: string, at = AT) => stage.say({ kind: 'text', text }, `m${(count += 1)}`, at);
  const press = (label: string, at = AT) => stage.say(stage.pressed(label), `m${(count += 1)}`, at);
  const open = async (who: string) => {
    stage = await openStage(who);
  };
  const labels = ({ buttons }: { buttons: readonly { label: string }[] }) =>
    buttons.map(({ label }) => label);
  afterEach(() => stage.close());

  it('is not offered to send where a clause does not allow it, and the clause is cited', async () => {
    await open('ana-pires');

    const reply = await type(TOO_SHORT);

    expect(reply).toMatchObject({ outcome: 'request', request: { stage: 'asking' } });
    expect(labels(reply)).toEqual([
      'Yes, change it',
      'Special leave',
      'Talk to a person',
      'Cancel',
    ]);
    expect(reply.citations).toMatchObject([
      {
        number: 1,
        policy: 'special-leave',
        clause: 'special-leave.33',
        url: '/policies/special-leave#special-leave.33',
        quote: expect.stringContaining('from 3 months to 5 years'),
      },
    ]);
    expect((await press('Yes, change it')).request).toMatchObject({
      stage: 'confirming',
      fields: { lastDay: '2027-04-03' },
    });
  });

  it('is left to the contract of those whom the clause does not name', async () => {
    await open('josie-quill'); // a practice, with contracts of its own

    expect(await type(TOO_SHORT)).toMatchObject({
      request: { stage: 'confirming' },
      citations: [],
    });
  });

  it('tells the policies nothing of the job but whose it is and its terms', async () => {
    const asked = new Set<string>();
    const known = builtInKnowledge();
    stage = await openStage('jin-park', {
      knowledge: {
        ...known,
        clauses(given) {
          for (const name of Object.keys(given)) asked.add(name);
          return known.clauses(given);
        },
      },
    });

    await type('carers leave on 4 january please');
    await type('the bank one');

    expect([...asked].sort()).toEqual(['ids', 'on', 'organisation', 'staffGroup']);
  });

  it('goes by the terms of the job that it is for', async () => {
    await open('jin-park'); // a nurse on Ward 7, and on the bank

    await type('carers leave on 4 january please');
    expect((await type('the bank one')).citations).toMatchObject([
      { clause: 'carers-leave-and-time-off-for-dependants.30' },
    ]);
    expect((await type('change the job to ward 7')).citations).toEqual([]);
  });

  it('is checked once more when it is sent: a day may have come that settles it', async () => {
    await open('ana-pires');
    await type('id like to book shared parental leave');
    await type('24 november');
    await type('20 december 2027'); // more than four weeks past the limit
    const readBack = await type('2 weeks');
    expect(readBack.text).toContain('Counted from Tuesday 24 November 2026');

    const reply = await press('Yes, send it', LATER);

    expect(reply.text).toMatch(/^I can’t send it like this\./);
    expect(await stage.stored()).not.toContain('PS-000001');
  });

  it('shows its warnings to who approves it, with what they rest on', async () => {
    await open('priya-nair');
    await type('id like a week of unpaid parental leave from 30 november please');
    await press('Yes, send it');

    const [notice] = await stage.become('grace-adeyemi', AT);
    const task = await type('what awaits me');

    // A screen that others see shows the notice, so it says nothing of it.
    expect(notice?.text).not.toContain('notice');
    expect(task.text).toContain('at least **21 days** of notice');
    expect(task.citations).toMatchObject([{ number: 1, clause: 'parental-leave-unpaid.12' }]);
  });

  it('counts what was sent before where the law does', async () => {
    await open('josie-quill');
    const ask = 'flexible working request: start at 10 on mondays, from 1 february';
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await type(ask)).citations).toEqual([]);
      await press('Yes, send it');
    }

    expect(await type(ask)).toMatchObject({
      request: { stage: 'confirming' },
      citations: [{ clause: 'flexible-working.7' }],
    });
  });

  it('does not count what it takes the place of', async () => {
    await open('josie-quill');
    const ask = 'flexible working request: start at 10 on mondays, from 1 february';
    for (let sent = 0; sent < 2; sent += 1) {
      await type(ask);
      await press('Yes, send it');
    }

    expect(await type('change it to 8 february')).toMatchObject({
      request: { stage: 'confirming', fields: { firstDay: '2027-02-08' } },
      citations: [],
    });
  });
});
