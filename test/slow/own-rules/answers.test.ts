import path from 'node:path';
import { Line, toJson } from '../../../bot/cli/ask-contract';
import { createTerminalAsker, type TerminalAsker } from '../../../bot/cli/asker';
import { built } from '../../support/built';

const ROOT = path.join(__dirname, '..', '..', '..');
const { seeds } = built;

interface Told {
  readonly topic: string | null;
  readonly answer: string;
  readonly citations: readonly { readonly clause: string; readonly url: string }[];
}

describe('asking from the command line for an organisation', () => {
  let asker: TerminalAsker;

  beforeAll(async () => {
    asker = await createTerminalAsker(ROOT, undefined, () => undefined);
  });

  async function ask(text: string, organisation?: string, staffGroup?: string): Promise<string> {
    const line = Line.parse({ text, organisation, staffGroup, on: '2026-11-23' });
    return toJson(null, '', (await asker.ask(line)).reply, 0);
  }

  it('answers with its own rule first, cites both texts, and keeps the national topic', async () => {
    const told = JSON.parse(await ask('when does our leave year start', 'fellbridge')) as Told;

    expect(told.answer).toMatch(
      /^At Fellbridge: Your leave year runs from 1 April to 31 March\.\n\nThis is the rule to follow\. The national policy says: /,
    );
    expect(told.topic).toBe('annual-leave-and-bank-holidays');
    expect(told.citations.slice(0, 2).map(({ clause, url }) => [clause, url])).toEqual([
      ['annual-leave-and-bank-holidays.18', expect.stringMatching(/^\/policies\/[a-z-]+#/)],
      [
        'fellbridge/annual-leave-and-bank-holidays.1',
        '/policies/annual-leave-and-bank-holidays?at=fellbridge#fellbridge/annual-leave-and-bank-holidays.1',
      ],
    ]);
  });

  it('never tells anybody the rules of another organisation', async () => {
    for (const asking of ['fellbridge', 'vale', 'orchard-street', undefined]) {
      const group = asking === 'orchard-street' ? 'local-contract' : undefined;
      for (const { organisation, clauses } of seeds.filter((own) => own.organisation !== asking)) {
        for (const text of clauses.flatMap(({ question, asks }) => [question, ...asks])) {
          expect(await ask(text, asking, group)).not.toContain(`${organisation}/`);
        }
      }
    }
  });
});
