// Writes crew-handbook.docx: `node test/knowledge/documents/make-word.mjs`.
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ZipFile } from 'yazl';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text, bold = false) =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const styled = (style, inner) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;
const p = (text) => `<w:p>${text.startsWith('<') ? text : run(text)}</w:p>`;
const h = (level, text) => styled(`Heading${level}`, run(text));
const li = (text) =>
  `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const table = (rows) =>
  `<w:tbl>${rows
    .map(
      (cells, row) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell, row === 0)}</w:p></w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
const tracked = (before, gone, come, after) =>
  `<w:p>${run(before)}<w:del w:id="1" w:author="A"><w:r><w:delText>${gone}</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run(come)}</w:ins>${run(after)}</w:p>`;
const noted = (before, after) =>
  `<w:p>${run(before)}<w:r><w:footnoteReference w:id="2"/></w:r>${run(after)}</w:p>`;

const body = [
  styled('Title', run('Hollin Ambulance Service crew handbook')),
  p('This handbook is made up for demonstration. It is for road crews and control room staff.'),
  h(1, 'Shifts and rosters'),
  p(
    'Shifts are 12 hours. The roster runs for eight weeks and is fixed four weeks before it starts.',
  ),
  h(2, 'Meal breaks'),
  p(
    'You get one break of 45 minutes, between the third and the eighth hour of the shift. If control disturbs your break, you are paid £20 and get a new break when it is safe.',
  ),
  h(2, 'Finishing late'),
  tracked(
    'If a call keeps you past the end of your shift, the first 30 minutes are time back and everything after that is paid at ',
    'time and a quarter',
    'time and a half',
    '.',
  ),
  p(
    'You must have 11 hours of rest before the next shift. If you finish late, come in later; you are paid from the planned start.',
  ),
  h(2, 'Relief and standby'),
  p(
    'Relief staff learn their shifts ten days before. Standby at home pays £3.10 an hour, and you have to reach the station within 20 minutes.',
  ),
  h(1, 'Driving'),
  h(2, 'Licence'),
  noted('You need category C1 on your licence. Show it every six months', '.'),
  p(
    'Report points or a ban on the day you hear of it. Six points or more mean an interview with the fleet manager.',
  ),
  h(2, 'Accidents'),
  p(
    'Stop, make the scene safe and call control. Fill in form V7 before you end your shift. Do not say whose fault it was.',
  ),
  h(2, 'Speeding and red lights'),
  p(
    'Camera notices go to the station manager. You are not fined where the blue lights were on and the call justified it.',
  ),
  h(1, 'Health and support'),
  h(2, 'Reporting sick'),
  p(
    'Ring the resource desk on 01632 960 701 at least two hours before a day shift and four hours before a night shift.',
  ),
  h(2, 'After a traumatic job'),
  p(
    'You can stand down for up to one hour after a distressing call. A peer supporter rings you within 72 hours. Trauma counselling is free, and you do not need your manager to refer you.',
  ),
  h(2, 'Vaccinations and needlestick injuries'),
  p(
    'Wash the wound, tell control, and go to the nearest emergency department within one hour. Occupational health follows it up.',
  ),
  h(1, 'Leave'),
  p('Annual leave is planned in a cycle of 12 weeks. These are the kinds of leave that are paid:'),
  table([
    ['Kind of leave', 'How long', 'Who agrees it'],
    ['Bereavement', 'Up to 6 days', 'Team leader'],
    ['Jury service', 'As long as the court says', 'Resource desk'],
    ['Reserve forces training', '15 days', 'Station manager'],
    ['House move', '1 day', 'Team leader'],
  ]),
  h(2, 'Leave at short notice'),
  p('Single shifts can be booked up to 48 hours before if fewer than 12% of the crew are off.'),
  h(1, 'Uniform and equipment'),
  li('Six shirts and three pairs of trousers'),
  li('One pair of boots each year, up to £110'),
  li('A stab vest, made to measure'),
  p('Uniform must not be worn off duty, except on the way to and from work.'),
  h(1, 'Social media'),
  p(
    'Do not post about patients, calls or addresses, even without names. Pictures taken inside an ambulance are never allowed.',
  ),
  '<w:sectPr/>',
].join('');
const xml = (inner) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${inner}`;
const styles = ['Title', 'Heading1', 'Heading2', 'ListParagraph']
  .map(
    (id) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace('Heading', 'heading ').replace('ListP', 'List P')}"/></w:style>`,
  )
  .join('');
const rel = (id, kind, target) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const rels = (inner) =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
  );
const type = (name, kind) =>
  `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
const files = {
  '[Content_Types].xml': xml(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('document', 'document.main')}${type('styles', 'styles')}${type('numbering', 'numbering')}${type('footnotes', 'footnotes')}</Types>`,
  ),
  '_rels/.rels': rels(rel('r1', 'officeDocument', 'word/document.xml')),
  'word/_rels/document.xml.rels': rels(
    rel('r1', 'styles', 'styles.xml') +
      rel('r2', 'numbering', 'numbering.xml') +
      rel('r3', 'footnotes', 'footnotes.xml'),
  ),
  'word/document.xml': xml(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
  'word/styles.xml': xml(`<w:styles ${W}>${styles}</w:styles>`),
  'word/numbering.xml': xml(
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  ),
  'word/footnotes.xml': xml(
    `<w:footnotes ${W}><w:footnote w:id="2"><w:p>${run('Staff who joined before 2010 may keep category B.')}</w:p></w:footnote></w:footnotes>`,
  ),
};
const zip = new ZipFile();
for (const [name, text] of Object.entries(files))
  zip.addBuffer(Buffer.from(text), name, { mtime: new Date('2026-01-01T00:00:00Z') });
zip.end();
zip.outputStream.pipe(
  createWriteStream(fileURLToPath(new URL('hollin/crew-handbook.docx', import.meta.url))),
);
