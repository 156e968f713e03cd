import { leavingOut } from '../../bot/answering/leaving-out';
import type { Turn } from '../../bot/conversation/turn';
import { aReply } from '../contracts/samples';
import { builtInKnowledge } from '../golden/stage';
import { aVariationEntry } from '../support/a-variation-entry';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { countedFor } from '../../bot/console/counted-for';
import { whoMay } from '../../bot/console/who-may';
import { converse, opened, rated } from './a-conversation';
import { MINUTE, NOON, openConsole, type OpenConsole } from './open-console';

const CLAUSE = 'annual-leave-and-bank-holidays.20';
const OWN = 'vale/annual-leave-and-bank-holidays.1';
const at = (clause: string) => `/console/clause?id=${encodeURIComponent(clause)}`;
const REASON = 'The figure may be last year’s.';

describe('knowledge health', () => {
  let open: OpenConsole;
  let nadia: Browser;
  beforeEach(async () => {
    open = await openConsole({ knowledge: builtInKnowledge() });
    nadia = await browserOf(open.url, 'nadia-rahman');
  });
  afterEach(() => open.close());

  const send = async (
    browser: Browser,
    form: Readonly<Record<string, string>>,
    clause = CLAUSE,
  ) => {
    const key = field((await browser.get(at(CLAUSE))).text, 'key');
    return browser.post('/console/clause', {
      key,
      clause,
      organisation: 'fellbridge',
      do: 'take-out',
      reason: REASON,
      ...form,
    });
  };

  /** A conversation as another process would hold it, on the same store. */
  const asked = async (person: string, message: string) => {
    const knowledge = leavingOut(builtInKnowledge(), open.stores.withheld);
    const speaker = await directory.person(person);
    if (speaker === undefined) throw new Error(`There is no ${person}.`);
    const turn: Turn = {
      door: 'web',
      conversation: `web:${person}`,
      message,
      speaker: { kind: 'person', person: speaker },
      said: { kind: 'text', text: 'can i carry leave over to next year' },
      at: NOON,
    };
    const talk = talkOn(open.stores, { knowledge });
    const { reply } = await talk(turn, null, AbortSignal.timeout(10_000));
    return reply;
  };

  describe('of few people', () => {
    const pages = async (person: string) => {
      const browser = await browserOf(open.url, person);
      const all = ['', '/overview', '/knowledge', '/knowledge/domestic-abuse-support'].map((page) =>
        browser.get(`/console${page}`),
      );
      return (await Promise.all(all)).map(bodyOf);
    };
    const ask = async (person: string, organisation: string) => {
      const conversation = `web:${person}`;
      const id = `asked-${person}`;
      const theirs = { person, conversation, organisation };
      const reply = aReply({ topics: ['domestic-abuse-support'] });
      await converse(
        open.stores,
        [
          {
            interaction: id,
            reply,
            effects: [opened(id, theirs), rated(id, { rating: 'no', person })],
          },
        ],
        theirs,
      );
    };

    it('tells a practice manager nothing of what her staff ask, not even that somebody did', async () => {
      const before = await pages('maya-lund');
      await ask('devon-clarke', 'orchard-street');

      expect(await pages('maya-lund')).toEqual(before);
      expect(await pages('olu-martins')).not.toEqual(before);
    });

    it('counts nothing of a practice for a policy owner who may not read transcripts', async () => {
      const as = (organisation: string) =>
        countedFor(
          { directory },
          {
            person: { ...speaker, organisation },
            may: whoMay({ organisation, roles: ['policy-owner'] }, organisations),
            organisations: new Map([['orchard-street', 'Orchard Street']]),
          },
        );
      const organisations = await directory.organisations();
      const speaker = (await directory.person('samuel-boateng'))!;

      expect(await as('orchard-street')).toMatchObject({
        organisations: [],
        tooSmall: ['Orchard Street'],
      });
      expect(await as('fellbridge')).toMatchObject({ organisations: ['fellbridge'], tooSmall: [] });
    });
  });

  it('takes a clause out of answers at once, says so honestly, and puts it back', async () => {
    expect(await asked('ana-pires', 'm1')).toMatchObject({ outcome: 'answered' });

    expect(await send(nadia, {})).toMatchObject({ status: 303, location: at(CLAUSE) });

    const reply = await asked('ana-pires', 'm2');
    expect(reply).toMatchObject({ outcome: 'not-covered', citations: [] });
    expect(reply.text).toMatch(/^We are checking our rule on this \(.*\), so I won’t answer/);
    expect(reply.text).toContain('Fellbridge people services');
    expect(await asked('joseph-amadi', 'm1')).toMatchObject({ outcome: 'answered' });
    expect(bodyOf(await nadia.get('/console/knowledge'))).toMatch(
      new RegExp(
        `Out of answers now.*${CLAUSE}</a>, Fellbridge Hospitals: ${REASON} .Nadia Rahman`,
      ),
    );

    const since = field((await nadia.get(at(CLAUSE))).text, 'since');
    await send(nadia, { do: 'put-back', reason: 'Checked: it is right.', since });
    expect(await asked('ana-pires', 'm3')).toMatchObject({ outcome: 'answered' });
    const audit = bodyOf(await (await browserOf(open.url, 'olu-martins')).get('/console/audit'));
    expect(audit).toMatch(
      /Put a clause back into answers.*Checked: it is right\..*Took a clause out/,
    );
  });

  it('tells the second of two people what the first did, and gives back their words', async () => {
    const page = (await nadia.get(at(CLAUSE))).text;
    expect(page).not.toContain('put-back');
    await send(nadia, {});
    const old = field((await nadia.get(at(CLAUSE))).text, 'since');
    const olu = await browserOf(open.url, 'olu-martins');
    const second = await send(olu, { reason: 'The year is wrong.' });
    expect(second.status).toBe(409);
    expect(second.text).toMatch(/Nadia Rahman took it out of answers, [^<]*: The figure/);
    expect(second.text).toContain('The year is wrong.');

    const back = { do: 'put-back', reason: 'Checked: it is right.', since: old };
    expect((await send(nadia, back)).status).toBe(303);
    open.wait(MINUTE);
    await send(olu, { reason: 'The year is wrong.' });
    const late = await send(nadia, { ...back, reason: 'I looked again.' });
    expect([late.status, late.text.includes('Olu Martins took it out')]).toEqual([409, true]);
    expect(late.text).toContain('I looked again.');
    expect(await open.stores.withheld.of('fellbridge')).toEqual([CLAUSE]);
  });

  it('needs a reason, and gives back what was written', async () => {
    const { status, text } = await send(nadia, { reason: 'wrong' });

    expect(status).toBe(422);
    expect(text).toContain('Say why in words, in 10 to 500 characters');
    expect(text).toMatch(/<textarea[^>]*>wrong<\/textarea>/);
    expect(await open.stores.withheld.of('fellbridge')).toEqual([]);
  });

  it.each([
    ['a reviewer without that role', 'maya-lund', 'orchard-street', 403],
    ['staff', 'ana-pires', 'fellbridge', 403],
    ['a policy owner, elsewhere', 'nadia-rahman', 'vale', 404],
  ])('is not for %s', async (_, person, organisation, status) => {
    const browser = await browserOf(open.url, person);
    const { text } = await browser.get('/chat');

    const answer = await browser.post('/console/clause', {
      key: field(text, 'key'),
      clause: CLAUSE,
      organisation,
      do: 'take-out',
      reason: REASON,
    });

    expect(answer.status).toBe(status);
    expect(await open.stores.withheld.list([organisation])).toEqual([]);
  });

  it('lets an administrator choose any organisation of the system', async () => {
    const olu = await browserOf(open.url, 'olu-martins');

    expect(bodyOf(await olu.get(at(CLAUSE)))).toMatch(/<option value="vale"/);
    expect((await send(olu, { organisation: 'vale' })).status).toBe(303);
    expect(await open.stores.withheld.of('vale')).toEqual([CLAUSE]);
  });

  it('shows nobody the own rule of another organisation, nor what is out there', async () => {
    await open.stores.variations.add(aVariationEntry('vale'));
    await open.stores.withheld.takeOut({
      organisation: 'vale',
      clause: OWN,
      reason: 'A secret of Vale.',
      by: 'joseph-amadi',
      at: NOON,
    });

    expect((await nadia.get(at(OWN))).status).toBe(404);
    expect((await nadia.get('/console/knowledge')).text).not.toContain('A secret of Vale');
    const joseph = await browserOf(open.url, 'joseph-amadi');
    expect((await joseph.get(at(OWN))).text).toContain('A secret of Vale');
  });

  it('shows own rules with how far they are from the national wording', async () => {
    const text = 'Wheelbarrows and kites on 14 Tuesdays.';
    await open.stores.variations.add(aVariationEntry('fellbridge', 'approved', text));

    expect(bodyOf(await nadia.get('/console/knowledge'))).toMatch(
      /The leave year<\/a>.*?0% .*?Far.*?14.*?1 April 2027/,
    );
  });

  it('shows how each clause of a policy did, and week by week', async () => {
    const id = 'asked-1';
    const clauses = [{ clause: 'annual-leave-and-bank-holidays.3', version: '2026.1' }];
    await converse(open.stores, [
      { interaction: id, reply: aReply(), effects: [opened(id, { clauses })] },
      { interaction: id, effects: [rated(id, { rating: 'no' })] },
    ]);
    open.wait(MINUTE);

    const page = bodyOf(await nadia.get('/console/knowledge/annual-leave-and-bank-holidays'));
    const [first = ''] = /<tbody.*?<\/tr>/.exec(page) ?? [];

    expect(first).toContain('annual-leave-and-bank-holidays.3<');
    expect(first).toMatch(/Answered .*?>1<.*Poor ratings .*?1 of 1/);
    expect(page).toMatch(/Week by week.*?Wednesday 30 December 2026.*?>1<.*?1 of 1/);
    expect((await nadia.get('/console/knowledge/nothing')).status).toBe(404);
  });

  it('names the words of alike questions to reviewers alone, masked, and leads to where they were asked', async () => {
    const said = 'can Grace Adeyemi bring her dog to work';
    const reply = aReply({ outcome: 'not-covered', citations: [], topics: ['special-leave'] });
    const outcome = 'not-covered' as const;
    await converse(open.stores, [
      { said, interaction: 'i1', reply, effects: [opened('i1', { outcome })] },
    ]);

    const page = bodyOf(await nadia.get('/console/knowledge'));

    expect(page).toMatch(
      /1 question, 1 this week<\/strong><br><span class="first__note">Nearest policy: Special leave<\/span><br><a href="\/console\/transcripts\/[^"]+">can \[name\] bring her dog to work/,
    );
    expect(
      (await (await browserOf(open.url, 'joseph-amadi')).get('/console/knowledge')).text,
    ).not.toContain('dog to work');
  });
});
