import type { Converse } from '../../bot/conversation/converse';
import { replyNotice, replyText } from '../../bot/conversation/reply-to-rating';
import type { Press } from '../../bot/conversation/turn';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import { wording } from '../../bot/wording';
import { within } from '../contracts/samples';
import { builtInKnowledge } from '../golden/stage';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { memoryDatabase } from '../support/memory-database';

const AT = new Date('2026-11-23T10:00:00Z');
const fellbridge = within('fellbridge');

describe('asking for a reply to a rating', () => {
  let stores: Stores;
  let close: () => Promise<void>;
  let talk: Converse;
  let count = 0;

  beforeAll(() => void builtInKnowledge(), 60_000);
  beforeEach(async () => {
    const db = await memoryDatabase();
    stores = createStores(db, { newId: () => `id-${(count += 1)}` });
    close = () => db.destroy();
    talk = talkOn(stores);
  });
  afterEach(() => close());

  const say = async (what: string | Press, id = 'ana-pires', converse = talk) => {
    const person = await directory.person(id);
    if (person === undefined) throw new Error(`Nobody is called ${id}.`);
    const said =
      typeof what === 'string'
        ? ({ kind: 'text', text: what } as const)
        : ({ kind: 'press', press: what } as const);
    const turn = {
      door: 'web',
      conversation: `web:${id}`,
      message: `m${(count += 1)}`,
      speaker: { kind: 'person', person },
      said,
      at: AT,
    } as const;
    return (await converse(turn, null, new AbortController().signal)).reply;
  };
  const ratedNo = async (question = 'how much leave do i get', id = 'ana-pires', on = talk) => {
    const interaction = (await say(question, id, on)).feedback?.interaction ?? '';
    const reply = await say({ kind: 'rate', interaction, rating: 'no' }, id, on);
    return { interaction, reply };
  };

  it('is offered where it was not sorted, and told to the reviewer', async () => {
    const { interaction, reply } = await ratedNo();
    expect(reply.feedback).toEqual({ interaction, rated: 'no', reply: 'offered' });

    const asked = await say({ kind: 'explain', interaction, comment: 'not at night', reply: true });
    expect(asked.text).toBe(wording.feedback.reply.asked);
    expect(asked.feedback?.reply).toBe('asked');
    expect(await stores.reviews.read(fellbridge, interaction)).toMatchObject({
      reply: 'asked',
      comment: 'not at night',
      rating: 'no',
      said: 'how much leave do i get',
      isSensitive: false,
    });
  });

  it('is not offered where it was sorted, or where nobody could write one', async () => {
    const interaction = (await say('how much leave do i get')).feedback?.interaction ?? '';
    const sorted = await say({ kind: 'rate', interaction, rating: 'yes' });
    expect(sorted.feedback).toEqual({ interaction, rated: 'yes' });

    const alone = talkOn(stores, { isTeamHere: false });
    const { reply } = await ratedNo('how much leave do i get', 'ana-pires', alone);
    expect(reply.feedback?.reply).toBeUndefined();
  });

  it('keeps nothing of an empty form, and of a comment that needs people first only the wish', async () => {
    const { interaction } = await ratedNo();
    const empty = await say({ kind: 'explain', interaction, comment: ' ' });
    expect(empty.text).toBe(wording.feedback.nothingGiven);

    const comment = 'my manager put his hand up my skirt';
    const met = await say({ kind: 'explain', interaction, comment, reply: true });
    expect(met.outcome).toBe('signposted');
    const found = await stores.reviews.read(fellbridge, interaction);
    expect(found).toMatchObject({ reply: 'asked', comment: null, isSensitive: true });
  });

  it('is of nobody else’s answer', async () => {
    const { interaction } = await ratedNo();
    const theirs = await say({ kind: 'explain', interaction, reply: true }, 'tom-okafor');
    expect(theirs.text).toBe(wording.feedback.unknown);
    expect(await stores.conversations.wantsReply(interaction)).toBe(false);
  });

  it('tells in the open what is ordinary, and only to who asks what is sensitive', async () => {
    const text = replyText({ said: 'It was *wrong*', done: 'We mended it.' });
    expect(text).toContain('\\*wrong\\*');
    for (const [question, isOpen] of [
      ['how much leave do i get', true],
      ['how do i raise a grievance about bullying', false],
    ] as const) {
      const { interaction } = await ratedNo(question);
      await say({ kind: 'explain', interaction, reply: true });
      const found = await stores.reviews.read(fellbridge, interaction);
      if (found === undefined) throw new Error('Nothing was kept.');
      const notice = replyNotice(found, 'Nadia Rahman', text);
      const reply = { id: `f-${interaction}`, interaction, text, notice };
      const by = { id: 'nadia-rahman', name: 'Nadia Rahman' };
      expect(await stores.reviews.reply(fellbridge, { ...reply, by }, AT)).toBe('replied');

      const told = (await stores.outgoing.history('web:ana-pires', 0, 50)).at(-1)?.reply;
      expect(told?.text.includes('We mended it.')).toBe(isOpen);
      const shown = await say({ kind: 'show-reply', interaction });
      expect(shown.text).toBe(text);
      const other = await say({ kind: 'show-reply', interaction }, 'tom-okafor');
      expect(other.text).toBe(wording.feedback.reply.gone);
    }
  });

  it('is told apart from how satisfied they are in the end', async () => {
    const { interaction } = await ratedNo();
    const said = await say({ kind: 'satisfied', interaction, score: 4 });
    expect(said.text).toBe(wording.feedback.satisfied.thanks(4));
    expect(said.feedback).toEqual({ interaction, rated: null, satisfied: 4 });
    const beside = await say({ kind: 'satisfied', interaction, comment: 'quick' });
    expect(beside.feedback).toEqual({ interaction, rated: null, satisfied: 4 });
    const empty = await say({ kind: 'satisfied', interaction });
    expect(empty.text).toBe(wording.feedback.satisfied.nothingGiven);
    const comment = 'my manager put his hand up my skirt';
    const met = await say({ kind: 'satisfied', interaction, comment });
    expect(met.outcome).toBe('signposted');
    const theirs = await say({ kind: 'satisfied', interaction, score: 1 }, 'tom-okafor');
    expect(theirs.text).toBe(wording.feedback.unknown);
    expect(
      await stores.reading.satisfaction({ organisations: ['fellbridge'], except: [] }, interaction),
    ).toMatchObject({
      score: 4,
      comment: 'quick',
    });
  });
});
