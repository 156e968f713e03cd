/** A file of a request, for whoever may see the request: as a download, and written down. */
import type { HttpRequest, HttpResponse } from '../http/route';
import { askDesk, deskUnreachable } from './ask-desk';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { noRequest, readRequest } from './request-page';
import { requestAddress } from './request-list';

export async function openFile(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const found = await readRequest(tools, request, reader);
  if (found.kind === 'missing') return noRequest(tools, request, reader);
  if (found.kind === 'unreachable') return deskUnreachable(tools, request, reader);
  const { reference, files = [] } = found.request;
  const file = files.find(({ id }) => id === request.params.file);
  if (file === undefined) return noFile(tools, reader, reference);

  const read = await askDesk(tools, request, () =>
    tools.desk.readFile(reference, file.id, request.signal),
  );
  if (read.kind === 'unreachable') return deskUnreachable(tools, request, reader);
  if (read.answer === undefined) return noFile(tools, reader, reference);
  // By its place, as its name is the requester's: an audit is read by many.
  const what = `${reference}, file ${files.indexOf(file) + 1}`;
  const who = reader.person.id;
  await tools.reading.audit({ at: request.now, who, did: 'opened-file', what, reason: null });
  return download(file.name, read.answer);
}

/** Whatever is in it, a browser saves it and shows nothing of it as a page of ours. */
const download = (name: string, bytes: Uint8Array): HttpResponse => ({
  status: 200,
  headers: {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  },
  body: Buffer.from(bytes),
});

/** As RFC 8187 writes a name: what `encodeURIComponent` leaves and it does not allow, too. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const noFile = (tools: ConsoleTools, reader: Reader, reference: string): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 404, {
    heading: 'We can’t find that file',
    says: ['The request is there, but it has no file of that name.'],
    links: [{ text: 'Back to the request', href: requestAddress(reference) }],
  });
