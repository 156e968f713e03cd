/**
 * Moves a request on at the desk. The form says which status its reader saw; where somebody else
 * was quicker nothing is changed, and what was written is given back.
 */
import { z } from 'zod';
import { DeskStatus, type DeskRequestWithEvents } from '../desk/desk-request';
import type { StatusChanged } from '../desk/desk-client';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { askDesk } from './ask-desk';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { noRequest, requestPage } from './request-page';
import { requestAddress } from './request-list';
import { mayMove, MOVES } from './show-request';
import { statusTag } from './tags';
import type { Unsent } from './unsent';
import { formOfRequest, notDone, withRequest } from './with-request';
import { changedRequest } from './written-down';

const LONGEST_NOTE = 2000;

const Form = z.object({
  status: DeskStatus.optional().catch(undefined),
  expected: DeskStatus,
  note: z.string().trim().default(''),
});
type Form = z.infer<typeof Form>;

export const changeRequest = formOfRequest(Form, change, keepForLater);

async function change(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  seen: DeskRequestWithEvents,
  form: Form,
): Promise<HttpResponse> {
  const { status, expected, note } = form;
  if (status !== undefined && !mayMove(seen, reader, status))
    return notDone(tools, request, reader, 403, {
      heading: 'You sent this request by phone',
      says: 'Nothing was changed. A colleague must decide whether it is approved.',
    });
  const back = (problem: string, at: 'status' | 'note') =>
    requestPage(tools, request, reader, seen, unsentMove(form, problem, at), 422);
  if (status === undefined) return back('Choose what happens to this request', 'status');
  if (note.length > LONGEST_NOTE) return back(`Write at most ${LONGEST_NOTE} characters`, 'note');

  const wanted = { status, expected, by: reader.person.name, ...(note === '' ? {} : { note }) };
  const answered = await askDesk<StatusChanged>(tools, request, () =>
    tools.desk.changeStatus(seen.reference, wanted, request.signal),
  );
  if (answered.kind === 'unreachable') return keepForLater(tools, request, reader, form);
  const changed = answered.answer;
  switch (changed.kind) {
    case 'changed':
      await changedRequest(
        tools,
        request,
        reader,
        changed,
        `${statusTag(expected).text} → ${statusTag(status).text}`,
      );
      return seeOther(`${requestAddress(seen.reference)}?changed=${status}`);
    case 'note-needed':
      return back('Say why it is not approved', 'note');
    case 'changed-meanwhile':
    case 'overtaken':
    case 'not-allowed':
      return overtaken(tools, request, reader, form);
    case 'unknown-request':
      return noRequest(tools, request, reader);
  }
}

const unsentMove = ({ status, note }: Form, problem: string, at: 'status' | 'note'): Unsent => ({
  move: { problem, at, chosen: status ?? '', note },
});

/** Shows the request as it is now, with what this agent had written. */
const overtaken = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  form: Form,
): Promise<HttpResponse> =>
  withRequest(
    tools,
    request,
    reader,
    (now) => {
      const is = statusTag(now.status).text.toLowerCase();
      const problem = `This request was changed meanwhile: it is now ${is}. Your change was not saved.`;
      return requestPage(tools, request, reader, now, unsentMove(form, problem, 'status'), 409);
    },
    () => keepForLater(tools, request, reader, form),
  );

/** The desk is away: the same form once more, with what was chosen and written, to press again. */
async function keepForLater(
  tools: ConsoleTools,
  { path, params }: HttpRequest,
  reader: Reader,
  { status, expected, note }: Form,
): Promise<HttpResponse> {
  const body = tools.render('console/templates/request-unsent.njk', {
    ...consoleFrame(reader, 'requests'),
    hasErrors: true,
    path,
    reference: params.reference,
    status,
    move: status && MOVES[status],
    expected,
    note,
  });
  return page(body, 503);
}
