import { wording } from '../../bot/wording';
import { aReply } from '../contracts/samples';
import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { converse, CONVERSATION, opened, rated } from './a-conversation';
import { nadiaReviews, TRANSCRIPT } from './nadia-reviews';
import type { OpenConsole } from './open-console';

const REVIEW = '/console/reviews/i1';

describe('the review queue', () => {
  let open: OpenConsole;
  let nadia: Browser;

  nadiaReviews((console, browser) => {
    [open, nadia] = [console, browser];
  });

  const list = async (query = '', browser = nadia) =>
    bodyOf(await browser.get(`/console/reviews${query}`));
  const shown = async (browser = nadia) => bodyOf(await browser.get(TRANSCRIPT));
  const send = async (form: Record<string, string>, browser = nadia, at = REVIEW) => {
    const { text } = await browser.get(TRANSCRIPT);
    const of = (name: string) => field(text, name);
    return browser.post(at, {
      key: of('key'),
      message: of('message'),
      from: of('from'),
      was: of('was'),
      ...form,
    });
  };
  /** Ana asked for a reply to what she was told. */
  const wish = () =>
    open.stores.conversations.open(CONVERSATION, 'ana-pires').then(({ version }) =>
      converse(
        open.stores,
        [
          {
            message: 'wish',
            expectedVersion: version,
            effects: [{ ...rated('i1', { rating: null }), wantsReply: true }],
          },
        ],
        undefined,
      ),
    );

  it('lists what was not sorted, masked, and leads to its place in the transcript', async () => {
    const page = await list();
    expect(page).toContain('1 answer, what matters most first');
    expect(page).toContain('does [name] get 33 days?');
    expect(page).toContain('Something was missing');
    expect(page).toContain('what about [name] and [name]');
    expect(page).not.toMatch(/Ana Pires|ana-pires|Priya|Grace|07700/);
    const { status, location } = await nadia.get(REVIEW);
    expect([status, location]).toEqual([303, `${TRANSCRIPT}#review-i1`]);
  });

  it('leads to the page of a long conversation on which the answer stands', async () => {
    const more = Array.from({ length: 60 }, (_, n) => ({ said: `question ${n}` }));
    await converse(
      open.stores,
      more.map((turn, n) => ({ ...turn, message: `more-${n}`, expectedVersion: n + 5 })),
    );
    const { location } = await nadia.get(REVIEW);
    expect(location).toBe(`${TRANSCRIPT}?page=2#review-i1`);
    expect(bodyOf(await nadia.get(location?.split('#')[0] ?? ''))).toContain('id="review-i1"');
  });

  it('is taken, given back, passed over and opened again, and says who has it', async () => {
    expect((await send({ do: 'take' })).status).toBe(303);
    expect(await shown()).toContain('You have it');
    expect(await list('?reviewer=nadia-rahman')).toContain('Nadia Rahman');
    const kofi = await browserOf(open.url, 'kofi-mensah-reid');
    expect(await shown(kofi)).toContain('Nadia Rahman has it');

    const late = await send({ do: 'take', from: '' }, kofi);
    expect([late.status, late.text.includes('Somebody else has it by now')]).toEqual([409, true]);
    const old = { do: 'give-back', from: 'nadia-rahman', was: 'taken' };
    await send({ do: 'give-back' });
    expect(await shown()).toContain('Nobody has it');
    await send({ do: 'pass-over' });
    expect(await list()).toContain('There is nothing to review');
    expect(await list('?state=passed-over')).toContain('1 answer');
    expect((await send(old)).status).toBe(409);
    await send({ do: 'open-again' });
    expect(await list()).toContain('1 answer');
  });

  it('cannot be passed over while a reply is promised', async () => {
    await wish();
    expect(await shown()).not.toContain('Nothing to do');
    const refused = await send({ do: 'pass-over' });
    expect([refused.status, refused.text.includes('Send them the reply first')]).toEqual([
      409,
      true,
    ]);
    expect(await list('?reply=asked')).toContain('1 answer');
    expect(bodyOf(await nadia.get('/console'))).toMatch(
      /<a href="\/console\/reviews\?reply=asked">1 person waits for the reply/,
    );
  });

  it('takes corrected words that came while the first were on their way', async () => {
    const { text } = await nadia.get(TRANSCRIPT);
    const form = { key: field(text, 'key'), message: field(text, 'message') };
    for (const note of ['ask pay', 'ask payroll'])
      await nadia.post(REVIEW, { ...form, do: 'note', note });
    const verdict = { ...form, interaction: 'i1', cause: 'clause-missing' };
    for (const each of ['wrong', 'right'])
      await nadia.post(`${TRANSCRIPT}/review`, { ...verdict, verdict: each });

    const page = await shown();
    expect(page).toContain('ask payroll');
    expect(await list('?state=done&verdict=right')).toContain('1 answer');
  });

  it('is narrowed by what stands in the form, and passes over what does not', async () => {
    const found = async (query: string) => (await list(query)).includes('1 answer');
    expect(await found('?rating=no&reason=incomplete&outcome=answered')).toBe(true);
    expect(await found('?policy=annual-leave-and-bank-holidays&verdict=none')).toBe(true);
    expect(await found('?rating=partly')).toBe(false);
    expect(await found('?policy=sickness-absence')).toBe(false);
    expect(await found('?from=2027-01-05&to=2027-01-05')).toBe(true);
    expect(await found('?to=2027-01-04')).toBe(false);
    expect(await found('?rating=%00&from=yesterday&policy=%25&after=x&state=nonsense')).toBe(true);
  });

  it('keeps a note, once, masked', async () => {
    const { text } = await nadia.get(TRANSCRIPT);
    const form = { key: field(text, 'key'), message: field(text, 'message'), do: 'note' };
    for (let times = 0; times < 2; times += 1)
      await nadia.post(REVIEW, { ...form, note: 'Tom Okafor asked payroll' });
    expect((await shown()).match(/\[name\] asked payroll/g)).toHaveLength(1);
    const empty = await send({ do: 'note', note: ' ' });
    expect([empty.status, empty.text.includes('Write your note')]).toEqual([422, true]);
  });

  it('replies to who asked for it, once, in their chat', async () => {
    expect(await shown()).not.toContain('They asked for a reply');
    await wish();
    expect(await list('?reply=asked')).toContain('Asked for a reply');
    const page = await shown();
    expect(page).toContain('They asked for a reply');
    expect(page).toContain('Something was missing. what about [name] and [name]');

    const { text } = await nadia.get(TRANSCRIPT);
    const form = { key: field(text, 'key'), message: field(text, 'message'), do: 'reply' };
    const none = await nadia.post(REVIEW, { ...form, said: 'kept for me', done: '' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('kept for me');
    const words = { said: 'It said nothing of nights.', done: 'We added *nights* to the rule.' };
    for (let times = 0; times < 2; times += 1)
      expect((await nadia.post(REVIEW, { ...form, ...words })).status).toBe(303);

    const told = (await open.stores.outgoing.history(CONVERSATION, 0, 50)).filter(
      ({ kind }) => kind === 'notice',
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.reply.text).toContain('**Nadia Rahman**, of the people team, says:');
    expect(told[0]?.reply.text).toContain(wording.feedback.reply.weDid);
    expect(await shown()).toMatch(/Replied to them:.*We added \*nights\* to the rule\./);

    const second = await nadia.post(REVIEW, { ...form, ...words, done: 'Another reply' });
    expect([second.status, second.text.includes('They have had a reply')]).toEqual([409, true]);
    expect(second.text).toContain('Another reply');
  });

  it('is closed to who may not review it, and never shows another organisation’s', async () => {
    await converse(
      open.stores,
      [
        {
          said: 'a question at vale',
          interaction: 'of-vale',
          reply: aReply(),
          effects: [
            opened('of-vale', {
              person: 'joseph-amadi',
              organisation: 'vale',
              conversation: 'web:joseph-amadi',
            }),
            rated('of-vale', { rating: 'no', person: 'joseph-amadi' }),
          ],
        },
      ],
      { conversation: 'web:joseph-amadi', person: 'joseph-amadi', organisation: 'vale' },
    );
    expect(await list('?organisation=vale&state=any')).not.toContain('a question at vale');
    expect((await nadia.get('/console/reviews/of-vale')).status).toBe(404);
    const moved = await send({ do: 'take' }, nadia, '/console/reviews/of-vale');
    expect(moved.status).toBe(404);
    const fern = await browserOf(open.url, 'fern-lacey');
    expect((await fern.get('/console/reviews')).status).toBe(403);
    expect((await send({ do: 'take', key: 'x' })).status).toBe(403);
    expect((await send({ do: 'nonsense' })).status).toBe(422);
    const olu = await browserOf(open.url, 'olu-martins');
    expect(await list('?organisation=vale', olu)).toContain('a question at vale');
  });

  it('is in the audit', async () => {
    await send({ do: 'take' });
    await wish();
    await send({ do: 'reply', said: '', done: 'We did it.' });
    const olu = await browserOf(open.url, 'olu-martins');
    const audit = bodyOf(await olu.get('/console/audit'));
    expect(audit).toMatch(/Replied to a rating.*Moved a review on/);
  });
});
