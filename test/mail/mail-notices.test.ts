/** Mails to staff, from a notice in the store to a real mail server. */
import { sendBy } from '../../bot/assemble-mailing';
import type { MailTools } from '../../bot/mail/send-next-mail';
import { sendNextMail } from '../../bot/mail/send-next-mail';
import type { Directory, Person } from '../../bot/directory/directory';
import { plainReply } from '../../bot/conversation/reply';
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createStores, type Stores } from '../../bot/storage/create-stores';
import type { AssistantTables } from '../../bot/storage/tables';
import { later, MINUTE, noon } from '../contracts/samples';
import { CERTIFICATE } from '../fakes/localhost-certificate';
import { directory } from '../support/directory';
import { LOGIN, mailServer, type MailServerInTest } from '../support/mail-server';
import { memoryDatabase } from '../support/memory-database';

const SECRET = 'Your sick leave was approved by Grace Adeyemi.';
const notice = plainReply({ outcome: 'status', text: SECRET });
const terms = { afterMs: 30 * MINUTE, quietMs: 12 * 60 * MINUTE };
const CHAT = 'https://people.example/chat';

describe('mails that tell staff of news', () => {
  let db: Kysely<AssistantTables>;
  let post: MailServerInTest;
  let stores: Stores;
  let now = noon;

  beforeEach(async () => {
    now = noon;
    post = await mailServer();
    db = await memoryDatabase();
    stores = createStores(db, { newId: randomUUID });
  });
  afterEach(async () => {
    await post.close();
    await db.destroy();
  });

  const tools = (people: Pick<Directory, 'person'> = directory): MailTools => ({
    mails: stores.mailNotices,
    directory: people,
    send: sendBy({
      host: 'localhost',
      port: post.port,
      security: 'starttls',
      login: LOGIN,
      from: 'assistant@people.example',
      ca: CERTIFICATE,
    }),
    terms,
    chatUrl: CHAT,
    clock: () => now,
    chance: () => 0.5,
  });

  let calls = 0;
  const tell = (person: string) =>
    stores.calls.open(
      {
        id: `call-${(calls += 1)}`,
        helper: { id: 'fern-lacey', name: 'Fern Lacey' },
        caller: person,
        organisation: 'fellbridge',
      },
      notice,
      now,
    );

  it('goes to their work address, and says that there is news and nothing of it', async () => {
    await tell('ana-pires');
    expect(await sendNextMail(tools())).toEqual({ kind: 'idle' });
    now = later(30 * MINUTE);

    expect(await sendNextMail(tools())).toEqual({ kind: 'sent' });
    expect(await sendNextMail(tools())).toEqual({ kind: 'idle' });

    const [mail, ...more] = post.mails;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: ['ana.pires@fellbridge.example'], encrypted: true });
    expect(mail?.headers.get('subject')).toBe('You have an update');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.body).toContain(`Sign in to read it:\n\n${CHAT}\n`);
    const whole = [...(mail?.headers.values() ?? []), mail?.body].join('\n');
    expect(whole).not.toMatch(/sick|leave|grace|approved|request|Ana Pires/i);
  });

  it('is tried again with the same Message-ID where the mail server went away, and counts once', async () => {
    await tell('ana-pires');
    now = later(30 * MINUTE);
    post.script('cut-after-the-work');

    expect(await sendNextMail(tools())).toMatchObject({ kind: 'retrying' });
    expect(await sendNextMail(tools())).toEqual({ kind: 'idle' });
    now = later(31 * MINUTE);
    expect(await sendNextMail(tools())).toEqual({ kind: 'sent' });

    const [first, second] = post.mails.map(({ headers }) => headers.get('message-id'));
    expect(first).toMatch(/^<[\w-]+\.people-services-assistant@people\.example>$/);
    expect(second).toBe(first);
  });

  it('is given up where nobody has that address, without a word of theirs in the log', async () => {
    await tell('ana-pires');
    now = later(30 * MINUTE);
    post.script({ at: 'RCPT TO', status: 550 });

    const progress = await sendNextMail(tools());

    expect(progress).toMatchObject({ kind: 'given-up' });
    expect(JSON.stringify(progress)).not.toMatch(/ana|pires|fellbridge/i);
    now = later(60 * MINUTE);
    expect(await sendNextMail(tools())).toEqual({ kind: 'idle' });
  });

  it('waits where the sender is refused: that is no fault of whoever gets it', async () => {
    await tell('ana-pires');
    now = later(30 * MINUTE);
    post.script({ at: 'MAIL FROM', status: 550 });

    expect(await sendNextMail(tools())).toMatchObject({ kind: 'retrying' });
  });

  it('waits for a mail server that is out of order, up to a few hours', async () => {
    await tell('ana-pires');
    await post.close();
    const kinds: string[] = [];
    for (let minutes = 30; minutes < 600; minutes += 1) {
      now = later(minutes * MINUTE);
      const { kind } = await sendNextMail(tools());
      if (kind !== 'idle') kinds.push(kind);
    }
    expect(kinds).toEqual([...Array<string>(7).fill('retrying'), 'given-up']);
  });

  it('goes to nobody who has no work address, and is looked for once', async () => {
    await tell('ana-pires');
    now = later(30 * MINUTE);
    const without: Pick<Directory, 'person'> = {
      person: async (id) => {
        const person = await directory.person(id);
        return person && ({ ...person, email: undefined } satisfies Person);
      },
    };

    expect(await sendNextMail(tools(without))).toEqual({ kind: 'no-address' });
    expect(await sendNextMail(tools(without))).toEqual({ kind: 'idle' });
    expect(post.mails).toEqual([]);
  });
});
