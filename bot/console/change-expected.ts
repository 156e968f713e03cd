/**
 * Gives a request another day by which it is expected, with the reason that its requester reads.
 * What was written is given back with what was wrong, and nothing is changed then.
 */
import { z } from 'zod';
import { dateFrom } from './date-from';
import { longDay, today } from '../calendar/days';
import type { DayChanged } from '../desk/desk-client';
import type { DeskRequestWithEvents } from '../desk/desk-request';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { askDesk } from './ask-desk';
import { ownRequest } from './change-request';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { requestAddress } from './request-list';
import { noRequest, readRequest, requestPage, type UnsentDay } from './request-page';

const LONGEST_REASON = 2000;

const Form = z.object({
  day: z.string().trim().default(''),
  month: z.string().trim().default(''),
  year: z.string().trim().default(''),
  /** The day that the page showed; empty where there was none. */
  seen: z.iso.date().or(z.literal('')).default(''),
  note: z.string().trim().default(''),
});
type Form = z.infer<typeof Form>;

/** Both forms of the page go to its own address, so that it can be opened again after either. */
export const isAboutTheDay = ({ body }: HttpRequest): boolean =>
  z.looseObject({ form: z.literal('expected') }).safeParse(body).success;

export async function changeExpected(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = Form.safeParse(request.body).data;
  if (form === undefined) return seeOther(requestAddress(request.params.reference ?? ''));
  const read = await readRequest(tools, request, reader);
  switch (read.kind) {
    case 'found':
      return change(tools, request, reader, read.request, form);
    case 'missing':
      return noRequest(tools, reader);
    case 'unreachable':
      return keepForLater(tools, request, reader, form);
  }
}

async function change(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  shown: DeskRequestWithEvents,
  form: Form,
): Promise<HttpResponse> {
  if (shown.requestedBy.id === reader.person.id) return ownRequest(tools, reader, shown.reference);
  const back = (problem: string, at: UnsentDay['at'], status = 422) =>
    requestPage(tools, request, reader, shown, { day: { problem, at, ...form } }, status);
  /** As it is now, with what this agent had written. */
  const again = async (problem: string) => {
    const read = await readRequest(tools, request, reader);
    return read.kind === 'found'
      ? requestPage(
          tools,
          request,
          reader,
          read.request,
          { day: { problem, at: 'day', ...form } },
          409,
        )
      : keepForLater(tools, request, reader, form);
  };
  const expectedBy = dateFrom(form);
  if (expectedBy === undefined) return back('Enter a day that there is, such as 8 3 2027', 'day');
  if (expectedBy < today(request.now)) return back('Choose today or a later day', 'day');
  if (form.note === '') return back('Say why the day is another one', 'note');
  if (form.note.length > LONGEST_REASON) {
    return back(`Write at most ${LONGEST_REASON} characters`, 'note');
  }
  const wanted = {
    expectedBy,
    seen: form.seen === '' ? null : form.seen,
    by: reader.person.name,
    note: form.note,
  };
  const answered = await askDesk<DayChanged>(tools, request, () =>
    tools.desk.expect(shown.reference, wanted, request.signal),
  );
  if (answered.kind === 'unreachable') {
    return back('The desk does not answer. Try again in a minute: it happens once', 'day', 503);
  }
  const changed = answered.answer;
  switch (changed.kind) {
    case 'changed':
      await writeDown(tools, request, reader, shown, expectedBy);
      return seeOther(`${requestAddress(shown.reference)}?expected=${expectedBy}`);
    case 'moved-meanwhile': {
      const day = changed.expectedBy === null ? 'another day' : longDay(changed.expectedBy);
      return again(`Somebody changed this meanwhile, to ${day}. Yours was not saved`);
    }
    case 'day-has-passed':
      return back('Choose today or a later day', 'day');
    case 'has-ended':
      return again('This request has ended meanwhile. Nothing was changed');
    case 'unknown-request':
      return noRequest(tools, reader);
  }
}

const keepForLater = (
  tools: ConsoleTools,
  { path }: HttpRequest,
  reader: Reader,
  { note: kept }: Form,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 503, {
    heading: 'The day was not changed',
    says: ['The people services desk does not answer. Open the page again in a minute.'],
    kept,
    links: [{ text: 'Open the page again', href: path }],
  });

const writeDown = (
  { reading }: ConsoleTools,
  { now: at }: HttpRequest,
  { person: { id: who } }: Reader,
  { reference: what }: DeskRequestWithEvents,
  expectedBy: string,
): Promise<void> => {
  const reason = `Expected by ${longDay(expectedBy)}`;
  return reading.audit({ at, who, did: 'changed-request', what, reason });
};
