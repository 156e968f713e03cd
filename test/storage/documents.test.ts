import { sql } from 'kysely';
import { createKnowledge, type Outcome } from '../../knowledge';
import { aDocument } from '../support/a-document';
import { aPolicy } from '../support/a-policy';
import { storesInAFolder } from '../support/stores-in-a-folder';

describe('imported documents in one file', () => {
  const { openFile, open } = storesInAFolder();

  it('are told from the next question on after another program took them in, and not after it took them out', async () => {
    const [theirs, ours] = [await openFile('shared.db'), await openFile('shared.db')];
    const booking = { question: 'How do I book leave?', text: 'You book leave with your manager.' };
    const knowledge = createKnowledge({
      policies: [aPolicy('annual-leave', 'Annual leave', [booking])],
      documents: ours.documents,
    });
    const ask = (): Promise<Outcome> =>
      knowledge.answer(
        {
          text: 'how many days can i carry over',
          before: null,
          organisation: 'vale',
          staffGroup: 'agenda-for-change',
          pointOfView: 'staff',
          on: '2026-11-23',
          particulars: {},
        },
        new AbortController().signal,
      );
    const text = 'You can carry over 5 days.';

    expect(await ask()).toMatchObject({ kind: 'not-covered' });
    await theirs.documents.add(aDocument('vale', 'leave.md', text));
    expect(await ask()).toMatchObject({ kind: 'answered', text: `${text} [1]` });
    await theirs.documents.add(aDocument('vale', 'leave.md', '', 'removed'));
    expect(await ask()).toMatchObject({ kind: 'not-covered' });
  });

  it('are asked for their version without reading their words', async () => {
    await openFile('plan.db');
    const { rows } = await sql<{ detail: string }>`explain query plan
      select count(*) from document where organisation = ${'vale'}`.execute(open[0]!);

    expect(rows.map(({ detail }) => detail).join()).toContain(
      'COVERING INDEX document_of_organisation (organisation=?)',
    );
  });

  it('are named, and not their words, where a row is damaged', async () => {
    const { documents } = await openFile('damaged.db');
    await documents.add(aDocument('vale', 'leave.md', 'A secret.'));
    await sql`update document set sections = '[{"text": "A secret."}]'`.execute(open[0]!);

    await expect(documents.current('vale')).rejects.toThrow(
      /^A stored document does not fit its schema at: 0\.heading/,
    );
    await expect(documents.current('vale')).rejects.not.toThrow(/secret/);
  });
});
