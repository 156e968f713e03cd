import { builtInKnowledge } from '../golden/play-transcript';
import { aQuestion } from '../support/a-question';

const answerOf = (text: string) =>
  builtInKnowledge().answer(aQuestion(text), new AbortController().signal);

/** Each learning moves single lines; of many told, so few may go another way. */
const MAY_MISS = 1;

describe('what is told and not asked', () => {
  it('is answered from the policy that it falls under', async () => {
    const told: readonly [string, string][] = [
      ['cant come in tonight my backs gone', 'sickness-absence-and-sick-pay'],
      ['i have got a hospital appointment on tuesday afternoon', 'special-leave'],
      ['my grandad passed away this morning', 'bereavement-and-child-bereavement-leave'],
      ['handing my notice in on friday', 'notice-periods-and-leaving'],
      ['ive got jury service in march', 'special-leave'],
      ['doctor has signed me off for a month', 'sickness-absence-and-sick-pay'],
      ['my car failed its mot so the community visits are a problem', 'travel-and-expenses'],
      ['my childminder has let me down this morning', 'carers-leave-and-time-off-for-dependants'],
    ];

    const missed: string[] = [];
    for (const [text, policy] of told) {
      const outcome = await answerOf(text);
      const first = 'citations' in outcome ? outcome.citations[0].policy : outcome.kind;
      if (first !== policy) missed.push(`${text}: ${first}`);
    }

    expect(missed.slice(MAY_MISS)).toEqual([]);
  });

  it('is met with what may be meant where no rule speaks of it clearly', async () => {
    const outcome = await answerOf('doctor says i need to go easy for a bit');

    expect(outcome).toMatchObject({ kind: 'not-covered', why: 'unknown' });
    const offered = 'nearest' in outcome ? outcome.nearest.map(({ question }) => question) : [];
    expect(offered).toContain('What if my fit note says I may be fit for work?');
    expect(offered.length).toBeLessThanOrEqual(3);
  });

  it('is left to its own desk where no policy speaks of it', async () => {
    const told = [
      'the printer on ward 5 is broken again',
      'the lift in the main block has stopped',
      'my laptop wont turn on',
      'the patient in bed 4 wants a second pillow',
      'there is no milk left in the staff kitchen',
      'someone has parked across the ambulance bay',
      'the boiler in theatres is leaking',
    ];

    const answered: string[] = [];
    for (const text of told) {
      const { kind } = await answerOf(text);
      if (kind !== 'not-covered') answered.push(`${text}: ${kind}`);
    }

    expect(answered.slice(MAY_MISS)).toEqual([]);
  });
});
