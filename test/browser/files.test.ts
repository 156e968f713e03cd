import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { wording } from '../../bot/wording';
import { eventually } from '../faults/eventually';
import { openHome, type Home, type Product } from '../faults/product';
import { aJpeg, aPdf } from '../support/some-files';
import { say, signIn } from './chat-page';
import {
  aBrowserOfItsOwn,
  describeInBrowser,
  DESKTOP,
  overflowOf,
  PHONE,
  troubleOn,
} from './chromium';

const photo = {
  name: 'IMG_2034.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(aJpeg('my fit note')),
};
const wrong = { name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>') };
const page2 = { name: 'page 2.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf('2')) };

/** Two people and several checks of every page, or the product started twice. */
const LONG_MS = 180_000;

/** The built product: a nurse with a phone, people services at a desk. */
describeInBrowser('a fit note, from a phone to the desk', () => {
  const open = aBrowserOfItsOwn();
  let home: Home;
  let product: Product;
  let page: Page;

  beforeEach(async () => {
    home = openHome();
    product = await home.start();
  });
  afterEach(() => home.close());

  async function openAs(name: string, more: BrowserContextOptions = {}): Promise<void> {
    page = await open({ viewport: PHONE, ...more });
    await signIn(page, product.url, name);
  }
  const chooser = () => page.getByLabel(wording.files.choose('your fit note'));
  const unfold = () =>
    page.locator('summary', { hasText: wording.files.label('your fit note') }).click();
  const boxOf = async (place: Locator) =>
    (await place.boundingBox()) ?? { y: Number.NaN, height: Number.NaN };
  const newest = () => page.locator('article').last();
  const check = async () => {
    expect(await troubleOn(page)).toEqual([]);
  };
  const filesOf = (folder: string) => readdirSync(path.join(home.folder, folder));

  it(
    'is added, put right, sent, and opened by whoever deals with it',
    async () => {
      await openAs('Jin Park');
      await say(page, 'i want to hand in my fit note');
      await say(page, 'today for 2 weeks');
      await say(page, 'not fit for work');
      await check();
      const next = await boxOf(newest().locator('.choices button').first());
      const composer = await boxOf(page.locator('.composer'));
      expect(next.y + next.height).toBeLessThan(composer.y);

      await unfold();
      await page.getByRole('button', { name: wording.files.add }).click();
      await page.getByText(wording.files.chooseFirst).waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('file');

      await chooser().setInputFiles(wrong);
      await page.getByRole('button', { name: wording.files.add }).click();
      await page.getByText('not a photo or a PDF').waitFor();
      await check();

      // By the keyboard alone: the field has the focus, and the button is next to it.
      await chooser().setInputFiles([photo, page2]);
      await chooser().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('I have added 2 files').waitFor();
      await check();
      await newest().getByText('Your files “IMG_2034.jpg” and “page 2.pdf” go with it').waitFor();

      await page.getByRole('button', { name: 'Take out a file' }).click();
      await page.getByRole('button', { name: 'Take out “page 2.pdf”' }).click();
      await newest().getByText('I have taken out “page 2.pdf”').waitFor();
      await page.getByRole('button', { name: wording.request.send }).click();
      await newest().getByText(wording.files.went(1)).waitFor();
      expect(await chooser().count()).toBe(0);

      await openAs('Fern Lacey', { viewport: DESKTOP });
      const request = page.getByRole('link', { name: /^D-/ });
      await eventually('the request at the desk', async () => {
        await page.goto(`${product.url}/console/requests`);
        return (await request.count()) > 0 ? true : undefined;
      });
      await request.click();
      await check();
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'IMG_2034.jpg' }).click();
      const download = await downloading;

      expect(download.suggestedFilename()).toBe('IMG_2034.jpg');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks)).toEqual(photo.buffer);
      expect(filesOf('desk-files')).toHaveLength(1);
    },
    LONG_MS,
  );

  it(
    'can be added without a script, and outlives the end of the process',
    async () => {
      await openAs('Jin Park', { javaScriptEnabled: false });
      await page.getByLabel('Your message').fill('i want to hand in my fit note');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await unfold();
      await chooser().setInputFiles(wrong);
      await page.getByRole('button', { name: wording.files.add }).click();
      await page.getByRole('link', { name: /not a photo or a PDF/ }).waitFor();
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);

      await chooser().setInputFiles(photo);
      await page.getByRole('button', { name: wording.files.add }).click();
      await page.getByText('I have added “IMG_2034.jpg”').waitFor();
      await product.kill();
      expect(filesOf('files')).toHaveLength(1);

      product = await home.start();
      await openAs('Jin Park');
      await say(page, 'carry on');
      await say(page, 'today for 2 weeks');
      await say(page, 'not fit for work');
      await newest().getByText('Your file “IMG_2034.jpg” goes with it').waitFor();
    },
    LONG_MS,
  );
});
