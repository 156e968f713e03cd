/** What counts as right: the measure itself must be right before anything is measured with it. */
import path from 'node:path';
import { judgeReply } from '../../bot/cli/evaluation/judge-reply';
import { EvaluationQuestion, readQuestionSets } from '../../bot/cli/evaluation/question-sets';
import { shortfalls, tallyOf } from '../../bot/cli/evaluation/tally';
import { plainReply, type Reply } from '../../bot/conversation/reply';
import { projectRoot } from '../../bot/project-root';

const citation = (policy: string): Reply['citations'][number] => ({
  number: 1,
  policy,
  clause: `${policy}.1`,
  title: '',
  heading: '',
  quote: '',
  version: null,
  url: null,
  file: null,
});

const aReply = (more: Partial<Reply>): Reply =>
  plainReply({ outcome: 'answered', text: '', ...more });

const marksOf = (question: object, reply: Partial<Reply>): ReturnType<typeof judgeReply> =>
  judgeReply(EvaluationQuestion.parse({ id: 'q', question: 'what', ...question }), aReply(reply));

describe('a reply', () => {
  it('is first by what it cites, and else by what fits best', () => {
    const policies = ['special-leave'];

    expect(
      marksOf(
        { policies },
        { citations: [citation('special-leave')], topics: ['flexible-working'] },
      ),
    ).toMatchObject({ first: true });
    expect(
      marksOf(
        { policies },
        { outcome: 'not-covered', topics: ['flexible-working', 'special-leave'] },
      ),
    ).toMatchObject({ first: false, inThree: true, wrongRefusal: true });
  });

  it('has its key facts where one phrase of each group is in it', () => {
    const keyFacts = [['10 days', 'ten days'], ['paid']];

    expect(marksOf({ keyFacts }, { text: 'You get **ten days**, paid. [1]' }).facts).toBe(true);
    expect(marksOf({ keyFacts }, { text: 'You get **ten days**. [1]' }).facts).toBe(false);
  });

  it('is a false alarm where it leads to people, whether a policy answers or none', () => {
    for (const asked of [{ policies: ['special-leave'] }, { kind: 'trivia' }]) {
      expect(marksOf(asked, { outcome: 'signposted' }).falseAlarm).toBe(true);
      expect(marksOf(asked, { outcome: 'not-covered' }).falseAlarm).toBe(false);
    }
    expect(marksOf({ level: 'disclosure' }, { outcome: 'signposted' }).falseAlarm).toBeUndefined();
  });

  it('is a false answer where nothing in the set answers', () => {
    expect(marksOf({ kind: 'trivia' }, { outcome: 'answered' }).falseAnswer).toBe(true);
    expect(marksOf({ kind: 'trivia' }, { outcome: 'request' }).falseAnswer).toBe(true);
    expect(marksOf({ kind: 'trivia' }, { outcome: 'not-covered' }).falseAnswer).toBe(false);
    expect(marksOf({ policies: ['x'], covered: false }, { outcome: 'answered' }).falseAnswer).toBe(
      true,
    );
  });

  it('puts a wrong idea right in its first two sentences, and never says it', () => {
    const question = { rightFact: [['29 days']], wrongFact: ['33 days'] };

    expect(
      marksOf({ ...question, wrongFact: [['33 days']] }, { text: 'No. It is 29 days.' }).corrected,
    ).toBe(true);
    expect(
      marksOf({ ...question, wrongFact: [['33 days']] }, { text: 'A. B. It is 29 days.' })
        .corrected,
    ).toBe(false);
    expect(
      marksOf({ ...question, wrongFact: [['33 days']] }, { text: '29 days, not 33 days.' })
        .corrected,
    ).toBe(false);
  });

  it('has done a sum where it has the figures outside brackets', () => {
    const question = { expected: '1,200 pounds (3 x 400)', missing: null };

    expect(marksOf(question, { text: 'That is £1,200.00.' }).sum).toBe(true);
    expect(marksOf(question, { text: 'That is £400.' }).sum).toBe(false);
    expect(marksOf({ ...question, missing: 'your pay' }, { outcome: 'clarify' }).sum).toBe(true);
  });
});

describe('the tally', () => {
  it('counts what was asked for, and names what falls short', () => {
    const good = { first: true, falseAlarm: false };
    const bad = { first: false, falseAlarm: true };

    expect(tallyOf([good, bad].map((marks) => ({ marks, elapsedMs: 1 })))).toEqual({
      first: { yes: 1, of: 2 },
      falseAlarm: { yes: 1, of: 2 },
    });
    expect(shortfalls(good)).toEqual([]);
    expect(shortfalls(bad)).toEqual(['first', 'falseAlarm']);
  });
});

it('can read the development sets', () => {
  const sets = readQuestionSets(path.join(projectRoot(), 'knowledge', 'evaluation', 'development'));

  expect(sets.map(({ name }) => name)).toContain('policy-questions');
});
