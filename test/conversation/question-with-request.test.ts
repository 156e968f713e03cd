/** A message that asks for something to be done, and for a rule in the same breath. */
import { builtInKnowledge, openStage } from '../golden/stage';
import type { Stage } from '../golden/stage';

const AT = new Date('2027-01-05T14:00:00Z');

describe('a question beside a request', () => {
  let stage: Stage;
  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    stage = await openStage('ana-pires');
  });
  afterEach(() => stage.close());

  const said = (text: string) => stage.say({ kind: 'text', text }, '1', AT);

  it.each([
    [
      'dyslexic and struggling with notes, can work get me software and who pays for it',
      'reasonable-adjustments',
      'Your employer pays',
    ],
    [
      'gf miscarried at 14 weeks. is there anything for me as the partner',
      'pregnancy-or-baby-loss-leave',
      'A partner can have up to **5 days**',
    ],
    [
      'twins came at 29 weeks and theyre in nicu. is there extra leave',
      'neonatal-care-leave',
      'extra to your other leave',
    ],
    [
      'got called up for jury duty 2 weeks do i get my wages',
      'special-leave',
      'The law does not make your employer pay you',
    ],
  ])('is answered above its first question: "%s"', async (text, service, rule) => {
    const reply = await said(text);

    expect(reply).toMatchObject({ outcome: 'request', request: { service } });
    expect(reply.text).toContain(rule);
    expect(reply.citations).not.toHaveLength(0);
    expect(reply.citations.every(({ number }) => reply.text.includes(`[${number}]`))).toBe(true);
  });

  it('comes below the kind line of a loss', async () => {
    const { text } = await said(
      'gf miscarried at 14 weeks. is there anything for me as the partner',
    );

    expect(text.indexOf('I am so sorry')).toBe(0);
    expect(text.match(/I am so sorry/g)).toHaveLength(1);
    expect(text.trimEnd()).toMatch(/What is the first day[^]*$/);
  });

  it.each([
    ["I've had a miscarriage over the weekend and can't come back yet"],
    ['my dad died this morning. i need time off. cant think straight, funeral will be in jamaica'],
    ['pay query: short £180 in december. could somebody look at that please'],
    ['have notice in and last day is 26 feb, please do the exit chat. do it by phone'],
  ])('is none where nothing is asked: "%s"', async (text) => {
    const reply = await said(text);

    expect(reply.outcome).toBe('request');
    expect(reply.text).not.toContain('[1]');
  });
});
