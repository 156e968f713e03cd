import { createDisguise } from '../../bot/console/disguise';
import { aReply } from '../contracts/samples';
import { aBrowser, browserOf, field, type Browser } from '../web/a-browser';
import { aLongTalk, converse, CONVERSATION, opened } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

const disguise = createDisguise('a-secret-for-tests');
const seal = (conversation: string) => disguise.seal(conversation);
const TRANSCRIPT = `/console/transcripts/${seal(CONVERSATION)}`;
const WHO = /Ana Pires|ana-pires|Priya|Nair|Grace|07700/;

describe('transcripts', () => {
  let open: OpenConsole;
  let nadia: Browser;

  beforeEach(async () => {
    open = await openConsole();
    await converse(open.stores, aLongTalk);
    nadia = aBrowser(open.url);
    await nadia.signIn('nadia-rahman');
  });
  afterEach(() => open.close());

  const bodyOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  const audits = async () =>
    (await open.stores.reading.audits(10)).map(({ who, did, what, reason }) => [
      who,
      did,
      what,
      reason,
    ]);

  describe('in the list', () => {
    const talkOf = (person: string, organisation: string, said: string, outcome = 'answered') =>
      converse(open.stores, [{ said, reply: aReply({ outcome: outcome as 'answered' }) }], {
        conversation: `teams:${person}`,
        person,
        organisation,
      });

    it('stand newest first, without names, and only those of the reader’s organisation', async () => {
      await talkOf('tom-okafor', 'fellbridge', 'is Ana Pires in today');
      await talkOf('joseph-amadi', 'vale', 'a question at vale');

      const list = bodyOf((await nadia.get('/console/transcripts')).text);

      expect(list).toContain('2 conversations');
      expect(list).toMatch(/is \[name\] in today[^]*book me off 31 march/);
      expect(list).toMatch(/Person [0-9A-F]{4}-[0-9A-F]{4}/);
      expect(list).toContain('Not rated');
      expect(list).not.toMatch(WHO);
      expect(list).not.toContain('a question at vale');
    });

    it('are found by outcome and rating, and what is no filter is passed over', async () => {
      await talkOf('tom-okafor', 'fellbridge', 'can i buy leave', 'not-covered');
      const list = async (query: string) =>
        bodyOf((await nadia.get(`/console/transcripts?${query}`)).text);

      expect(await list('outcome=not-covered')).toContain('1 conversation,');
      expect(await list('outcome=not-covered')).toContain('can i buy leave');
      expect(await list('rating=no')).toContain('book me off 31 march');
      expect(await list('rating=yes')).toContain('No conversation is like that');
      expect(await list('outcome=nonsense&rating=%00&page=-1')).toContain('2 conversations');
    });

    it('never reach another organisation by an address typed by hand', async () => {
      await talkOf('joseph-amadi', 'vale', 'a question at vale');
      const { text } = await nadia.get('/console/transcripts?organisation=vale');
      expect(text).not.toContain('a question at vale');

      const olu = aBrowser(open.url);
      await olu.signIn('olu-martins');
      const vale = bodyOf((await olu.get('/console/transcripts?organisation=vale')).text);
      expect(vale).toContain('a question at vale');
      expect(vale).not.toContain('book me off');
    });

    it('are never those of the people whom the reader manages, even through others', async () => {
      await talkOf('fern-lacey', 'fellbridge', 'my head of service is unkind');
      await talkOf('derek-hollis', 'fellbridge', 'can i move to another team');
      await talkOf('nadia-rahman', 'fellbridge', 'a question of my own');

      const list = bodyOf((await nadia.get('/console/transcripts')).text);
      expect(list).toContain('1 conversation,');
      expect(list).not.toMatch(/unkind|another team|of my own/);
      const byHand = await nadia.get(`/console/transcripts/${seal('teams:fern-lacey')}`);
      expect([byHand.status, byHand.text]).toEqual([404, expect.not.stringContaining('unkind')]);

      // Olu manages Nadia, who manages Fern and Derek.
      const olu = aBrowser(open.url);
      await olu.signIn('olu-martins');
      expect((await olu.get('/console/transcripts')).text).not.toMatch(
        /unkind|another team|of my own/,
      );
    });

    it('go over pages of 25', async () => {
      for (let n = 0; n < 26; n += 1) await talkOf(`person-${n}`, 'fellbridge', `question ${n}.`);

      const first = (await nadia.get('/console/transcripts?outcome=answered')).text;
      const second = (await nadia.get('/console/transcripts?outcome=answered&page=2')).text;

      expect(first.match(/question \d+\./g)).toHaveLength(25);
      expect(first).toContain('outcome=answered&amp;page=2');
      expect(second).toContain('question 0.');
    });
  });

  describe('when one is read', () => {
    it('show what was said and answered, how it was found and rated, without names', async () => {
      const { status, text } = await nadia.get(TRANSCRIPT);
      const shown = bodyOf(text);

      expect(status).toBe(200);
      expect(shown).toContain('does [name] get 33 days? ring me on [phone]');
      expect(shown).toMatch(/You get 29 days[^]*Annual leave: How much leave you get/);
      expect(shown).toMatch(
        /href="\/policies\/annual-leave-and-bank-holidays#annual-leave-and-bank-holidays\.1">annual-leave-and-bank-holidays\.1<\/a>, score 7\.5, version 2026\.1/,
      );
      expect(shown).toContain('matched “does [name] get 33 days”. It took 2.5 milliseconds.');
      expect(shown).toMatch(/Did this sort it\?<\/strong>[^]*No[^]*Something was missing/);
      expect(shown).toContain('what about [name] and [name]');
      expect(shown).toContain('That is not perfect');
      // A reference leads to a page with their name, for who may open it.
      expect(shown).not.toMatch(/PS-7F3K9Q|href="\/console\/requests\//);
      const olu = await browserOf(open.url, 'olu-martins');
      expect((await olu.get(TRANSCRIPT)).text).not.toMatch(/PS-7F3K9Q|href="\/console\/requests\//);
      expect(text).not.toMatch(WHO);
    });

    it('show of a disclosure and of a life at risk the time, the level and the contacts, and no more', async () => {
      const shown = bodyOf((await nadia.get(TRANSCRIPT)).text);

      expect(shown).toMatch(
        /11:02[^]*Something happened to them[^]*Noor Castell, Freedom to Speak Up/,
      );
      expect(shown).toMatch(/11:03[^]*Life at risk[^]*Contacts shown: Samaritans/);
      expect(shown).not.toMatch(/going through this|glad you told me|a pattern that matched/);
      expect(shown).not.toContain('must not be kept');
    });

    it('are written down once a view', async () => {
      await nadia.get(TRANSCRIPT);
      await nadia.get('/console/transcripts');
      await nadia.get(`/console/transcripts/${seal('web:nobody')}`);

      expect(await audits()).toEqual([['nadia-rahman', 'read-transcript', CONVERSATION, null]]);
    });

    it('show a long one in parts, newest first', async () => {
      const long = Array.from({ length: 51 }, (_, n) => ({ said: `message ${n}.` }));
      await converse(open.stores, long, {
        conversation: 'web:tom-okafor',
        person: 'tom-okafor',
        organisation: 'fellbridge',
      });
      const path = `/console/transcripts/${seal('web:tom-okafor')}`;

      const [newest, older] = [
        (await nadia.get(path)).text,
        (await nadia.get(`${path}?page=2`)).text,
      ];

      expect(newest).toContain('message 50.');
      expect(newest).not.toContain('message 0.');
      expect(newest).toContain('Earlier messages');
      expect(older).toContain('message 0.');
      expect(older).toContain('Later messages');
      expect(older).toContain(`action="${path}?page=2"`);
    });

    it('show what was not rated as unknown, never as solved', async () => {
      await converse(
        open.stores,
        [
          {
            interaction: 'i9',
            reply: aReply({ feedback: { interaction: 'i9', rated: null } }),
            effects: [opened('i9', { person: 'jin-park', conversation: 'web:jin-park' })],
          },
        ],
        { conversation: 'web:jin-park', person: 'jin-park', organisation: 'fellbridge' },
      );

      const { text } = await nadia.get(`/console/transcripts/${seal('web:jin-park')}`);

      expect(text).toMatch(/Did this sort it\?<\/strong>[^]*Not rated/);
    });

    it('can be opened however long the channel’s name for them is', async () => {
      const conversation = `teams:a:${'1x'.repeat(150)}`;
      await converse(open.stores, [{ said: 'hello' }], {
        conversation,
        person: 'tom-okafor',
        organisation: 'fellbridge',
      });

      expect((await nadia.get(`/console/transcripts/${seal(conversation)}`)).status).toBe(200);
    });

    it('never run what somebody wrote', async () => {
      await converse(open.stores, [{ said: '<img src=x onerror=alert(1)>' }], {
        conversation: 'web:tom-okafor',
        person: 'tom-okafor',
        organisation: 'fellbridge',
      });

      const { text } = await nadia.get(`/console/transcripts/${seal('web:tom-okafor')}`);

      expect(text).toContain('&lt;img src=x');
    });
  });

  describe('when names are asked for', () => {
    const unmask = async (reason: string) => {
      const { text } = await nadia.get(TRANSCRIPT);
      return nadia.post(TRANSCRIPT, { key: field(text, 'key'), reason });
    };

    it('show them once for a reason, which is written down', async () => {
      const { status, text } = await unmask('  complaint number 12 ');

      expect(status).toBe(200);
      expect(text).toContain('Ana Pires');
      expect(text).toContain('does Priya Nair get 33 days? ring me on 07700 900123');
      expect(text).toContain('what about Grace and Tom');
      expect((await audits())[0]).toEqual([
        'nadia-rahman',
        'unmasked-transcript',
        CONVERSATION,
        'complaint number 12',
      ]);
      expect((await nadia.get(TRANSCRIPT)).text).not.toMatch(WHO);
    });

    const nothing = ['..........', '\u200b'.repeat(12), 'aaa aaa aaa', 'names names'];
    it.each(['', '   too    ', 'x'.repeat(501), ...nothing])(
      'stay hidden without a reason: “%s”',
      async (reason) => {
        const { status, text } = await unmask(reason);

        expect(status).toBe(422);
        expect(text).toContain('Say why you need the names');
        expect(text).toContain('<title>Error:');
        expect(text).not.toMatch(WHO);
        expect((await audits()).map(([, did]) => did)).not.toContain('unmasked-transcript');
      },
    );

    it('still show no word of a disclosure', async () => {
      const { text } = await unmask('complaint number 12');

      expect(text).not.toMatch(/going through this|a pattern that matched|must not be kept/);
    });
  });
});
