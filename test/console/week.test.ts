import { aReply, aRequest } from '../contracts/samples';
import { aDeskRequest } from '../desk/a-desk-request';
import { builtInKnowledge } from '../golden/stage';
import { confirmRequest } from '../support/confirm-request';
import { aVariationEntry } from '../support/a-variation-entry';
import { bodyOf, browserOf } from '../web/a-browser';
import { aLongTalk, converse, opened, rated } from './a-conversation';
import { DAY, NOON, openConsole, type OpenConsole } from './open-console';

const LEAVE = 'annual-leave-and-bank-holidays';
const knowledge = builtInKnowledge();

describe('this week', () => {
  let open: OpenConsole;
  beforeEach(async () => {
    open = await openConsole({ knowledge });
  });
  afterEach(() => open.close());

  const weekFor = async (person: string) =>
    bodyOf(await (await browserOf(open.url, person)).get('/console'));
  const ago = (days: number) => new Date(NOON.getTime() - days * DAY);

  let talks = 0;
  /** One question, and what was said of its answer. */
  const ask = async (
    days: number,
    {
      rating,
      said = 'how much leave do i get',
      person = 'ana-pires',
      organisation = 'fellbridge',
      covered = true,
    }: {
      rating?: 'yes' | 'no';
      said?: string;
      person?: string;
      organisation?: string;
      covered?: boolean;
    } = {},
  ) => {
    const id = `asked-${(talks += 1)}`;
    const conversation = `web:${id}`;
    const theirs = { person, conversation, organisation, openedAt: ago(days).toISOString() };
    const outcome = covered ? 'answered' : 'not-covered';
    const reply = aReply({
      outcome,
      ...(covered ? {} : { citations: [], topics: ['expenses-and-travel'] }),
    });
    await converse(
      open.stores,
      [
        {
          said,
          at: ago(days),
          interaction: id,
          reply,
          effects: [opened(id, { ...theirs, outcome })],
        },
        ...(rating === undefined
          ? []
          : [{ at: ago(days), interaction: id, effects: [rated(id, { rating, person })] }]),
      ],
      { conversation, person, organisation },
    );
  };

  it('has one quiet sentence where nothing needs anybody', async () => {
    for (const person of ['nadia-rahman', 'fern-lacey'])
      expect(await weekFor(person)).toContain('Nothing needs you this week.');
  });

  it('puts people who wait before what got worse, and leads to where each is mended', async () => {
    await confirmRequest(
      open.stores,
      aRequest({ requestedBy: 'ana-pires' }),
      'people-services-desk',
    );
    await open.stores.outbox.claim(NOON);
    await open.stores.outbox.park('PS-7F3K9Q', 'The desk answered 422.', NOON);
    await converse(open.stores, aLongTalk);
    for (let one = 0; one < 3; one += 1)
      await open.desk.store.accept(
        aDeskRequest({ key: `PS-00000${one}`, confirmedAt: ago(20 + one).toISOString() }),
        ago(20 + one),
      );

    const page = await weekFor('olu-martins');

    expect(page.match(/first__thing"> ?<a href="[^"]*"/g)).toEqual([
      expect.stringContaining('"/console/parked"'),
      expect.stringContaining('"/console/requests?clock=late"'),
      expect.stringContaining('"/console/requests?status=received"'),
      expect.stringContaining('"/console/transcripts?review=waiting"'),
    ]);
    expect(page).toMatch(/3 requests are late<\/a> ?<br><span class="first__note">3 of them: /);
  });

  it('says since when answers are rated worse, how many, and what was changed that day', async () => {
    for (let day = 80; day > 12; day -= 4) await ask(day, { rating: 'yes' });
    await open.stores.variations.add({ ...aVariationEntry('fellbridge'), at: ago(11) });
    for (let day = 10; day > 0; day -= 1) await ask(day, { rating: 'no' });

    const page = await weekFor('nadia-rahman');

    expect(page).toContain(
      `<a href="/console/knowledge/${LEAVE}">Annual leave and bank holidays, Fellbridge Hospitals: rated worse since Saturday 26 December 2026</a>`,
    );
    expect(page).toContain('Poor ratings: 10 of 10 since then, 0 of 17 in the weeks before.');
    expect(page).toContain(
      'Its own wording was changed on Friday 25 December 2026: 10 of 10 poor since.',
    );
    expect(await weekFor('joseph-amadi')).not.toContain('rated worse');
  });

  it('keeps saying so after weeks, until somebody changes something or it is over', async () => {
    for (let day = 83; day > 62; day -= 1) await ask(day, { rating: 'yes' });
    for (let day = 60; day > 30; day -= 3) await ask(day, { rating: 'no' });
    expect(await weekFor('nadia-rahman')).not.toContain('rated worse');
    await ask(3, { rating: 'no' });
    expect(await weekFor('nadia-rahman')).toContain('rated worse since');

    await open.stores.variations.add({ ...aVariationEntry('fellbridge'), at: ago(2) });
    expect(await weekFor('nadia-rahman')).not.toContain('rated worse');
  });

  it('takes no rating of a question without an answer for a rating of the nearest policy', async () => {
    const none = { covered: false, said: 'can i bring my dog' };
    for (let day = 80; day > 12; day -= 4) await ask(day, { ...none, rating: 'yes' });
    for (let day = 10; day > 0; day -= 1) await ask(day, { ...none, rating: 'no' });

    expect(await weekFor('nadia-rahman')).not.toContain('rated worse');
  });

  it('says whose figures stand on it where they are not of the same organisations', async () => {
    for (const [person, whose] of [
      ['nadia-rahman', 'Fellbridge Hospitals'],
      ['olu-martins', 'All organisations of your system'],
      [
        'kofi-mensah-reid',
        'Requests: all organisations of your system. Questions and ratings: Fellbridge Hospitals.',
      ],
    ] as const)
      expect(await weekFor(person)).toContain(`nhsuk-lede-text">${whose}</p>`);
  });

  it('says nothing of ratings that luck explains', async () => {
    for (let day = 80; day > 0; day -= 4)
      await ask(day, { rating: day % 12 === 0 || day === 4 ? 'no' : 'yes' });

    expect(await weekFor('nadia-rahman')).not.toContain('rated worse');
  });

  it('counts questions without an answer that are alike, and names no words to who may not read them', async () => {
    const asked = [
      'can i bring my dog to work',
      'is it ok to bring a dog into work',
      'may i bring my dog to the office',
      'can Grace Adeyemi bring her dog to work',
    ];
    for (const [index, said] of asked.entries())
      await ask(index * 3, { said, covered: false, person: 'tom-okafor' });
    await ask(2, {
      said: 'my dog at work',
      covered: false,
      person: 'joseph-amadi',
      organisation: 'vale',
    });

    const page = await weekFor('nadia-rahman');

    expect(page).toMatch(
      /<a href="\/console\/knowledge#group-1">4 questions like “[^”]*dog[^”]*” had no answer<\/a> ?<br><span class="first__note">3 of them this week\./,
    );
    expect(page).not.toContain('Grace');
    expect(await weekFor('fern-lacey')).not.toContain('dog');
  });

  it('says which topic is asked about more than its share', async () => {
    for (let day = 56; day > 7; day -= 7) await ask(day);
    for (let day = 56; day > 0; day -= 1)
      await ask(day, { covered: false, said: `what is number ${day}` });
    for (let one = 0; one < 12; one += 1) await ask(1);

    const page = await weekFor('nadia-rahman');

    expect(page).toContain(
      'Annual leave and bank holidays is asked about more: 12 times this week',
    );
    expect(page).not.toContain('Expenses');
  });

  it('shows the rest where the desk does not answer', async () => {
    await converse(open.stores, aLongTalk);
    await open.loseDesk();

    const page = await weekFor('olu-martins');

    expect(page).toContain('Requests can’t be counted just now');
    expect(page).toContain('1 conversation with a poor rating waits for a review');
    expect(page).not.toContain('Nothing needs you');
  });
});
