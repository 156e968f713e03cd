/** What a colleague does with a question of staff: takes it, answers it, closes it. Staff are told of each. */
import { z } from 'zod';
import { closedNotice, messageNotice, takenNotice } from '../conversation/handover-shown';
import type { Colleague, Done, Handover } from '../conversation/handovers';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { handoverAddress } from './handover-list';
import { handoverPage, noHandover, readHandover, type Found } from './handover-page';
import { notice } from './notice';

const LONGEST_REPLY = 2000;

const Form = z.object({
  do: z.enum(['take', 'answer', 'close']),
  /** Who had it when the page was drawn; empty where nobody had. */
  from: z.string().max(200).default(''),
  /** Made when the page was drawn. */
  message: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional()
    .catch(undefined),
  note: z.string().default(''),
});
type Form = z.infer<typeof Form>;

export async function changeHandover(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = Form.safeParse(request.body).data;
  if (form === undefined) return seeOther(handoverAddress(request.params.reference ?? ''));
  const found = await readHandover(tools, request, reader);
  if (found === undefined) return noHandover(tools, reader);
  switch (form.do) {
    case 'take':
      return take(tools, request, reader, found, form);
    case 'answer':
      return answer(tools, request, reader, found, form);
    case 'close':
      return close(tools, request, reader, found, form);
  }
}

const colleague = ({ person: { id, name } }: Reader): Colleague => ({ id, name });

async function take(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { handover }: Found,
  form: Form,
): Promise<HttpResponse> {
  const by = colleague(reader);
  const from = form.from === '' ? null : form.from;
  // The page was drawn when somebody else had it, or nobody: whoever has it now is not passed over.
  const isAsDrawn = (handover.state === 'taken' ? handover.takenBy?.id : null) === from;
  if (!isAsDrawn) return after(tools, request, reader, 'overtaken', form);
  const told = takenNotice(handover, by);
  const done = await tools.handovers.take(handover.id, by, from, told, request.now);
  return after(tools, request, reader, done, form);
}

async function answer(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  found: Found,
  form: Form,
): Promise<HttpResponse> {
  const text = form.note.replaceAll('\r\n', '\n').trim();
  const back = (problem: string) =>
    handoverPage(tools, request, reader, found, { problem, note: form.note }, 422);
  if (text === '') return back('Write your reply');
  if (text.length > LONGEST_REPLY) return back(`Write at most ${LONGEST_REPLY} characters`);
  if ((await tools.directory.person(found.handover.person)) === undefined)
    return back('They have left the staff directory, so they cannot read it');
  const by = colleague(reader);
  const { id } = found.handover;
  const message = { id: form.message ?? tools.newId(), text };
  const told = messageNotice(id, by, text);
  const done = await tools.handovers.answer(id, by, message, told, request.now);
  return after(tools, request, reader, done, form);
}

async function close(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { handover }: Found,
  form: Form,
): Promise<HttpResponse> {
  const by = colleague(reader);
  const told = closedNotice(handover, by);
  const done = await tools.handovers.close(handover.id, by, told, request.now);
  return after(tools, request, reader, done, form);
}

/** Written down where it was done; and otherwise who was quicker, with what was written. */
async function after(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  done: Done,
  form: Form,
): Promise<HttpResponse> {
  const reference = request.params.reference ?? '';
  const address = handoverAddress(reference);
  if (done === 'done') {
    const who = reader.person.id;
    await tools.reading.audit({
      at: request.now,
      who,
      did: 'changed-handover',
      what: reference,
      reason: DEEDS[form.do],
    });
    return seeOther(form.do === 'answer' ? `${address}?done=answered` : address);
  }
  const now = (await readHandover(tools, request, reader))?.handover;
  if (now === undefined) return noHandover(tools, reader);
  // Their own press, sent twice: what they wanted is so.
  if (form.do === 'take' && now.state === 'taken' && now.takenBy?.id === reader.person.id)
    return seeOther(address);
  return notice(tools, consoleFrame(reader, 'conversations'), 409, {
    heading: 'Nothing was changed',
    says: [whatIsSo(now)],
    kept: form.note.trim() === '' ? undefined : form.note,
    links: [{ text: `Back to ${reference}`, href: address }],
  });
}

const DEEDS: Readonly<Record<Form['do'], string>> = {
  take: 'Took it',
  answer: 'Replied',
  close: 'Closed it',
};

function whatIsSo({ state, takenBy, closedBy }: Handover): string {
  if (state === 'taken' && takenBy !== null) return `${takenBy.name} has this.`;
  if (state === 'closed') return `It was closed${closedBy === null ? '' : ` by ${closedBy}`}.`;
  return 'Nobody has this now. Take it first.';
}
