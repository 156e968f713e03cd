import { intentOf } from '../../bot/conversation/intent';
import { mailWording } from '../../bot/wording-mail';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import type { AssistantTables } from '../../bot/storage/tables';
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { memoryDatabase } from '../support/memory-database';

describe('wishing for e-mails, or for none', () => {
  it.each([
    'stop e-mails',
    'Stop emails',
    'please stop sending me these e-mails',
    'no more emails please',
    'unsubscribe',
    'dont email me any more',
    'I do not want e-mails',
  ])('is heard in "%s"', (text) => {
    expect(intentOf(text)).toBe('no-mails');
  });

  it.each(['e-mail me', 'email me please', 'start e-mails again', 'email me when there is news'])(
    'is heard in "%s"',
    (text) => {
      expect(intentOf(text)).toBe('mails');
    },
  );

  it.each([
    'email me the leave policy',
    'can my manager stop my emails while i am off sick',
    'i want to change my email address',
    'do i have to answer emails on my day off',
  ])('is not heard in a question or a request: "%s"', (text) => {
    expect(intentOf(text)).toBeUndefined();
  });
});

describe('the wish for e-mails', () => {
  let db: Kysely<AssistantTables>;
  let stores: Stores;

  beforeEach(async () => {
    db = await memoryDatabase();
    stores = createStores(db, { newId: randomUUID });
  });
  afterEach(() => db.destroy());

  const say = async (text: string, over: Parameters<typeof talkOn>[1]): Promise<string> => {
    const person = await directory.person('ana-pires');
    if (person === undefined) throw new Error('Ana Pires is not in the directory.');
    const { reply } = await talkOn(stores, over)(
      {
        door: 'web',
        conversation: 'web:ana-pires',
        message: randomUUID(),
        speaker: { kind: 'person', person },
        said: { kind: 'text', text },
        at: new Date('2027-01-29T10:00:00Z'),
      },
      null,
      new AbortController().signal,
    );
    return reply.text;
  };
  const stoppedAt = async () => (await stores.ownData.of('ana-pires')).mails.stoppedAt;

  it('is kept, and told with the address that it is for', async () => {
    expect(await say('stop e-mails', { sendsMails: true })).toBe(mailWording.off);
    expect(await stoppedAt()).toBe('2027-01-29T10:00:00.000Z');

    expect(await say('e-mail me', { sendsMails: true })).toContain('ana.pires@fellbridge.example');
    expect(await stoppedAt()).toBeNull();
  });

  it('promises nothing where no e-mails are sent, or there is no address', async () => {
    expect(await say('e-mail me', {})).toBe(mailWording.notHere);
    const without: typeof directory = {
      ...directory,
      person: async (id) => {
        const person = await directory.person(id);
        return person && { ...person, email: undefined };
      },
    };
    const told = await say('e-mail me', { sendsMails: true, directory: without });
    expect(told).toContain('I have no work e-mail address for you');
    expect(told).toContain('Fellbridge people services');
  });

  it('is said to a request that is under way, where it may be an answer', async () => {
    await say('book me off 3 to 7 may', { sendsMails: true });

    expect(await say('e-mail me', { sendsMails: true })).not.toContain('ana.pires');
  });
});
