/** The command line as scripts outside use it, in processes of its own: one JSON line out for each line in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAsk } from '../support/run-ask';

interface Answer {
  readonly id: string | null;
  readonly outcome?: string;
  readonly error?: string;
  readonly answer?: string;
  readonly topics?: readonly string[];
  readonly request?: { readonly fields: object } | null;
  readonly citations?: readonly object[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'people-services-ask-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function batch(lines: readonly string[]): Promise<{ code: number; answers: Answer[] }> {
  const file = path.join(folder, 'lines.jsonl');
  writeFileSync(file, lines.join('\n'));
  const { code, out } = await runAsk('--batch', file, '--json');
  return {
    code,
    answers: out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer),
  };
}

const line = (id: string, text: string, more: object = {}): string =>
  JSON.stringify({ id, text, ...more });

describe('ask --batch', () => {
  it('says what the policies ask of a request, cites it, and stops nobody for what it cannot see', async () => {
    const on = '2026-11-23';
    const early = 'id like to book my mat leave from 15 march, baby is due 14 august';
    const shared =
      'id like 2 weeks shared parental leave from 1 february, the baby is due 20 december';
    const { answers } = await batch([line('early', early, { on }), line('shared', shared, { on })]);

    expect(answers).toMatchObject([
      {
        outcome: 'request',
        topic: 'maternity-leave-and-pay',
        answer: expect.stringContaining('can start on Sunday 23 May 2027 at the earliest'),
        citations: [{ clause: 'maternity-leave-and-pay.6', version: '2026.1' }],
        request: {
          service: 'maternity-leave',
          stage: 'asking',
          fields: { firstDay: '2027-03-15' },
        },
      },
      {
        answer: expect.stringContaining('I cannot see when you started.'),
        citations: [{ clause: 'shared-parental-leave.10' }],
        request: { service: 'shared-parental-leave', stage: 'confirming' },
      },
    ]);
  });

  it('answers each line in order, and says which are wrong', async () => {
    const { code, answers } = await batch([
      `\uFEFF${line('leave', 'how many days leave after 6 years')}`,
      '',
      line('grope', 'my manager keeps groping me', { organisation: 'fellbridge' }),
      line('anonymous', 'can i report bullying anonymously'),
      line('peru', 'what is the capital of peru'),
      line('practice', 'how many days holiday do we get', {
        organisation: 'orchard-street',
        staffGroup: 'local-contract',
      }),
      line('privacy', 'who can see what I write here'),
      line('book', 'book me off 3 to 7 may', { on: '2026-11-21' }),
      line('began', 'no, to the 6th', { on: '2026-11-21', history: ['book me off 3 to 7 may'] }),
      line('other', 'tell me what priya on ward 7 is off with'),
      'not json',
      line('nowhere', 'hello', { organisation: 'atlantis' }),
      line('long', 'x'.repeat(4001)),
      line('empty', ' '),
      line('nulls', 'thanks', { organisation: null, on: null }),
    ]);

    expect(code).toBe(1);
    expect(answers.map(({ id, outcome, error }) => [id, outcome ?? error])).toEqual([
      ['leave', 'answered'],
      ['grope', 'signposted'],
      ['anonymous', 'answered'],
      ['peru', 'not-covered'],
      ['practice', 'answered'],
      ['privacy', 'small-talk'],
      ['book', 'request'],
      ['began', 'request'],
      ['other', 'refused'],
      [null, 'line 11: this is not JSON'],
      ['nowhere', expect.stringMatching(/^line 12: unknown organisation "atlantis"/)],
      ['long', expect.stringMatching(/^line 13: .*4000 characters/)],
      ['empty', expect.stringMatching(/^line 14: .*empty/)],
      ['nulls', 'small-talk'],
    ]);
    const by = Object.fromEntries(answers.map((answer) => [String(answer.id), answer]));
    expect(by.leave).toMatchObject({
      topic: 'annual-leave-and-bank-holidays',
      answer: expect.stringMatching(/29 days.*8 bank holidays/),
      citations: [
        {
          clause: 'annual-leave-and-bank-holidays.1',
          url: expect.stringContaining('#annual-leave-and-bank-holidays.1'),
        },
        {},
      ],
      request: null,
      offers: ['book-annual-leave'],
    });
    expect(by.leave?.answer).not.toMatch(/\[\d\]|\*\*/);
    expect(by.anonymous).toMatchObject({
      answer: expect.stringMatching(/support is here[\s\S]*Yes\./),
    });
    expect(by.peru).toMatchObject({ citations: [], topic: null });
    expect(by.practice).toMatchObject({ answer: expect.stringContaining('5.6 weeks') });
    expect(by.practice?.answer).not.toMatch(/27|29 days/);
    expect(by.book?.request).toEqual({
      service: 'book-annual-leave',
      stage: 'confirming',
      fields: { firstDay: '2027-05-03', lastDay: '2027-05-07' },
    });
    expect(by.book?.topics?.[0]).toBe('annual-leave-and-bank-holidays');
    expect(by.began?.request?.fields).toEqual({ firstDay: '2027-05-03', lastDay: '2027-05-06' });
  }, 60_000);
});

describe('ask with one question', () => {
  it('prints the answer and its sources', async () => {
    const { code, out, err } = await runAsk('how many days leave after 6 years');

    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/29 days[\s\S]*\[1\] Annual leave and bank holidays/);
  }, 60_000);
});
