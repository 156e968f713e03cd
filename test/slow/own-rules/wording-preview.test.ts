import { aReply, within } from '../../contracts/samples';
import { changedPeople } from '../../support/changed-people';
import { directory } from '../../support/directory';
import { bodyOf, browserOf } from '../../web/a-browser';
import { converse, opened, rated } from '../../console/a-conversation';
import { DAY, NOON } from '../../console/open-console';
import {
  decide,
  openWording,
  OWN,
  proposed,
  sendWording,
  wordingOf,
  type OpenWording,
} from '../../console/open-wording';

const LEAVE = 'annual-leave-and-bank-holidays';
const ORCHARD = 'orchard-street/annual-leave-and-bank-holidays.1';
const AT = `/console/knowledge/${LEAVE}`;
const FIGURE = { 'value-most-carried': '45 hours' };

describe('what a changed rule would do', () => {
  let open: OpenWording;
  beforeEach(async () => {
    const people = changedPeople(directory, { 'fern-lacey': { roles: ['policy-owner'] } });
    open = await openWording({ directory: people });
  });
  afterEach(() => open.close());

  /** One question of Ana that the rule answered, and how she rated it. */
  const ana = async (id: string, said: string, ago: number, rating?: 'yes' | 'no') => {
    const conversation = `web:${id}`;
    const at = new Date(NOON.getTime() - ago);
    const asked = opened(id, {
      conversation,
      openedAt: at.toISOString(),
      clauses: [
        { clause: `${LEAVE}.20`, version: '2026.1' },
        { clause: OWN, version: '2026.1' },
      ],
    });
    const turns = [
      { said, at, interaction: id, reply: aReply({ topics: [LEAVE] }), effects: [asked] },
      ...(rating === undefined ? [] : [{ at, interaction: id, effects: [rated(id, { rating })] }]),
    ];
    await converse(open.stores, turns, { conversation });
  };

  it('is shown for what staff asked, with names hidden, and without their words to who may not read them', async () => {
    await ana('a1', 'Priya Nair says i can carry leave over to next year, can i', DAY);
    const [nadia, fern] = [
      await browserOf(open.url, 'nadia-rahman'),
      await browserOf(open.url, 'fern-lacey'),
    ];

    const hers = bodyOf(await sendWording(nadia, FIGURE));
    expect(hers).toContain('and 1 that staff asked');
    expect(hers).toContain('“[name] says i can carry leave over to next year, can i”');
    expect(hers).not.toContain('Priya');
    const theirs = bodyOf(await sendWording(fern, FIGURE));
    expect(theirs).toContain('A question of a member of staff');
    expect(theirs).not.toContain('says i can carry leave');
  });

  it('warns of a regression question that would no longer be answered rightly', async () => {
    await ana('a1', 'how much leave', DAY);
    const keep = (id: string, text: string, clause: string) =>
      open.stores.regressions.keep(
        within('fellbridge'),
        {
          id,
          interaction: 'a1',
          text,
          staffGroup: 'agenda-for-change',
          clauses: [clause],
          by: 'nadia-rahman',
        },
        NOON,
      );
    await keep('r1', 'can i carry leave over to next year', OWN);
    const nadia = await browserOf(open.url, 'nadia-rahman');
    const page = bodyOf(await sendWording(nadia, FIGURE));

    expect(page).toContain('1 regression question,');
    expect(page).toMatch(
      /“can i carry leave over to next year” *<strong[^>]*> *Regression question/,
    );
    expect(page).not.toContain('Right now, wrong then');
  });

  it('is published by its writer where nobody else may, and the history says so', async () => {
    const olu = await browserOf(open.url, 'olu-martins');
    const drawn = bodyOf(await olu.get(wordingOf(ORCHARD)));
    const [field] = /name="value-[a-z-]+"/.exec(drawn) ?? ['name="none"'];
    const at = await proposed(olu, {
      clause: ORCHARD,
      base: /name="base" value="([^"]*)"/.exec(drawn)![1]!,
      text: 'Your leave year starts on the day you join. Ask the practice manager.',
      [field.slice(6, -1)]: /value-[^>]*value="([^"]*)"/.exec(drawn)?.[1] ?? '1 day',
    });
    expect(bodyOf(await olu.get(at))).toContain('Nobody else may approve a change here');
    expect(bodyOf(await olu.get('/console'))).toContain('1 changed rule waits for your approval');

    await decide(olu, at, { do: 'approve' });

    expect(bodyOf(await olu.get(at))).toContain('Nobody else could approve it.');
    const history = `/console/wording/history?clause=${encodeURIComponent(ORCHARD)}`;
    expect(bodyOf(await olu.get(history))).toContain('published by the same person');
  });

  it('is not published where the national clause was changed since it was written', async () => {
    const nadia = await browserOf(open.url, 'nadia-rahman');
    const change = await open.stores.wordingChanges.find(
      ['fellbridge'],
      (await proposed(nadia)).split('/').at(-1)!,
    );
    await open.stores.wordingChanges.propose({
      ...change!,
      id: 'before-the-release',
      national: 'Nobody may carry leave over.',
    });
    const olu = await browserOf(open.url, 'olu-martins');
    const at = '/console/wording/changes/before-the-release';
    expect(bodyOf(await olu.get(at))).toContain('The national clause beside it was changed');
    const approved = await decide(olu, at, { do: 'approve' });

    expect([approved.status, await open.stores.variations.version('fellbridge')]).toEqual([
      409, 13,
    ]);
  });

  it('is followed by how staff rated the rule before, and since', async () => {
    await ana('a1', 'can i carry leave over', 2 * DAY, 'no');
    await ana('a2', 'carry leave over', DAY, 'no');
    const [nadia, olu] = [
      await browserOf(open.url, 'nadia-rahman'),
      await browserOf(open.url, 'olu-martins'),
    ];
    expect(bodyOf(await nadia.get(AT))).not.toContain('Own rules that were changed');
    await decide(olu, await proposed(nadia), { do: 'approve' });
    const before = bodyOf(await nadia.get(AT));
    expect(before).toContain('2 of 2 ratings');
    expect(before).toContain('Nobody has rated it yet');

    await ana('a3', 'can i carry some over', 0, 'yes');

    expect(bodyOf(await nadia.get(AT))).toContain('0 of 1 rating');
  });
});
