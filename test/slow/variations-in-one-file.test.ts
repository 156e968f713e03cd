import path from 'node:path';
import { sql } from 'kysely';
import { createKnowledge, type Outcome } from '../../knowledge';
import { aVariationEntry } from '../support/a-variation-entry';
import { built } from '../support/built';
import { bundlePrograms, runProgram } from '../support/programs';
import { storesInAFolder } from '../support/stores-in-a-folder';

describe('organisations’ own wording in one file', () => {
  const { folder, openFile, open } = storesInAFolder();

  it('is told from the next question on after its approval, and no longer after its withdrawal', async () => {
    const [theirs, ours] = [await openFile('shared.db'), await openFile('shared.db')];
    const knowledge = createKnowledge({
      ...built,
      variations: ours.variations,
    });
    const ask = (): Promise<Outcome> =>
      knowledge.answer(
        {
          text: 'when does the leave year start',
          before: null,
          organisation: 'vale',
          staffGroup: 'agenda-for-change',
          pointOfView: 'staff',
          on: '2026-11-23',
          particulars: {},
        },
        new AbortController().signal,
      );

    expect(await ask()).toMatchObject({ variation: null });
    await theirs.variations.add(aVariationEntry('vale'));
    expect(await ask()).toMatchObject({ variation: { citation: 2, prevails: true } });
    await theirs.variations.add(aVariationEntry('vale', 'withdrawn'));
    expect(await ask()).toMatchObject({ variation: null });
  });

  it('is filled once by two processes that start at the same moment', async () => {
    await bundlePrograms(folder, '../storage/fill-and-count');
    const file = path.join(folder, 'together.db');
    const programs = [1, 2].map(() => runProgram(folder, 'fill-and-count', [file]));

    expect(await Promise.all(programs.map((program) => program.line()))).toEqual(['1 1', '1 1']);
    await Promise.all(programs.map((program) => program.ended));
  }, 30_000);

  it('is asked for its version without reading the wording', async () => {
    await openFile('plan.db');
    const { rows } = await sql<{ detail: string }>`explain query plan
      select count(*) from variation where organisation = ${'vale'} and state <> 'draft'`.execute(
      open[0]!,
    );

    expect(rows.map(({ detail }) => detail).join()).toContain(
      'COVERING INDEX variation_settled (organisation=?)',
    );
  });

  it('is named, and not its words, where a row is damaged', async () => {
    const { variations } = await openFile('damaged.db');
    await variations.add(aVariationEntry('vale'));
    await sql`update variation set clauses = '[{"text": "A secret."}]'`.execute(open[0]!);

    await expect(variations.current('vale')).rejects.toThrow(
      /^A stored variation does not fit its schema at: 0\.id/,
    );
    await expect(variations.current('vale')).rejects.not.toThrow(/secret/);
  });
});
