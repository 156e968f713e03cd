/** What the command line can be asked for beside a question: see also test/cli. Each starts a program. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runAsk } from '../support/run-ask';

const folder = mkdtempSync(path.join(tmpdir(), 'people-services-ask-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('ask with one question', () => {
  it('works dates out from the day it is told', async () => {
    const { out } = await runAsk(
      '--on',
      '2027-01-05',
      'im due 14 august, when can i start mat leave and when do i have to tell them',
    );

    expect(out).toMatch(/Sunday 23 May 2027[\s\S]*Saturday 1 May 2027/);
    expect(out).toMatch(/\[1\] Maternity leave and pay/);
  });

  it.each([
    [['--batch', '/nowhere.jsonl', '--json'], 2, /no file "\/nowhere.jsonl"/],
    [['--staff-group', 'porters', 'hello'], 2, /staffGroup/],
    [[], 2, /Usage/],
  ])('says what is wrong with %j', async (args, code, words) => {
    const ran = await runAsk(...args);

    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatch(words);
  });
});

describe('ask --policies', () => {
  it('answers from the documents in a folder, and from nothing else', async () => {
    const documents = mkdtempSync(path.join(folder, 'documents-'));
    writeFileSync(
      path.join(documents, 'parking.md'),
      '# Staff parking\n\n## Who may park\n\nStaff who work nights may park in car park C without a permit.\n',
    );
    const { out } = await runAsk(
      '--policies',
      documents,
      '--json',
      'can staff who work nights park in car park c',
    );
    const elsewhere = await runAsk(
      '--policies',
      documents,
      '--json',
      'how many days leave after 6 years',
    );

    expect(JSON.parse(out)).toMatchObject({
      outcome: 'answered',
      topic: 'parking',
      citations: [
        {
          policy: 'parking',
          clause: 'parking#who-may-park',
          file: 'parking.md',
          url: null,
          version: null,
        },
      ],
    });
    expect(JSON.parse(elsewhere.out)).toMatchObject({ outcome: 'not-covered', citations: [] });
  });
});
