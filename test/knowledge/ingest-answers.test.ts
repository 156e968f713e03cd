import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createKnowledge, readDocuments, type Knowledge, type Outcome } from '../../knowledge';
import { bestPart, sentencesOf } from '../../knowledge/best-part';
import { aQuestion } from '../support/a-question';

interface Asked {
  readonly folder: string;
  readonly half: string;
  readonly text: string;
  /** Null where the documents do not say. */
  readonly clause: string | null;
}

const FIXTURES = path.join(__dirname, 'documents');
const questions = JSON.parse(
  readFileSync(path.join(FIXTURES, 'questions.json'), 'utf8'),
) as readonly Asked[];
const folders = new Map<string, Promise<Knowledge>>();
const signal = new AbortController().signal;

async function ask({ folder, text }: Pick<Asked, 'folder' | 'text'>): Promise<Outcome> {
  const knowledge =
    folders.get(folder) ??
    readDocuments(path.join(FIXTURES, folder)).then(({ policies }) =>
      createKnowledge({ policies }),
    );
  folders.set(folder, knowledge);
  return (await knowledge).answer(aQuestion(text), signal);
}

const cited = (outcome: Outcome): string | null =>
  outcome.kind === 'answered' ? outcome.citations[0].clause : null;

describe('answering from an organisation’s own documents', () => {
  // How many of each kind come out right, measured over five made-up organisations.
  it('finds most of what the documents say, and hardly ever the wrong section', async () => {
    const answerable = questions.filter(({ clause }) => clause !== null);
    const got = await Promise.all(
      answerable.map(async (asked) => [cited(await ask(asked)), asked.clause]),
    );
    const right = got.filter(([found, wanted]) => found === wanted).length;
    const wrong = got.filter(([found, wanted]) => found !== null && found !== wanted).length;

    expect(right / got.length).toBeGreaterThanOrEqual(0.8);
    expect(wrong / got.length).toBeLessThanOrEqual(0.02);
  });

  it('is silent on nearly everything that they do not say', async () => {
    const open = questions.filter(({ clause }) => clause === null);
    const got = await Promise.all(open.map(async (asked) => cited(await ask(asked))));

    expect(got.filter((found) => found === null).length / got.length).toBeGreaterThanOrEqual(0.92);
  });

  it('answers from the row of a table, and quotes what it shows', async () => {
    const outcome = await ask({ folder: 'quayside', text: 'what do band 3s get for nights' });

    expect(outcome).toMatchObject({
      kind: 'answered',
      citations: [
        {
          policy: 'people/pay',
          clause: 'people/pay#unsocial-hours',
          heading: 'Unsocial hours',
          quote: expect.stringContaining('Band 3; Nights and Saturdays: 35%') as string,
          version: null,
          url: null,
          file: 'people/pay.html',
        },
      ],
    });
  });
});

describe('the part of a long section that answers', () => {
  const filler = (name: string): string =>
    `${name} words stand here to make the section long. `.repeat(8).trim();
  const section = [
    filler('First'),
    'You can claim for:',
    '- Lunch: £6\n- Tea: £9',
    filler('Second'),
    filler('Third'),
  ].join('\n\n');

  it('is the list with the line that leads to it, and not the whole section', () => {
    const part = bestPart(section, 'You can claim for: Tea: £9');

    expect(part).toContain('You can claim for:\n\n- Lunch: £6\n- Tea: £9');
    expect(part).not.toContain('First');
    expect(part.split(/\s+/).length).toBeLessThanOrEqual(130);
  });

  it('is all of a short section', () => {
    expect(bestPart('One.\n\nTwo.', 'Two.')).toBe('One.\n\nTwo.');
  });

  it('is the neighbourhood of a sentence in one long paragraph', () => {
    const long = Array.from({ length: 60 }, (_, index) => `Sentence number ${index} says this.`);
    const part = bestPart(long.join(' '), long[30]!);

    expect(part).toContain(long[30]);
    expect(part).not.toContain('number 0 ');
  });

  it('is found by every sentence and every item', () => {
    for (const sentence of sentencesOf(section))
      expect(bestPart(section, sentence)).toContain(sentence.split(': ').at(-1));
  });
});
