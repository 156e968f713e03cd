import { bodyOf, browserOf, field, type Browser } from '../../web/a-browser';
import { decide, openWording, OWN, proposed, type OpenWording } from '../../console/open-wording';

const ASKED = 'how many hours can i carry over';
const WHY = 'The board wants the national rule.';
const withdrawalOf = (clause: string) =>
  `/console/wording/withdraw?clause=${encodeURIComponent(clause)}`;

describe('withdrawing an own rule', () => {
  let open: OpenWording;
  let nadia: Browser;
  let olu: Browser;
  beforeEach(async () => {
    open = await openWording();
    nadia = await browserOf(open.url, 'nadia-rahman');
    olu = await browserOf(open.url, 'olu-martins');
  });
  afterEach(() => open.close());

  const send = async (form: Readonly<Record<string, string>> = {}, clause = OWN) => {
    const drawn = (await nadia.get(withdrawalOf(clause))).text;
    const hidden = ['key', 'clause', 'message', 'base'];
    return nadia.post('/console/wording/withdraw', {
      ...Object.fromEntries(hidden.map((name) => [name, field(drawn, name)])),
      reason: WHY,
      ...form,
    });
  };
  const asked = async () => JSON.stringify(await open.asked(ASKED));
  const rules = async () =>
    (await open.stores.variations.current('fellbridge')).map(({ id }) => id).toSorted();

  it('begins on its page, and shows what people will be told instead', async () => {
    const clause = bodyOf(await nadia.get(`/console/clause?id=${encodeURIComponent(OWN)}`));
    expect(clause).toContain(`href="${withdrawalOf(OWN)}"`);

    const page = bodyOf(await nadia.get(withdrawalOf(OWN)));
    expect(page).toContain('It counts until a colleague has approved this.');
    expect(page).toMatch(/What people are told instead[^]*This is set locally/);
    expect(page).toMatch(
      /Requests of the kind “[^”]*” are not checked against 37\.5 hours any more/,
    );
    expect(page).toMatch(/answered otherwise[^]*37\.5 hours/);
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toEqual([]);
  });

  it('waits for a second person, and is so in every process once they approve', async () => {
    expect(await asked()).toContain('37.5 hours');
    const { location } = await send();
    const at = location ?? '';
    const hers = bodyOf(await nadia.get(at));
    expect(hers).toContain('Rule to be withdrawn: Carrying leave over at Fellbridge');
    expect(hers).toContain('Nobody approves their own words. Olu Martins can');
    expect((await decide(nadia, at, { do: 'approve' })).status).toBe(403);
    expect(bodyOf(await olu.get('/console/knowledge'))).toContain(`To be withdrawn: ${OWN}`);
    expect(bodyOf(await olu.get('/console'))).toContain('waits for your approval');
    expect(await asked()).toContain('37.5 hours');
    const others = (await rules()).filter((id) => id !== OWN);

    expect((await decide(olu, at, { do: 'approve' })).location).toBe(at);

    expect(await rules()).toEqual(others);
    const left = (await open.stores.variations.history('fellbridge')).at(-1);
    // It led to the withdrawn one, and the others: they stay.
    expect(left?.content).toContain('next: [ 2 ]');
    expect(left?.content).toContain(open.seedText('fellbridge/annual-leave-and-bank-holidays.4'));
    expect(await asked()).not.toContain(OWN);
    expect(await asked()).toContain('"kind":"answered"');
    const done = await nadia.get(at);
    expect(bodyOf(done)).toMatch(
      /Withdrawn rule: Carrying leave over at Fellbridge[^]*Withdrawn by Olu/,
    );
    expect(done.text).toContain('Back to the policy');
    const history = bodyOf(
      await nadia.get(`/console/wording/history?clause=${encodeURIComponent(OWN)}`),
    );
    expect(history).toMatch(/Changed by Nadia Rahman, approved by Olu Martins[^]*was withdrawn/);
    const audit = bodyOf(await olu.get('/console/audit'));
    expect(audit).toContain('Asked to withdraw an own rule');
    expect(audit).toContain('Approved the withdrawal of an own rule');
    // Pressed again: what they wanted is so.
    expect((await decide(olu, at, { do: 'approve' })).location).toBe(at);
  });

  it('puts what was out of answers back, as there is nothing left to be checked', async () => {
    const by = { organisation: 'fellbridge', clause: OWN, by: 'nadia-rahman', at: open.now() };
    await open.stores.withheld.takeOut({ ...by, reason: 'It may be wrong.' });
    expect(await asked()).toContain('being-checked');

    await decide(olu, (await send()).location ?? '', { do: 'approve' });

    expect(await open.stores.withheld.of('fellbridge')).toEqual([]);
    expect(await asked()).toContain('annual-leave-and-bank-holidays.20');
  });

  it('leaves no file where it was the only rule of it, and another may be written anew', async () => {
    const all = await open.stores.variations.current('fellbridge');
    const alone = all.find(
      ({ policy }) => all.filter((one) => one.policy === policy).length === 1,
    )!;
    await decide(olu, (await send({}, alone.id)).location ?? '', { do: 'approve' });

    expect(await rules()).not.toContain(alone.id);
    const entries = await open.stores.variations.history('fellbridge');
    expect(entries.at(-1)).toMatchObject({ policy: alone.policy, state: 'withdrawn', clauses: [] });
    expect((await nadia.get(`/console/wording/new?policy=${alone.policy}`)).status).toBe(200);
  });

  it('needs a reason, and says when the rule was changed meanwhile', async () => {
    const none = await send({ reason: 'no' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Say why, in 10 to 500 characters');
    const drawn = (await nadia.get(withdrawalOf(OWN))).text;
    const late = (await send()).location ?? '';
    await decide(olu, await proposed(nadia), { do: 'approve' });

    const stale = await send({ base: field(drawn, 'base') });
    expect([stale.status, stale.text.includes('Somebody changed it meanwhile')]).toEqual([
      409,
      true,
    ]);
    expect(stale.text).toContain(WHY);
    expect(bodyOf(await olu.get(late))).toMatch(/cannot be published as it is[^]*It says now/);
    expect((await decide(olu, late, { do: 'approve' })).status).toBe(409);
    expect(await rules()).toContain(OWN);
  });

  it('is turned down with a reason, or taken back, and once', async () => {
    const form = (await nadia.get(withdrawalOf(OWN))).text;
    const hidden = Object.fromEntries(
      ['key', 'clause', 'message', 'base'].map((name) => [name, field(form, name)] as const),
    );
    const press = () => nadia.post('/console/wording/withdraw', { ...hidden, reason: WHY });
    const [first, second] = [await press(), await press()];
    expect(second.location).toBe(first.location);
    expect(await open.stores.wordingChanges.waiting(['fellbridge'])).toHaveLength(1);
    await decide(olu, first.location ?? '', { do: 'turn-down', reason: 'We still need this.' });
    expect(bodyOf(await nadia.get(first.location ?? ''))).toContain('We still need this.');
    expect(await rules()).toContain(OWN);
  });

  it('of words that wait for approval is told to their writer', async () => {
    const words = await proposed(nadia, { text: 'You carry over **{most-carried}**. Ask early.' });
    await decide(olu, (await send()).location ?? '', { do: 'approve' });
    expect(bodyOf(await nadia.get(words))).toContain('The rule was withdrawn meanwhile');
  });

  it('is no business of anybody else', async () => {
    for (const person of ['fern-lacey', 'yusuf-demir'])
      expect((await (await browserOf(open.url, person)).get(withdrawalOf(OWN))).status).toBe(403);
    const joseph = await browserOf(open.url, 'joseph-amadi');
    expect((await joseph.get(withdrawalOf(OWN))).status).toBe(404);
    const key = field((await joseph.get('/console')).text, 'key');
    const form = { key, clause: OWN, message: 'id-99999999', reason: WHY };
    expect((await joseph.post('/console/wording/withdraw', form)).status).toBe(404);
    expect((await nadia.get(withdrawalOf('fellbridge/nothing.1'))).status).toBe(404);
  });
});
