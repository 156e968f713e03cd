/**
 * What every form about a request goes through first: the request as the desk has it now. Nobody
 * works on their own, and where the desk is away what was written is given back.
 */
import type { DeskRequestWithEvents } from '../desk/desk-request';
import type { HttpRequest, HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { noRequest, readRequest } from './request-page';
import { requestAddress } from './request-list';

export async function withRequest(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  act: (seen: DeskRequestWithEvents) => Promise<HttpResponse>,
  whenAway: () => HttpResponse,
): Promise<HttpResponse> {
  const read = await readRequest(tools, request, reader);
  switch (read.kind) {
    case 'found':
      return read.request.requestedBy.id === reader.person.id
        ? ownRequest(tools, reader, read.request.reference)
        : act(read.request);
    case 'missing':
      return noRequest(tools, reader);
    case 'unreachable':
      return whenAway();
  }
}

const ownRequest = (tools: ConsoleTools, reader: Reader, reference: string): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 403, {
    heading: 'This is your own request',
    says: ['Nothing was changed. A colleague must deal with it.'],
    links: [{ text: `Back to ${reference}`, href: requestAddress(reference) }],
  });

/** A call that was not answered may have been carried out, so they look before they send it again. */
export const deskIsAway = (
  tools: ConsoleTools,
  { path }: HttpRequest,
  reader: Reader,
  kept?: string,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 503, {
    heading: 'This may not be saved',
    says: [
      'The people services desk does not answer.',
      'Open the request again in a minute. If your change is not there, make it once more.',
    ],
    kept,
    links: [{ text: 'Open the request again', href: path }],
  });
