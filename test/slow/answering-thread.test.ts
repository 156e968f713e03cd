/** The thread of the built product, asked as the doors ask it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  startAnswering,
  type AnsweringThread,
  type OwnWords,
} from '../../bot/answering/start-answering';
import { readConfig } from '../../bot/config';
import { projectRoot } from '../../bot/project-root';
import { createMemoryDocuments, createMemoryVariations } from '../../knowledge';
import { aDocument } from '../support/a-document';
import { built } from '../support/built';
import { aQuestion } from '../support/a-question';

const NOON = new Date('2026-11-23T12:00:00Z');
const config = readConfig({});
const signal = new AbortController().signal;
const NOTHING: OwnWords = {
  variations: createMemoryVariations([], NOON),
  documents: createMemoryDocuments(),
};
const OF_FELLBRIDGE = { organisation: 'fellbridge' };

describe('the answering thread', () => {
  const open: AnsweringThread[] = [];
  const start = (from = config): AnsweringThread => {
    const thread = startAnswering(from);
    open.push(thread);
    return thread;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((thread) => thread.stop()));
  });

  it('answers, finds the nearest question and the topics, tells a sum from a question, and gives clauses by id', async () => {
    const knowledge = await start().connect(NOTHING);
    const leave = aQuestion('how many days leave after 6 years');

    expect(await knowledge.answer(leave, signal)).toMatchObject({
      text: expect.stringContaining('29 days'),
      citations: expect.arrayContaining([
        expect.objectContaining({ clause: 'annual-leave-and-bank-holidays.1' }),
      ]),
    });
    expect(await knowledge.topics(leave, signal)).toContain('annual-leave-and-bank-holidays');
    expect(await knowledge.nearestQuestion(leave, signal)).toMatch(/\?$/);
    const sum = aQuestion('my baby is due on 1 june 2027 when can my maternity leave start');
    expect(await knowledge.asksForSum(sum)).toBe(true);
    expect(await knowledge.asksForSum(aQuestion('who agrees my leave'))).toBe(false);
    const ids = ['parental-leave-unpaid.12'];
    const { staffGroup, on } = leave;
    expect(await knowledge.clauses({ ids, organisation: undefined, staffGroup, on })).toMatchObject(
      [{ id: ids[0], figures: { notice: '21 days' } }],
    );
  });

  it('tells of a document from the next question on, and no longer in the one after it was taken out', async () => {
    const documents = createMemoryDocuments();
    const knowledge = await start().connect({ ...NOTHING, documents });
    const parking = aQuestion('where do i park my car at work', OF_FELLBRIDGE);
    const ofOwn = { citations: [{ file: 'parking.md' }] };

    expect(await knowledge.answer(parking, signal)).not.toMatchObject(ofOwn);
    await documents.add(aDocument('fellbridge', 'parking.md', 'Park your car in zone C at work.'));
    expect(await knowledge.answer(parking, signal)).toMatchObject(ofOwn);
    await documents.add(aDocument('fellbridge', 'parking.md', '', 'removed'));
    expect(await knowledge.answer(parking, signal)).not.toMatchObject(ofOwn);
  });

  it('tells own wording from the next question on, and tries out changed wording that nobody is told', async () => {
    const [seed] = built.seeds.filter(
      ({ organisation, policy }) =>
        organisation === 'fellbridge' && policy === 'annual-leave-and-bank-holidays',
    );
    const variations = createMemoryVariations([seed!], NOON);
    const knowledge = await start().connect({ ...NOTHING, variations });
    const carry = aQuestion('can i carry leave over to next year', OF_FELLBRIDGE);
    const told = (words: string) => ({ variation: { text: expect.stringContaining(words) } });
    const changed = seed!.clauses.map((clause) => ({
      ...clause,
      text: clause.text.replace('37.5 hours', '45 hours'),
    }));
    const trial = { organisation: 'fellbridge', clauses: changed };

    expect(await knowledge.checkWording(trial, '2026-11-23')).toEqual([]);
    expect(await knowledge.tryWording(trial, [carry], signal)).toMatchObject([
      { now: told('37.5 hours'), then: told('45 hours') },
    ]);
    expect(await knowledge.answer(carry, signal)).toMatchObject(told('37.5 hours'));
    await variations.add({ ...seed!, clauses: changed, state: 'approved', by: 'olu', at: NOON });
    expect(await knowledge.answer(carry, signal)).toMatchObject(told('45 hours'));
  });

  it('says so where the store fails, and answers the next question', async () => {
    let fails = true;
    const knowledge = await start().connect({
      ...NOTHING,
      variations: {
        version: async () => {
          if (fails) throw new Error('The database is out of reach.');
          return 0;
        },
        current: async () => [],
      },
    });
    const question = aQuestion('how much sick pay do i get', OF_FELLBRIDGE);

    await expect(knowledge.answer(question, signal)).rejects.toThrow('out of reach');
    fails = false;
    expect(await knowledge.answer(question, signal)).toMatchObject({ kind: 'answered' });
  });

  it('leaves nobody waiting when it ends', async () => {
    const thread = start();
    const knowledge = await thread.connect(NOTHING);
    const waiting = knowledge.answer(aQuestion('how much sick pay do i get'), signal);
    const told = expect(waiting).rejects.toThrow();

    await thread.stop();

    await told;
    expect((await thread.ended).message).toMatch(/ended/);
    await expect(
      knowledge.answer(aQuestion('how much sick pay do i get'), signal),
    ).rejects.toThrow();
  });

  it('does not begin what nobody waits for any more', async () => {
    const knowledge = await start().connect(NOTHING);

    await expect(
      knowledge.answer(aQuestion('how much sick pay do i get'), AbortSignal.abort()),
    ).rejects.toThrow(/abort/i);
  });

  it('says what to do where the policies were not built', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'unbuilt-'));
    mkdirSync(path.join(root, 'dist'));
    symlinkSync(
      path.join(projectRoot(), 'dist', 'answering.js'),
      path.join(root, 'dist', 'answering.js'),
    );
    writeFileSync(path.join(root, 'dist', 'policies.json'), '{');

    await expect(start({ ...config, root }).connect(NOTHING)).rejects.toThrow(
      /policies\.json cannot be read\. Run "npm run build"/,
    );
    rmSync(root, { recursive: true });
  });
});
