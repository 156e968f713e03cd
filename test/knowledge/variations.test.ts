import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createKnowledge, type Answered, type Outcome, type Question } from '../../knowledge';
import { createMemoryVariations } from '../../knowledge/policies/memory-variations';
import { parseVariation } from '../../knowledge/policies/parse-variation';
import { seedVariations } from '../../knowledge/policies/seed-variations';
import type { VariationEntry } from '../../knowledge/policies/variation-store';
import { itIsAVariationStore } from '../contracts/variation-store';
import { built } from '../support/built';

const { seeds, ...parts } = built;
const { policies } = parts;
const seededAt = new Date('2026-04-01T00:00:00Z');
const signal = new AbortController().signal;

function aQuestion(text: string, organisation?: string, more: Partial<Question> = {}): Question {
  return {
    text,
    before: null,
    organisation,
    staffGroup: 'agenda-for-change',
    pointOfView: 'staff',
    on: '2026-11-21',
    particulars: {},
    ...more,
  };
}

const knowledge = createKnowledge({
  ...parts,
  variations: createMemoryVariations(seeds, seededAt),
});
const ask = (text: string, organisation?: string, more?: Partial<Question>): Promise<Outcome> =>
  knowledge.answer(aQuestion(text, organisation, more), signal);

async function answered(
  text: string,
  organisation?: string,
  more?: Partial<Question>,
): Promise<Answered> {
  const outcome = await ask(text, organisation, more);
  if (outcome.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('an organisation’s own rule', () => {
  it('that only adds to a national one leaves a wrong figure to be put right', async () => {
    const text = 'as i get 35 days leave after five years can i take six weeks in one go';
    const outcome = await answered(text, 'fellbridge', { particulars: { weeklyHours: 37.5 } });

    expect(outcome.text).toMatch(/^It is \*\*29 days\*\*, not 35/);
    expect(outcome.variation?.prevails).toBe(false);
  });

  it('is shown beside the national words, and both are cited', async () => {
    const outcome = await answered('when does the leave year start', 'fellbridge');

    expect(outcome.variation?.text).toContain('1 April');
    expect(outcome.citations[0].clause).toBe('annual-leave-and-bank-holidays.18');
    // Rules told beside the answer may be cited after it.
    expect(outcome.citations[(outcome.variation?.citation ?? 0) - 1]).toMatchObject({
      clause: 'fellbridge/annual-leave-and-bank-holidays.1',
      policy: 'annual-leave-and-bank-holidays',
      url: '/policies/annual-leave-and-bank-holidays?at=fellbridge#fellbridge/annual-leave-and-bank-holidays.1',
    });
  });

  it('leaves the national words as they are for everybody else', async () => {
    const [fellbridge, nobody] = [
      await answered('when does the leave year start', 'fellbridge'),
      await answered('when does the leave year start'),
    ];

    expect(fellbridge.text).toBe(nobody.text);
    expect(nobody.variation).toBeNull();
    expect(nobody.local).toBe(true);
    expect(fellbridge.local).toBe(false);
  });

  it('is never seen by another organisation', async () => {
    for (const organisation of ['vale', 'orchard-street', undefined]) {
      for (const seed of seeds.filter((own) => own.organisation !== organisation)) {
        // With every way of asking: test/slow/own-rules/answers.test.ts.
        const outcomes = seed.clauses.map(({ question }) => ask(question, organisation));
        const told = JSON.stringify(await Promise.all(outcomes));
        expect(told).not.toContain(`${seed.organisation}/`);
      }
    }
  });

  it('answers what the national set leaves open', async () => {
    const text = 'how many weeks notice for AL on our ward';

    expect(await ask(text)).toMatchObject({ kind: 'not-covered', why: 'gap' });
    expect(await ask(text, 'vale')).toMatchObject({ kind: 'not-covered', why: 'gap' });
    expect(await ask(text, 'fellbridge')).toMatchObject({
      kind: 'answered',
      ownRule: true,
      variation: null,
      citations: [{ clause: 'fellbridge/annual-leave-and-bank-holidays.4' }],
    });
  });

  it('goes with a sum that depends on it', async () => {
    const outcome = await answered('i do 3 long days a week how is my AL worked out', 'fellbridge');

    expect(outcome.variation?.text).toContain('book in the roster');
  });

  it('is for the contract terms it names', async () => {
    const text = 'who do i ring when im ill';
    const [local, other] = [
      await answered(text, 'orchard-street', { staffGroup: 'local-contract' }),
      await answered(text, 'orchard-street', { staffGroup: 'medical-and-dental' }),
    ];

    expect(local.variation?.text).toContain('practice manager');
    expect(other.variation).toBeNull();
  });

  it('is not in force before its first day', async () => {
    const later = seeds.map((seed) => ({
      ...seed,
      clauses: seed.clauses.map((clause) => ({ ...clause, effective: '2026-06-01' })),
    }));
    const live = createKnowledge({
      policies,
      variations: createMemoryVariations(later, seededAt),
    });
    const told = (on: string): Promise<Outcome> =>
      live.answer(aQuestion('when does the leave year start', 'fellbridge', { on }), signal);

    expect(await told('2026-05-31')).toMatchObject({ kind: 'answered', variation: null });
    expect(await told('2026-06-01')).toMatchObject({ variation: { citation: 2 } });
  });

  it('gives Orchard Street no number of leave days, for it has set none here', async () => {
    const outcome = await ask('how many days holiday do we get', 'orchard-street', {
      staffGroup: 'local-contract',
    });

    expect(outcome).toMatchObject({ kind: 'answered', variation: null, ownRule: false });
  });

  it('changes from the next question on after an approval or a withdrawal', async () => {
    const store = createMemoryVariations(seeds, seededAt);
    const live = createKnowledge({ policies, variations: store });
    const question = aQuestion('when does the leave year start', 'vale');
    await live.answer(question, signal);
    const [vale] = seeds.filter(({ organisation }) => organisation === 'vale');
    await store.add({
      ...vale!,
      state: 'withdrawn',
      content: '',
      clauses: [],
      by: 'p1',
      at: seededAt,
    });

    expect(await live.answer(question, signal)).toMatchObject({ variation: null });
  });
});

describe('a variation file', () => {
  const sound = seeds[0]!.content;
  const errorsOf = (content: string): string[] => {
    const read = parseVariation('variations/x.md', content, policies);
    return 'errors' in read ? read.errors.map(({ message }) => message) : [];
  };

  it('says in its front matter that the seed is made up', () => {
    for (const { content } of seeds) expect(content).toMatch(/^note: Made up for demonstration\./m);
  });

  it('names the line and the remedy where a clause neither replaces nor adds', () => {
    const [first] = errorsOf(sound.replace(/^replaces: \d+\n/m, ''));

    expect(first).toMatch(/^variations\/x\.md:\d+: .*either "replaces".*"adds: true".*README/);
  });

  it('names the line and the remedy where the national clause does not exist', () => {
    const [first] = errorsOf(sound.replace(/^replaces: \d+/m, 'replaces: 999'));

    expect(first).toMatch(/^variations\/x\.md:\d+: .*has no clause 999\. Look the number up/);
  });

  it('may stand beside a clause of another policy, which must exist', () => {
    const beside = (id: string): string => sound.replace(/^replaces: \d+/m, `$&\nbeside: [${id}]`);

    expect(errorsOf(beside('special-leave.1'))).toEqual([]);
    expect(errorsOf(beside('special-leave.999'))[0]).toContain(
      'The national policy "special-leave" has no clause 999.',
    );
  });

  it('lists the policies where it names none of them', () => {
    const [first] = errorsOf(sound.replace(/^policy: .*$/m, 'policy: no-such-policy'));

    expect(first).toContain(
      'There is no national policy "no-such-policy". The policies are: about-people-policies, ',
    );
  });

  it('may not speak for contract terms that the replaced clause does not cover', () => {
    const [first] = errorsOf(
      sound.replace(/^replaces: \d+/m, 'replaces: 1\nstaffGroups: [local-contract]'),
    );

    expect(first).toMatch(/is for .* only\. For other staff write a clause with "adds: true"\./);
  });

  it('must lie where it says it belongs', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'variations-'));
    mkdirSync(path.join(folder, 'vale'));
    writeFileSync(path.join(folder, 'vale', `${seeds[0]!.policy}.md`), sound);

    expect(() => seedVariations(folder, policies, folder)).toThrow(
      /Its folder and name must say the same/,
    );
    rmSync(folder, { recursive: true });
  });
});

describe('variations in memory', () => {
  const [seed] = seeds;
  itIsAVariationStore(
    async () => createMemoryVariations([], seededAt),
    (organisation, state, text): VariationEntry => ({
      organisation,
      policy: seed!.policy,
      state,
      content: text,
      clauses: [{ ...seed!.clauses[0]!, organisation, text }],
      by: 'p1',
      at: seededAt,
    }),
  );
});
