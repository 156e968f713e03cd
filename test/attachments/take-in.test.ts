import { AttachedFile } from '../../dialogs';
import { createIntake } from '../../bot/attachments/take-in';
import { safeName } from '../../bot/attachments/safe-name';
import { aHeic, aJpeg, aPdf, aPng } from '../support/some-files';
import { noon } from '../contracts/samples';

const by = { conversation: 'web:ana', message: 'm1', at: noon };
const MOST = 1000;

function anIntake() {
  const kept = new Map<string, Uint8Array>();
  const keep = { put: async (id: string, bytes: Uint8Array) => void kept.set(id, bytes) };
  const intake = createIntake(keep, { mostBytes: MOST, mostFiles: 2 });
  const take = (name: string, bytes: Uint8Array) => intake.takeIn([{ name, bytes }], by);
  return { kept, take, intake };
}
const text = (words: string) => Buffer.from(words, 'latin1');

describe('taking a file in', () => {
  it.each([
    ['note.jpg', aJpeg(), 'image/jpeg'],
    ['NOTE.JPEG', aJpeg(), 'image/jpeg'],
    ['note.png', aPng(), 'image/png'],
    ['IMG_0001.HEIC', aHeic(), 'image/heic'],
    ['note.pdf', aPdf(), 'application/pdf'],
    ['note', aPdf(), 'application/pdf'],
  ])('takes %s where it is what its name says', async (name, bytes, type) => {
    const { kept, take } = anIntake();
    const { files, refused } = await take(name, bytes);

    expect(files).toMatchObject([{ type, size: bytes.length }]);
    expect(refused).toEqual([]);
    expect(kept.get(files[0]!.id)).toBe(bytes);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a photo that is too big', aJpeg('x'.repeat(MOST)), 'too-big'],
    ['a program', text('MZ\x90\0'), 'unknown-kind'],
    ['a program for Linux', text('\x7fELF'), 'unknown-kind'],
    [
      'a Word document, with macros or without',
      text('PK\x03\x04word/vbaProject.bin'),
      'unknown-kind',
    ],
    ['an old Word document', text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'unknown-kind'],
    ['a web page', text('<!doctype html><script>1</script>'), 'unknown-kind'],
    ['a drawing that can hold a script', text('<svg xmlns="x"><script/></svg>'), 'unknown-kind'],
    ['a film', Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypisom')]), 'unknown-kind'],
    ['a page with a script before what makes it a PDF', text('<script>%PDF-1.7'), 'unknown-kind'],
    ['a PDF that runs a script', aPdf('/OpenAction << /S /JavaScript >>'), 'active'],
    ['a PDF that carries a file', aPdf('/Type /EmbeddedFile'), 'active'],
  ])('does not take %s, whatever it is called', async (_, bytes, problem) => {
    const { kept, take } = anIntake();
    const { files, refused } = await take('fit-note.pdf', bytes);

    expect(files).toEqual([]);
    expect(refused).toEqual([{ name: 'fit-note.pdf', problem }]);
    expect(kept.size).toBe(0);
  });

  it.each([
    ['note.pdf', aJpeg()],
    ['note.jpg', aPdf()],
    ['note.jpg', aPng()],
    ['note.pdf.exe', aPdf()],
    ['note.html', aJpeg()],
  ])('does not take %s where it is something else', async (name, bytes) => {
    expect(await anIntake().take(name, bytes)).toMatchObject({
      files: [],
      refused: [{ problem: 'not-its-name' }],
    });
  });

  it('gives the same file of the same message the same id, and any other another', async () => {
    const { intake, take } = anIntake();
    const idOf = async (taken: ReturnType<typeof take>) => (await taken).files[0]?.id;
    const first = await idOf(take('note.pdf', aPdf()));

    expect(await idOf(take('note.pdf', aPdf()))).toBe(first);
    expect(await idOf(take('note.pdf', aPdf('other')))).not.toBe(first);
    const again = intake.takeIn([{ name: 'note.pdf', bytes: aPdf() }], { ...by, message: 'm2' });
    expect(await idOf(again)).not.toBe(first);
  });

  it('asks for one after another, and for no more once enough are taken', async () => {
    const { kept, intake } = anIntake();
    const keptBefore: number[] = [];
    function* sent() {
      for (const [name, bytes] of [
        ['1.pdf', aPdf()],
        ['2.exe', text('MZ')],
        ['3.pdf', aPdf()],
        ['4.pdf', aPdf()],
      ] as const) {
        keptBefore.push(kept.size);
        yield { name, bytes };
      }
    }
    const { files, refused } = await intake.takeIn(sent(), by);

    expect(files.map(({ name }) => name)).toEqual(['1.pdf', '3.pdf']);
    expect(refused).toEqual([{ name: '2.exe', problem: 'unknown-kind' }]);
    expect(keptBefore).toEqual([0, 1, 1]);
    expect(new Set(files.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the name of a file', () => {
  it.each([
    ['fit note.pdf', 'fit note.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Ana\\note.pdf', 'note.pdf'],
    ['<script>alert(1)<x>.pdf', 'script alert(1) x.pdf'],
    ['a^b=c&d"e.pdf', 'a b c d e.pdf'],
    ['IMG_2034.pdf', 'IMG_2034.pdf'],
    ['_slanted_ [1] **bold**.pdf', 'slanted 1 bold.pdf'],
    ['turned\u202Efdp.pdf', 'turned fdp.pdf'],
    ['line\r\nbreak.pdf', 'line break.pdf'],
    ['Nodyn meddyg Siân.pdf', 'Nodyn meddyg Siân.pdf'],
    ['.pdf', 'file.pdf'],
    ['', 'file.pdf'],
    ['no ending', 'no ending.pdf'],
  ])('%j is shown as %j', (name, shown) => {
    expect(safeName(name, 'application/pdf')).toBe(shown);
  });

  it('is no longer than a line', () => {
    expect(safeName(`${'x'.repeat(500)}.pdf`, 'application/pdf')).toHaveLength(64);
  });

  it('can be stored, whatever letters it is in', async () => {
    const { files } = await anIntake().take(`x${'𝐅'.repeat(60)}.pdf`, aPdf());

    expect(AttachedFile.parse(files[0]).name).toBe(`x${'𝐅'.repeat(29)}.pdf`);
  });
});
