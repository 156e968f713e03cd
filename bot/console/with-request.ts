/**
 * What every form about a request goes through first: it is read, and then the request as the desk
 * has it now. Nobody works on their own, and what was written and went nowhere is given back.
 */
import type { z } from 'zod';
import type { DeskRequestWithEvents } from '../desk/desk-request';
import type { HttpRequest, HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { noRequest, readRequest } from './request-page';
import { requestAddress } from './request-list';
import { withForm } from './with-form';
import { wordsIn } from './words-in';

type Answer<More extends unknown[]> = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  ...more: More
) => Promise<HttpResponse>;

/** @param whenAway what is said where the desk does not answer */
export const formOfRequest = <Form>(
  shape: z.ZodType<Form>,
  act: Answer<[DeskRequestWithEvents, Form]>,
  whenAway: Answer<[Form]> = deskIsAway,
): Answer<[]> =>
  withForm(shape, (tools, request, reader, form) =>
    withRequest(
      tools,
      request,
      reader,
      (seen) => act(tools, request, reader, seen, form),
      () => whenAway(tools, request, reader, form),
    ),
  );

export async function withRequest(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  act: (seen: DeskRequestWithEvents) => Promise<HttpResponse>,
  whenAway: () => Promise<HttpResponse> = () => deskIsAway(tools, request, reader),
): Promise<HttpResponse> {
  const read = await readRequest(tools, request, reader);
  switch (read.kind) {
    case 'found':
      return read.request.requestedBy.id === reader.person.id
        ? notDone(tools, request, reader, 403, {
            heading: 'This is your own request',
            says: 'Nothing was changed. A colleague must deal with it.',
          })
        : act(read.request);
    case 'missing':
      return noRequest(tools, request, reader);
    case 'unreachable':
      return whenAway();
  }
}

/** Says why, with what was written, and leads back. */
export const notDone = async (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  status: number,
  { heading = 'Nothing was changed', says }: { readonly heading?: string; readonly says: string },
): Promise<HttpResponse> => {
  const reference = request.params.reference ?? '';
  return notice(tools, consoleFrame(reader, 'requests'), status, {
    heading,
    says: [says],
    kept: wordsIn(request),
    links: [{ text: `Back to ${reference}`, href: requestAddress(reference) }],
  });
};

/** A call that was not answered may have been carried out, so they look before they send it again. */
export async function deskIsAway(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  return notice(tools, consoleFrame(reader, 'requests'), 503, {
    heading: 'This may not be saved',
    says: [
      'The people services desk does not answer.',
      'Open the request again in a minute. If your change is not there, make it once more.',
    ],
    kept: wordsIn(request),
    links: [{ text: 'Open the request again', href: request.path }],
  });
}
