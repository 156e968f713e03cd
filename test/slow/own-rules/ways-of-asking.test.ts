import { bodyOf, browserOf } from '../../web/a-browser';
import { decide, openWording, OWN, sendWording, wordingOf } from '../../console/open-wording';

describe('ways of asking for an own rule', () => {
  it('are changed as its words are, seen before, and kept in its history', async () => {
    const open = await openWording();
    try {
      const [nadia, olu] = [
        await browserOf(open.url, 'nadia-rahman'),
        await browserOf(open.url, 'olu-martins'),
      ];
      const drawn = bodyOf(await nadia.get(wordingOf(OWN)));
      expect(drawn).toContain('how many hours can i carry over');
      const text = open.seedText(OWN);
      const asks = [
        'how many hours can i carry over',
        'can i take leave into next year',
        'do my unused hours roll into april',
      ].join('\n');
      const form = { text, asks, 'value-most-carried': '37.5 hours' };
      const few = await sendWording(nadia, { ...form, asks: 'carry' });
      expect([few.status, bodyOf(few).includes('ways of asking, at least 3')]).toEqual([422, true]);
      const preview = bodyOf(await sendWording(nadia, form));
      expect(preview).toMatch(/New ways of asking:[^]*do my unused hours roll into april/);
      expect(preview).toMatch(/Ways of asking that go:[^]*got leave left in march/);

      const { location } = await sendWording(nadia, { ...form, do: 'send' });
      await decide(olu, location!, { do: 'approve' });

      const current = await open.stores.variations.current('fellbridge');
      expect(current.find(({ id }) => id === OWN)).toMatchObject({ asks: asks.split('\n') });
      const history = bodyOf(
        await nadia.get(`/console/wording/history?clause=${encodeURIComponent(OWN)}`),
      );
      expect(history).toMatch(/Ways of asking that go:[^]*got leave left in march/);
    } finally {
      await open.close();
    }
  });
});
