import {
  createKnowledge,
  createMemoryDocuments,
  createMemoryVariations,
  type DocumentStore,
  type Outcome,
  type Question,
} from '../../knowledge';
import { itIsADocumentStore } from '../contracts/document-store';
import { aDocument } from '../support/a-document';
import { aPolicy } from '../support/a-policy';
import { aSeed } from '../support/a-variation-entry';
import { aQuestion } from '../support/a-question';

const NOON = new Date('2026-11-23T12:00:00Z');

const national = aPolicy(
  'annual-leave',
  'Annual leave',
  [
    {
      heading: 'Carrying leave over',
      question: 'What happens to leave that I have not taken?',
      asks: ['can i carry over annual leave', 'carry my leave over'],
      fields: 'yes:\n  - can i carry leave over to next year',
      text: 'You can carry over leave if your manager agrees.',
    },
    { question: 'How do I book leave?', text: 'You book leave with your manager.' },
  ],
  'notCovered:\n  - topic: where to park at work\n    asks:\n      - where do i park my car at work\n',
);

const signal = new AbortController().signal;
const asked = (text: string, organisation: string | undefined): Question =>
  aQuestion(text, { organisation, on: '2026-11-23' });

async function aStore(): Promise<DocumentStore> {
  const store = createMemoryDocuments();
  await store.add(
    aDocument(
      'fellbridge',
      'people/leave.docx',
      'You can carry over **5 days** of annual leave to next year.',
    ),
  );
  await store.add({
    ...aDocument('fellbridge', 'parking.md', ''),
    title: 'Parking',
    sections: [
      {
        heading: 'Staff car park',
        above: [],
        slug: 'staff-car-park',
        line: 1,
        text: 'You park your car in zone C at work.',
      },
    ],
  });
  return store;
}

const CARRY = 'can i carry leave over to next year';

describe('what an organisation imported', () => {
  it('keeps its number where two questions are answered', async () => {
    const knowledge = createKnowledge({
      policies: [
        aPolicy('annual-leave', 'Annual leave', [
          {
            question: 'What happens to leave that I have not taken?',
            asks: ['can i carry leave over to next year', 'carry my annual leave over'],
            text: 'You can carry over leave if your manager agrees.',
          },
          {
            question: 'Who agrees that I carry leave over to next year?',
            asks: ['who lets me carry my leave over to next year'],
            text: 'Your manager agrees it, to carry leave over to next year.',
          },
        ]),
        aPolicy('notice', 'Notice', [
          {
            question: 'How do I hand in my notice?',
            asks: ['how do i give notice in writing'],
            text: 'You hand in your notice in writing.',
          },
        ]),
      ],
      documents: await aStore(),
    });
    const answer = await knowledge.answer(
      asked(`${CARRY}? how do i hand in my notice?`, 'fellbridge'),
      signal,
    );

    const told = answer as Extract<Outcome, { kind: 'answered' | 'partly-answered' }>;
    const texts = [told, ...told.more].flatMap(({ text, variation }) => [
      text,
      ...(variation === null ? [] : [variation.text]),
    ]);
    expect(texts).toHaveLength(3);
    for (const text of texts) {
      const [, words = '', number] = /^(.*) \[(\d+)\]$/.exec(text) ?? [];
      expect(told.citations[Number(number) - 1]?.quote).toContain(words.replaceAll('**', ''));
    }
    expect(told.citations).toHaveLength(3);
  });

  it('stands before the national rule, which stays beside it, and both are cited', async () => {
    const knowledge = createKnowledge({ policies: [national], documents: await aStore() });

    expect(await knowledge.answer(asked(CARRY, 'fellbridge'), signal)).toMatchObject({
      kind: 'answered',
      text: 'You can carry over leave if your manager agrees. [1]',
      variation: {
        text: 'You can carry over **5 days** of annual leave to next year. [2]',
        citation: 2,
        prevails: true,
      },
      citations: [
        { clause: 'annual-leave.1' },
        {
          clause: 'fellbridge/people/leave.docx#carry-over',
          heading: 'Carry over',
          title: 'Leave at our trust',
          file: 'people/leave.docx',
          url: '/documents/fellbridge?name=people%2Fleave.docx#carry-over',
          version: 'a1b2c3d4e5f6',
        },
      ],
      ownRule: false,
    });
  });

  it('takes away a yes that the national rule would have said', async () => {
    const knowledge = createKnowledge({ policies: [national], documents: await aStore() });

    expect(await knowledge.answer(asked(CARRY, 'vale'), signal)).toMatchObject({
      text: expect.stringMatching(/^\*\*Yes\.\*\*/),
    });
    expect(await knowledge.answer(asked(CARRY, 'fellbridge'), signal)).toMatchObject({
      text: expect.not.stringContaining('Yes'),
    });
  });

  it('answers where the national set does not', async () => {
    const knowledge = createKnowledge({ policies: [national], documents: await aStore() });

    expect(
      await knowledge.answer(asked('where do i park my car at work', 'fellbridge'), signal),
    ).toMatchObject({
      kind: 'answered',
      ownRule: true,
      notNational: false,
      citations: [{ file: 'parking.md', heading: 'Staff car park' }],
    });
    expect(
      await knowledge.answer(asked('is zone C for staff', 'fellbridge'), signal),
    ).toMatchObject({ kind: 'answered', ownRule: true, notNational: true });
  });

  it('gives way to wording that was written in place of the national clause, and stands after wording beside it', async () => {
    const [rule] = aSeed('fellbridge', 'You can carry over **7 days**.').clauses;
    const told = async (replaces: string | null): Promise<Outcome> => {
      const clause = {
        ...rule!,
        id: 'fellbridge/annual-leave.1',
        policy: 'annual-leave',
        replaces,
        beside: ['annual-leave.1'],
        question: 'What does the roster show?',
        asks: [],
      };
      const seed = {
        organisation: 'fellbridge',
        policy: 'annual-leave',
        content: '',
        clauses: [clause],
      };
      const knowledge = createKnowledge({
        policies: [national],
        documents: await aStore(),
        variations: createMemoryVariations([seed], NOON),
      });
      return knowledge.answer(asked(CARRY, 'fellbridge'), signal);
    };

    expect(await told('annual-leave.1')).toMatchObject({
      variation: { text: 'You can carry over **7 days**. [2]', prevails: true },
      citations: [{}, {}],
    });
    expect(await told(null)).toMatchObject({
      variation: {
        text: 'You can carry over **7 days**. [2]\n\nYou can carry over **5 days** of annual leave to next year. [3]',
        prevails: true,
      },
      citations: [{}, {}, { file: 'people/leave.docx' }],
    });
  });

  it('is told to nobody else', async () => {
    const knowledge = createKnowledge({ policies: [national], documents: await aStore() });

    for (const organisation of ['vale', undefined]) {
      for (const text of [CARRY, 'where do i park my car at work'])
        expect(
          JSON.stringify(await knowledge.answer(asked(text, organisation), signal)),
        ).not.toMatch(/fellbridge|zone C|5 days/);
    }
  });

  it('is no longer told in the next question once it is taken out, and is told anew once replaced', async () => {
    const store = await aStore();
    const knowledge = createKnowledge({ policies: [national], documents: store });
    const ask = (): Promise<Outcome> => knowledge.answer(asked(CARRY, 'fellbridge'), signal);

    expect(await ask()).toMatchObject({ variation: { prevails: true } });
    await store.add(aDocument('fellbridge', 'people/leave.docx', '', 'removed'));
    expect(await ask()).toMatchObject({ kind: 'answered', variation: null });
    await store.add(
      aDocument(
        'fellbridge',
        'people/leave.docx',
        'You can carry over **9 days** of annual leave to next year.',
      ),
    );
    expect(await ask()).toMatchObject({ variation: { text: expect.stringContaining('9 days') } });
  });

  it('leaves the national answer alone where it speaks of something else', async () => {
    const knowledge = createKnowledge({ policies: [national], documents: await aStore() });

    expect(
      await knowledge.answer(asked('how do i book leave', 'fellbridge'), signal),
    ).toMatchObject({
      kind: 'answered',
      variation: null,
      citations: [{ clause: 'annual-leave.2' }],
    });
  });
});

describe('documents in memory', () => {
  itIsADocumentStore(async () => createMemoryDocuments());
});
