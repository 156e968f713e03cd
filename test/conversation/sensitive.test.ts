import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asksForSomeoneElsesData } from '../../bot/conversation/sensitive/about-someone-else';
import { detectSensitivity } from '../../bot/conversation/sensitive/detect';
import { projectRoot } from '../../bot/project-root';

interface Sentence {
  readonly text: string;
  readonly level: ReturnType<typeof detectSensitivity>['level'];
}

const read = <T>(name: string): T[] =>
  readFileSync(path.join(projectRoot(), 'test/conversation/data', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const levelOf = (text: string) => detectSensitivity(text).level;
const share = <T>(rows: readonly T[], right: (row: T) => boolean) =>
  rows.filter(right).length / rows.length;

describe('life at risk', () => {
  it('wins over an ordinary question in the same message', () => {
    const text =
      'i dont think i can do this anymore, everyone would be better off without me. anyway how do i hand in my notice';

    expect(detectSensitivity(text)).toEqual({ level: 'life-at-risk' });
  });

  it.each([
    'I WANT TO KILL MYSELF',
    'suicde',
    'kms',
    'I can’t go on',
    "I can't go on.",
    'i cannot go on',
    'unalive',
    'please section me',
    'i need to be sectioned',
    'he has a knife',
    'a patient is dying and no one is coming',
    'my sister died and now i want to kill myself, what leave is there',
    'this job is killing me and i want to die',
    'since my dad died i think about suicide',
  ])('hears "%s"', (text) => {
    expect(levelOf(text)).toBe('life-at-risk');
  });
});

describe('something that happened', () => {
  it.each([
    ['a consultant put his hand up my top in the stock room and i dont know who to tell', 'sexual'],
    ['my manager is bullying me', 'bullying'],
    ['i am being bulied', 'bullying'],
    ['my colleagues make jokes about my accent', 'discrimination'],
    ['a patient punched me', 'violence'],
    ['my husband hits me', 'domestic-abuse'],
    ['i need friday off, im going to a refuge with the kids', 'domestic-abuse'],
    ['my daughter is being groomed online', 'sexual'],
    ['im going to the police about being raped', 'sexual'],
    ['a colleague is stealing controlled drugs', 'wrongdoing'],
  ])('"%s" is a disclosure', (text, about) => {
    expect(detectSensitivity(text)).toEqual({ level: 'disclosure', about });
  });
});

describe('a long story', () => {
  const before =
    'i have worked on this ward for six years and the rota has been changed four times since march and nobody in payroll answers the phone about my enhancements';
  const after =
    'so can you tell me how many days of leave i have left and who signs my timesheet now that my manager has gone to another trust';

  it.each([
    'one of my nurses said she has thought about how she would do it',
    'he keeps asking me to send pics and says he can make my placement hard',
  ])('does not thin out what is said once in it: %s', (danger) => {
    for (const stop of ['. ', ', and '])
      expect(levelOf([before, danger, after].join(stop))).toMatch(/life-at-risk|disclosure/);
  });

  it('with nothing in it is none', () => {
    expect(levelOf(`${before}. ${after}`)).toBe('none');
  });
});

describe('somebody who has lost someone', () => {
  it.each([
    'someone in my family has just died and i cant come in',
    'someone in my family has died, what leave do i get',
    'Mum died on Sunday and the funeral is in Cork. I am on nights from tomorrow. How many days can I have?',
  ])('gets the rule, not an emergency line: %s', (text) => {
    expect(levelOf(text)).toBe('none');
  });

  it('gets helplines first where they speak of dying themselves', () => {
    expect(
      levelOf('Mum died on Sunday. I just want to be with her now. I am on nights from tomorrow.'),
    ).toBe('life-at-risk');
  });
});

describe('a rule that is not believed', () => {
  it('leaves a line of support and no more', () => {
    expect(levelOf('who do i hit up about car leasing')).toBe('question');
  });

  it('is believed in all that is told as having happened', () => {
    expect(levelOf('my husband hits me')).toBe('disclosure');
  });
});

describe('a question about the rules', () => {
  it.each([
    ['can i report sexual harassment without giving my name', 'sexual'],
    ['what counts as bullying', 'bullying'],
    ['how do i raise a grievance', 'grievance'],
    ['as a manager what do I do if someone tells me they are being bullied', 'bullying'],
    ['how do i whistleblow', 'wrongdoing'],
  ])('"%s" is answered', (text, about) => {
    expect(detectSensitivity(text)).toEqual({ level: 'question', about });
  });
});

describe('the development set', () => {
  const rows = read<Sentence>('sensitive-dev.jsonl');

  it.each(rows.map(({ text, level }) => [level, text]))('%s: %s', (level, text) => {
    expect(levelOf(text)).toBe(level);
  });
});

describe('the held set, which no rule was written for', () => {
  const rows = read<Sentence>('sensitive-held.jsonl');
  const of = (level: Sentence['level']) => rows.filter((row) => row.level === level);
  const right = ({ text, level }: Sentence) => levelOf(text) === level;

  it.each([
    ['life-at-risk', 0.65],
    ['disclosure', 0.8],
    ['question', 0.83],
    ['none', 0.85],
  ] as const)('is told right as often as was measured: %s', (level, floor) => {
    expect(share(of(level), right)).toBeGreaterThanOrEqual(floor);
  });
});

describe('the held stories, of which nothing was learnt', () => {
  const rows = read<Sentence>('stories-held.jsonl');
  const of = (level: Sentence['level']) => rows.filter((row) => row.level === level);
  const peopleFirst = ({ text }: Sentence) =>
    ['life-at-risk', 'disclosure'].includes(levelOf(text));
  const withSupport = ({ text }: Sentence) => levelOf(text) !== 'none';

  it('are seldom met with people first where they are ordinary', () => {
    expect(share(of('none'), peopleFirst)).toBeLessThanOrEqual(0.09);
  });

  it.each([
    ['life-at-risk', 0.8],
    ['disclosure', 0.85],
  ] as const)('reach people, or an answer under a line of support: %s', (level, floor) => {
    expect(share(of(level), withSupport)).toBeGreaterThanOrEqual(floor);
  });
});

describe('what staff plainly tell', () => {
  const statements = readFileSync(path.join(__dirname, 'data', 'ordinary-statements.txt'), 'utf8')
    .trim()
    .split('\n');

  it('is hardly ever taken for a cry for help', () => {
    const needsPeople = (text: string) => ['life-at-risk', 'disclosure'].includes(levelOf(text));

    expect(share(statements, needsPeople)).toBeLessThanOrEqual(0.04);
  });

  it.each(['im off sick today', 'im so tired', 'goodbye', 'i want to end my contract'])(
    'is not, where it is as short as "%s"',
    (text) => {
      expect(levelOf(text)).toBe('none');
    },
  );
});

describe('speed', () => {
  it('takes a message of any length in the blink of an eye', () => {
    const texts = [
      'my manager '.repeat(360),
      'i am '.repeat(800),
      'a patient hit '.repeat(285),
      'x'.repeat(4000),
      'if someone told me that they said '.repeat(117),
    ];
    for (const text of texts) detectSensitivity(text);

    const begun = performance.now();
    for (const text of texts) detectSensitivity(text);

    // A generous ceiling for a busy machine: it guards against runaway patterns, not milliseconds.
    expect((performance.now() - begun) / texts.length).toBeLessThan(250);
  });
});

describe('asking for somebody else’s data, or for other rules', () => {
  const dev = read<{ text: string; asks: boolean }>('someone-else-dev.jsonl');
  const held = read<{ text: string; asks: boolean }>('someone-else-held.jsonl');

  it.each(dev.map(({ text, asks }) => [asks ? 'refuses' : 'lets through', text, asks] as const))(
    '%s: %s',
    (_, text, asks) => {
      expect(asksForSomeoneElsesData(text)).toBe(asks);
    },
  );

  it('is told right on the held set as often as was measured', () => {
    const right = share(held, ({ text, asks }) => asksForSomeoneElsesData(text) === asks);

    expect(right).toBeGreaterThanOrEqual(0.95);
  });
});

describe('what is said over several lines', () => {
  it.each(['it makes me want to\nend it\nall', 'i really cannot\ncarry on'])(
    'is heard as one message too: %j',
    (text) => {
      expect(detectSensitivity(text)).toMatchObject({ level: 'life-at-risk' });
    },
  );
});

describe('what people say every day', () => {
  it.each([
    'not gonna make it in tomorrow',
    'i want a copy of everything you hold on me',
    'a chair with arms at the station, and no pushing beds',
    "I can't come in tonight",
    'me',
    'i saw the gp on monday',
    'let me think about it',
    'i want to decline it',
    'yesterday',
    'from yesterday',
    'my wife is having a c section on the 19th, i need paternity leave',
    'our daughter comes by section on the 3rd, put me in for leave',
    'the dog is being groomed tomorrow',
    'tonight',
  ])('is no alarm: %s', (text) => {
    expect(detectSensitivity(text)).toEqual({ level: 'none' });
  });

  it.each([
    'cant come in tonight, i dont want to be here any more',
    'i saw the gp on monday, i took all my tablets last night',
    'not gonna make it',
    'i want a copy of everything you hold on me, i will be dead by the time it comes',
  ])('hides no danger that is told beside it: %s', (text) => {
    expect(detectSensitivity(text)).toMatchObject({ level: 'life-at-risk' });
  });
});
