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
import type { ConsoleTools, Reader } from './console-parts';
import { requestAddress } from './request-list';
import { noRequest, requestPage } from './request-page';
import { formOfRequest, withRequest } from './with-request';
import { changedRequest } from './written-down';

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

export const changeExpected = formOfRequest(Form, change);

async function change(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  shown: DeskRequestWithEvents,
  form: Form,
): Promise<HttpResponse> {
  const unsent = (problem: string, at: 'day' | 'note') => ({ day: { problem, at, ...form } });
  const back = (problem: string, at: 'day' | 'note', status = 422) =>
    requestPage(tools, request, reader, shown, unsent(problem, at), status);
  /** As it is now, with what this agent had written. */
  const again = (problem: string) =>
    withRequest(tools, request, reader, (now) =>
      requestPage(tools, request, reader, now, unsent(problem, 'day'), 409),
    );
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
      await changedRequest(tools, request, reader, changed, `Expected by ${longDay(expectedBy)}`);
      return seeOther(`${requestAddress(shown.reference)}?expected=${expectedBy}`);
    case 'moved-meanwhile': {
      const day = changed.expectedBy === null ? 'another day' : longDay(changed.expectedBy);
      return again(`Somebody changed this meanwhile, to ${day}. Yours was not saved`);
    }
    case 'same-day':
      return back('Choose a day other than the one it has', 'day');
    case 'day-has-passed':
      return back('Choose today or a later day', 'day');
    case 'has-ended':
      return again('This request has ended meanwhile. Nothing was changed');
    case 'unknown-request':
      return noRequest(tools, request, reader);
  }
}
