import { createMemoryDocuments } from '../../knowledge';
import { aDocument } from '../support/a-document';
import { aBrowser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

const PAGE = '/documents/fellbridge?name=people%2Fleave.docx';

describe('the page of an imported document', () => {
  const documents = createMemoryDocuments();
  let web: OpenWeb;

  beforeAll(async () => {
    await documents.add(
      aDocument(
        'fellbridge',
        'people/leave.docx',
        'You keep **5 days** <b onclick="x">a year</b>.',
      ),
    );
    web = await openWeb({ documents });
  });
  afterAll(() => web.close());

  const open = (address: string) => aBrowser(web.url).get(address);

  it('shows each section under its anchor, and whose it is, to whoever has the address', async () => {
    const { status, text } = await open(PAGE);

    expect(status).toBe(200);
    expect(text).toMatch(/<section class="clause" id="carry-over"[^]*Carry over<\/h2>/);
    expect(text).toContain('This is a document of Fellbridge Hospitals');
    expect(text).toContain('File people/leave.docx, imported on Monday 23 November 2026.');
  });

  it('runs nothing that the document brought along', async () => {
    expect((await open(PAGE)).text).toContain(
      'You keep <strong>5 days</strong> &lt;b onclick=&quot;x&quot;&gt;a year&lt;/b&gt;.',
    );
  });

  it.each([
    '/documents/vale?name=people%2Fleave.docx',
    '/documents/fellbridge?name=%3Cb%3E',
    '/documents/nowhere',
  ])('says that there is none: %s', async (address) => {
    const { status, text } = await open(address);

    expect(status).toBe(404);
    expect(text).toContain('We can’t find that document');
    expect(text).not.toContain('<b>');
  });

  it('is gone once the document was taken out', async () => {
    await documents.add(aDocument('fellbridge', 'people/leave.docx', '', 'removed'));

    expect((await open(PAGE)).status).toBe(404);
  });
});
