import type { Stores } from '../../bot/storage/create-stores';
import { aRating, aReply, later, noon, within } from './samples';
import { opened, question, rated, withThreePeople } from './some-turns';

const LEAVE = 'annual-leave-and-bank-holidays';
const DAY = 86_400_000;

/** What must hold of what is counted of the policies, whatever keeps it. */
export function itCountsPolicies(open: () => Promise<Stores>): void {
  const rate = async ({ conversations }: Stores, rating: 'yes' | 'partly' | 'no', times: number) =>
    conversations.commit(
      question('ana', 'fellbridge', {
        message: `rated-${times}`,
        expectedVersion: times,
        at: later(DAY),
        interaction: 'ana-1',
        effects: [rated('ana-1', rating)],
      }),
    );
  const daysOf = (stores: Stores, ...organisations: string[]) =>
    stores.ofKnowledge.policyDays(within(...organisations), '2027-01-01');
  const aDay = (changes: object = {}) => ({
    organisation: 'fellbridge',
    day: '2027-01-05',
    policy: LEAVE,
    asked: 1,
    notCovered: 0,
    beingChecked: 0,
    yes: 0,
    partly: 0,
    no: 0,
    ...changes,
  });
  const notCovered = (said: string | null, why = 'not-covered: unknown') => ({
    said,
    reply: aReply({ outcome: 'not-covered', citations: [], topics: ['special-leave'] }),
    trace: { found: [], why, elapsedMs: 1 },
  });

  it('counts each question on the day it was asked, by organisation', async () => {
    const stores = await withThreePeople(open);

    expect(await daysOf(stores, 'fellbridge')).toEqual([aDay()]);
    expect(await daysOf(stores, 'fellbridge', 'vale')).toHaveLength(2);
    expect(await daysOf(stores)).toEqual([]);
    expect(await stores.ofKnowledge.policyDays(within('fellbridge'), '2027-01-06')).toEqual([]);
  });

  it('tells older days as one, for each policy', async () => {
    const stores = await withThreePeople(open);
    await stores.conversations.commit(
      question('eve', 'fellbridge', {
        effects: [
          opened('eve-1', {
            person: 'eve',
            conversation: 'teams-eve',
            openedAt: later(-DAY).toISOString(),
          }),
        ],
      }),
    );
    const tell = (eachFrom: string) =>
      stores.ofKnowledge.policyDays(within('fellbridge'), '2027-01-01', eachFrom);

    expect(await tell('2027-01-06')).toEqual([aDay({ day: '2027-01-01', asked: 2 })]);
    expect(await tell('2027-01-05')).toEqual([aDay({ day: '2027-01-01' }), aDay()]);
  });

  it('counts the newest rating of each in place of the one before', async () => {
    const stores = await withThreePeople(open);
    await rate(stores, 'no', 1);
    expect(await daysOf(stores, 'fellbridge')).toEqual([aDay({ no: 1 })]);
    await rate(stores, 'no', 2);
    await rate(stores, 'yes', 3);

    expect(await daysOf(stores, 'fellbridge')).toEqual([aDay({ yes: 1 })]);
    expect(await stores.ofKnowledge.usesOf(within('fellbridge'), LEAVE, noon, 10)).toEqual([
      { times: 1, rating: 'yes', clauses: [`${LEAVE}.1`] },
    ]);
    expect(await stores.ofKnowledge.usesOf(within('vale'), 'special-leave', noon, 10)).toEqual([]);
    const rated = (organisation: string, except: string[] = []) =>
      stores.ofKnowledge.ratedUsesOf({ ...within(organisation), except }, LEAVE, noon, 10);
    expect(await rated('fellbridge')).toEqual([
      { rating: 'yes', clauses: [`${LEAVE}.1`], at: noon },
    ]);
    expect(await rated('fellbridge', ['ana'])).toEqual([]);
    expect(await rated('vale')).toEqual([]);
  });

  it('counts nothing of those who are not for this reader, on their day or among older days', async () => {
    const stores = await withThreePeople(open);
    await stores.conversations.commit(question('eve', 'fellbridge'));
    await rate(stores, 'no', 1);
    const tell = (except: string[], eachFrom?: string) =>
      stores.ofKnowledge.policyDays(
        { ...within('fellbridge'), except },
        '2027-01-01',
        eachFrom ?? '2027-01-01',
      );

    expect(await tell([])).toEqual([aDay({ asked: 2, no: 1 })]);
    expect(await tell(['ana'])).toEqual([aDay()]);
    expect(await tell(['ana'], '2027-01-06')).toEqual([aDay({ day: '2027-01-01' })]);
    expect(await tell(['ana', 'eve'])).toEqual([]);
    const uses = { ...within('fellbridge'), except: ['ana', 'eve'] };
    expect(await stores.ofKnowledge.usesOf(uses, LEAVE, noon, 10)).toEqual([]);
  });

  it('counts a rating of a question without an answer against no policy, and what is checked apart', async () => {
    const stores = await open();
    const ask = (person: string, given: object) =>
      stores.conversations.commit(
        question(person, 'fellbridge', {
          ...given,
          effects: [
            opened(`${person}-1`, {
              person,
              conversation: `teams-${person}`,
              outcome: 'not-covered',
              clauses: [],
            }),
            {
              kind: 'rated',
              rating: aRating({ interaction: `${person}-1`, person, rating: 'no' }),
            },
          ],
        }),
      );
    await ask('ana', notCovered('can i bring my dog'));
    await ask('tom', notCovered('may the cat come', 'not-covered: being-checked'));
    const counted = { policy: 'special-leave', asked: 2, notCovered: 1, beingChecked: 1 };

    expect(await daysOf(stores, 'fellbridge')).toEqual([aDay(counted)]);
    const withoutTom = { ...within('fellbridge'), except: ['tom'] };
    expect(await stores.ofKnowledge.policyDays(withoutTom, '2027-01-01')).toEqual([
      aDay({ ...counted, asked: 1, beingChecked: 0 }),
    ]);
  });

  it('gives the questions that had no answer, and not those of others, without words, or being checked', async () => {
    const stores = await open();
    const ask = (person: string, organisation: string, given: object) =>
      stores.conversations.commit(
        question(person, organisation, {
          ...given,
          effects: [
            opened(`${person}-1`, {
              person,
              organisation,
              conversation: `teams-${person}`,
              outcome: 'not-covered',
              clauses: [],
            }),
          ],
        }),
      );
    await ask('ana', 'fellbridge', notCovered('can i bring my dog'));
    await ask('tom', 'fellbridge', notCovered('may the cat come', 'not-covered: being-checked'));
    await ask('eve', 'fellbridge', { ...notCovered('kept by nobody'), sensitivity: 'disclosure' });
    await ask('ben', 'vale', notCovered('can i bring my parrot'));
    await ask('joe', 'fellbridge', { ...notCovered('too long ago'), at: later(-DAY) });
    const read = (except: string[], ...organisations: string[]) =>
      stores.ofKnowledge.uncovered({ ...within(...organisations), except }, noon, 10);

    expect(await read([], 'fellbridge')).toEqual([
      {
        conversation: 'teams-ana',
        organisation: 'fellbridge',
        at: noon,
        said: 'can i bring my dog',
        policy: 'special-leave',
      },
    ]);
    expect(await read(['ana'], 'fellbridge')).toEqual([]);
    expect(await read([])).toEqual([]);
    expect(await daysOf(stores, 'vale')).toEqual([
      aDay({ organisation: 'vale', policy: 'special-leave', notCovered: 1 }),
    ]);
  });

  it('gives what was asked of a policy, each question once, and not what others asked, without words, or of something sensitive', async () => {
    const stores = await open();
    const ask = (
      person: string,
      said: string | null,
      given: object = {},
      organisation = 'fellbridge',
    ) =>
      stores.conversations.commit(
        question(person, organisation, {
          said,
          effects: [
            opened(`${person}-1`, { person, organisation, conversation: `teams-${person}` }),
          ],
          ...given,
        }),
      );
    await ask('ana', 'can i carry leave over');
    await ask('tom', 'can i carry leave over');
    await ask('eve', 'when is my leave year');
    await ask('ben', 'how much leave at vale', {}, 'vale');
    await ask('joe', null, { sensitivity: 'disclosure' });
    await ask('ida', 'what leave after a death', { sensitivity: 'question' });
    const read = (except: string[], organisation: string, policy = LEAVE, limit = 10) =>
      stores.ofKnowledge.askedOf({ ...within(organisation), except }, policy, noon, limit);

    expect(await read([], 'fellbridge')).toEqual([
      'can i carry leave over',
      'when is my leave year',
    ]);
    expect(await read([], 'fellbridge', LEAVE, 1)).toHaveLength(1);
    expect(await read(['eve'], 'fellbridge')).toEqual(['can i carry leave over']);
    expect(await read([], 'fellbridge', 'special-leave')).toEqual([]);
    expect(await stores.ofKnowledge.askedOf(within(), LEAVE, noon, 10)).toEqual([]);
    expect(await stores.ofKnowledge.askedOf(within('fellbridge'), LEAVE, later(DAY), 10)).toEqual(
      [],
    );
  });
}
