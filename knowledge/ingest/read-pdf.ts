/** A PDF as headings and Markdown. What it looks like is all that most of them say. */
import type { ReadDocument } from './block';
import { UnreadableDocument } from './document-problem';
import { blocksOf } from './pdf-blocks';
import { linesOf, withoutFurniture, type Line, type Scrap } from './pdf-lines';
import { tidyWords } from './tidy-words';

/** Letters a page below which a PDF is a picture of a page. */
const FEWEST_LETTERS = 15;
const MOST_PAGES = 1000;

/** What we use of a PDF. The types that the package ships do not resolve outside its own build. */
interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly object[] }>;
    cleanup(): void;
  }>;
  getMetadata(): Promise<{ readonly info: object }>;
  destroy(): Promise<void>;
}

/** @throws UnreadableDocument */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  // Loaded here, because it is large and most folders hold no PDF.
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  // Outside the catch below: a reader that is not there is no fault of the file.
  await getResolvedPDFJS();
  // The reader keeps the array it is given, so it gets one of its own.
  // The package's own type of what it opens cannot be resolved, so it is named here.
  const opening = getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }) as Promise<Pdf>;
  const opened = await opening.catch((error: unknown) => {
    throw explained(error);
  });
  try {
    if (opened.numPages > MOST_PAGES)
      throw new UnreadableDocument(
        `The PDF has ${opened.numPages} pages; the most is ${MOST_PAGES}.`,
        'Split it into one file a policy.',
      );
    const lines: Line[] = [];
    for (let number = 1; number <= opened.numPages; number += 1) {
      const page = await opened.getPage(number);
      const { items } = await page.getTextContent();
      lines.push(...linesOf(items.flatMap(scrapOf), number));
      page.cleanup();
    }
    if (letters(lines) < FEWEST_LETTERS * opened.numPages)
      throw new UnreadableDocument(
        'The PDF holds pictures of pages and no text: it was scanned.',
        'Save it from the program that wrote it, or make its text readable with OCR.',
      );
    return {
      title: null,
      savedAs: titleOf(await opened.getMetadata()),
      blocks: blocksOf(withoutFurniture(lines, opened.numPages)),
    };
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : explained(error);
  } finally {
    await opened.destroy();
  }
}

function scrapOf(item: object): Scrap[] {
  if (!('str' in item) || !('transform' in item) || !('width' in item) || !('fontName' in item))
    return [];
  const { str, transform, width, fontName } = item;
  if (typeof str !== 'string' || !Array.isArray(transform) || typeof width !== 'number') return [];
  const [, , c, d, x, y] = transform.map(Number);
  return [
    {
      text: str,
      x: x ?? 0,
      y: y ?? 0,
      width,
      size: Math.hypot(c ?? 0, d ?? 0),
      font: String(fontName),
    },
  ];
}

const letters = (lines: readonly Line[]): number =>
  lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

/** Programs write file names there too: "Microsoft Word - leave v3.docx". */
function titleOf({ info }: { info: object }): string | null {
  const title: unknown = 'Title' in info ? info.Title : undefined;
  if (typeof title !== 'string') return null;
  const words = tidyWords(title);
  return words.length < 4 || /\.\w{2,5}$|^microsoft |^untitled|^document\d*$|:\/\//i.test(words)
    ? null
    : words;
}

function explained(error: unknown): UnreadableDocument {
  if (error instanceof Error && error.name === 'PasswordException')
    return new UnreadableDocument(
      'The PDF has a password.',
      'Save a copy without a password and put that in the folder.',
    );
  return new UnreadableDocument(
    'The PDF is damaged, or is not a PDF.',
    'Save it again as PDF from the program that wrote it.',
  );
}
