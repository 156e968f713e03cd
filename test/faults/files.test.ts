import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { deskClient } from '../../bot/desk/desk-client';
import { wording } from '../../bot/wording';
import { aJpeg } from '../support/some-files';
import { aBrowser, type Browser, field } from '../web/a-browser';
import { killBeforeTheDisk, killSoon } from './blow';
import { eventually } from './eventually';
import { onDisk } from './on-disk';
import { DESK_SECRET, deskAt, openHome, type Home, type Product } from './product';
import { randomOf } from './random';

const ROUNDS = 5;
const SEED = 20_270_108;
const NEVER = new AbortController().signal;
/** Longer than a file may lie there that no turn came to hold. */
const LATER_MS = 2 * 3_600_000;
/** An upload or a press takes some tens of milliseconds. */
const LONGEST_MS = 120;
const NOTE = 'i want to hand in my fit note';

let home: Home;

beforeEach(() => {
  home = openHome({ approvers: false });
});
afterEach(() => home.close());

const folderOfFiles = (): string => path.join(home.folder, 'files');
function filesThere(): readonly string[] {
  try {
    return readdirSync(folderOfFiles()).filter((name) => !name.endsWith('.half'));
  } catch {
    return []; // none was ever put
  }
}
/** What drafts and requests hold; and what was let go and not yet removed. */
const rows = (released: 0 | 1): Promise<readonly string[]> =>
  onDisk(home.folder, async (_, db) => {
    const query = db.selectFrom('attachment').select('file').distinct();
    return (await query.where('released', '=', released).execute()).map(({ file }) => file);
  });

async function open(product: Product, person = 'ana-pires'): Promise<Browser> {
  const browser = aBrowser(product.url);
  await browser.signIn(person);
  return browser;
}

/** Chooses a photo on the page as it is now. */
async function upload(browser: Browser, words: string): Promise<number> {
  const { text } = await browser.get('/chat');
  const form = new FormData();
  for (const name of ['key', 'message', 'draft']) form.set(name, field(text, name));
  form.set('files', new Blob([Uint8Array.from(aJpeg(words))]), `${words}.jpg`);
  return (await browser.postForm('/chat/files', form)).status;
}

async function sendNote(browser: Browser): Promise<void> {
  await browser.say('today for 2 weeks');
  await browser.get('/chat');
  await browser.say('not fit for work');
  await browser.get('/chat');
  await browser.press(wording.request.send);
}

async function filesAtDesk({ url }: Product): Promise<readonly (readonly string[])[]> {
  const client = deskClient({ url, secret: DESK_SECRET });
  const all = await deskAt(url).all();
  return Promise.all(
    all.map(async ({ reference, files = [] }) =>
      Promise.all(
        files.map(async ({ id }) =>
          Buffer.from((await client.readFile(reference, id, NEVER)) ?? []).toString('latin1'),
        ),
      ),
    ),
  );
}

describe('a file, when the assistant is killed', () => {
  it('between the file and the row that names it: is swept away, and the one sent again goes with the request', async () => {
    const first = await home.start();
    const ana = await open(first);
    await ana.say(NOTE);
    const sending: Promise<unknown>[] = [];
    await killBeforeTheDisk(first, home.folder, async () => {
      sending.push(upload(ana, 'lost').catch(() => 'no answer'));
      await eventually('the file', () => filesThere()[0]);
    });
    expect(await Promise.all(sending)).toEqual(['no answer']);
    const [orphan = ''] = filesThere();
    expect(await rows(0)).toEqual([]);

    const second = await home.start();
    const again = await open(second);
    expect(await upload(again, 'sent again')).toBe(303);
    await again.get('/chat');
    await sendNote(again);
    await eventually('the request at the desk', async () => (await filesAtDesk(second))[0]);
    await second.kill();

    const third = await home.start({}, LATER_MS);
    await eventually('the sweep', () => (filesThere().includes(orphan) ? undefined : true));
    expect(await filesAtDesk(third)).toEqual([
      [Buffer.from(aJpeg('sent again')).toString('latin1')],
    ]);
    await third.kill();
    expect(filesThere()).toEqual(await rows(0));
  }, 120_000);

  it.each([
    ['between letting it go and removing it', () => undefined],
    [
      'between removing it and forgetting it',
      (file: string) => {
        rmSync(path.join(folderOfFiles(), file));
      },
    ],
  ])(
    '%s: is gone and forgotten after the restart',
    async (_, andThen) => {
      const first = await home.start();
      const ana = await open(first);
      await ana.say(NOTE);
      expect(await upload(ana, 'not needed')).toBe(303);
      await ana.get('/chat');
      await ana.press(wording.request.cancel);
      await first.kill();
      const released = await rows(1);
      expect(released).toEqual(filesThere());
      andThen(released[0] ?? '');

      const second = await home.start();
      await eventually('the file to be gone and forgotten', async () =>
        filesThere().length === 0 && (await rows(1)).length === 0 ? true : undefined,
      );
      expect(await second.end()).toBe(0);
      expect(await rows(0)).toEqual([]);
    },
    120_000,
  );
});

describe(`files, when the assistant is killed ${ROUNDS} times while people add them, send them and change their minds`, () => {
  it('are all there that something needs, and no others', async () => {
    const random = randomOf(SEED);
    const people = ['ana-pires', 'tom-okafor', 'priya-nair'];
    let made = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const product = await home.start();
      const working = people.map((person) => workForEver(product, person));
      await eventually('some work', () => (made > round * people.length * 2 ? true : undefined));
      await killSoon(product, random, LONGEST_MS);
      await Promise.allSettled(working);
    }

    const last = await home.start({}, LATER_MS);
    const sent = await onDiskRequests();
    await eventually('the desk to have them', async () =>
      (await deskAt(last.url).all()).length === sent ? true : undefined,
    );
    const atDesk = await filesAtDesk(last);
    expect(await last.end()).toBe(0);

    expect(made).toBeGreaterThan(ROUNDS * people.length);
    expect(atDesk.flat().every((words) => words.includes('photo'))).toBe(true);
    expect(new Set(atDesk.flat()).size).toBe(atDesk.flat().length);
    const held = await rows(0);
    expect([...filesThere()].sort()).toEqual([...held].sort());
    // A draft let go of what its request holds now; nothing else is still waiting to be removed.
    expect((await rows(1)).filter((file) => !held.includes(file))).toEqual([]);

    /** Begins a request, adds a photo or two, and then sends it, takes one out or cancels, until the line is dead. */
    async function workForEver(product: Product, person: string): Promise<void> {
      const browser = await open(product, person);
      for (;;) {
        await browser.say(NOTE);
        const photos = 1 + Math.floor(random() * 2);
        for (let n = 0; n < photos; n += 1) await upload(browser, `photo ${(made += 1)}`);
        await browser.get('/chat');
        const choice = random();
        if (choice < 0.4) await sendNote(browser);
        else if (choice < 0.7) await browser.press(wording.request.cancel);
        else await browser.say('take the file out');
        await browser.get('/chat');
      }
    }
  }, 180_000);

  const onDiskRequests = (): Promise<number> =>
    onDisk(home.folder, async (_, db) => {
      const { total } = await db
        .selectFrom('request')
        .select((eb) => eb.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    });
});
