/** Somebody who believes a wrong rule, in words that also sound like a request, is put right first. */
import { builtInKnowledge, openStage } from '../golden/stage';

const AT = new Date('2027-01-05T14:00:00Z');

describe('a wrong rule in words that sound like a request', () => {
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each([
    ['paternity leave has to be used in the first 8 weeks so can you book mine', '52 weeks'],
    ['you need 26 weeks service for paternity leave so book me the 2 weeks for april', 'first day'],
  ])('is put right, and the request offered: "%s"', async (text, right) => {
    const stage = await openStage('ana-pires');

    const reply = await stage.say({ kind: 'text', text }, '1', AT);

    expect(reply.outcome).toBe('answered');
    expect(reply.text).toMatch(new RegExp(`That is not so: .*${right}`));
    expect(reply.offers).toContain('paternity-leave');
    await stage.close();
  });

  it('starts the request where nothing wrong was said', async () => {
    const stage = await openStage('ana-pires');

    const reply = await stage.say(
      { kind: 'text', text: 'baby is due 9 may so i want to book 2 weeks of paternity leave' },
      '1',
      AT,
    );

    expect(reply.outcome).toBe('request');
    await stage.close();
  });
});
