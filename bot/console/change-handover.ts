/** What a colleague does with a question of staff: takes it, answers it, closes it. Staff are told of each. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { closedNotice, messageNotice, takenNotice } from '../conversation/handover-shown';
import type { Done, Handover } from '../conversation/handovers';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { handoverAddress } from './handover-list';
import { handoverPage, noHandover, readHandover } from './handover-page';
import { notice } from './notice';
import { wordsIn } from './words-in';
import { MessageName } from '../web/message-name';
import { withForm } from './with-form';

const LONGEST_REPLY = 2000;

const Form = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('take'),
    /** Who had it when the page was drawn; empty where nobody had. */
    from: z.string().max(200).default(''),
  }),
  z.object({
    do: z.literal('answer'),
    /** Made when the page was drawn. */
    message: MessageName,
    note: z.string().default(''),
  }),
  z.object({ do: z.literal('close') }),
]);
type Form = z.infer<typeof Form>;
type Reply = Extract<Form, { do: 'answer' }>;

export const changeHandover = withForm(Form, async (tools, request, reader, form) => {
  const found = await readHandover(tools, request, reader);
  if (found === undefined) return noHandover(tools, request, reader);
  if (form.do === 'answer') {
    const problem = await problemWith(tools, found.handover, form);
    if (problem !== undefined)
      return handoverPage(tools, request, reader, found, { problem, note: form.note }, 422);
  }
  const done = await act(tools, reader, found.handover, form, request.now);
  return done === 'done'
    ? writtenDown(tools, request, reader, form)
    : notDone(tools, request, reader, form);
});

async function problemWith(
  { directory }: ConsoleTools,
  { person }: Handover,
  { note }: Reply,
): Promise<string | undefined> {
  const text = textOf(note);
  if (text === '') return 'Write your reply';
  if (text.length > LONGEST_REPLY) return `Write at most ${LONGEST_REPLY} characters`;
  return (await directory.person(person)) === undefined
    ? 'They have left the staff directory, so they cannot read it'
    : undefined;
}

const textOf = (note: string): string => note.replaceAll('\r\n', '\n').trim();

/**
 * The same words sent twice from one page are one reply. Other words sent from it, after going back,
 * are another one.
 */
function messageOf({ message, note }: Reply): { readonly id: string; readonly text: string } {
  const text = textOf(note);
  const digest = createHash('sha256').update(text).digest('hex');
  return { id: `${message}.${digest.slice(0, 16)}`, text };
}

async function act(
  { handovers }: ConsoleTools,
  { person: { id, name } }: Reader,
  handover: Handover,
  form: Form,
  now: Date,
): Promise<Done> {
  const by = { id, name };
  switch (form.do) {
    case 'take': {
      const from = form.from === '' ? null : form.from;
      // The page was drawn when somebody else had it, or nobody: whoever has it now is not passed over.
      const isAsDrawn = (handover.state === 'taken' ? handover.takenBy?.id : null) === from;
      if (!isAsDrawn) return 'overtaken';
      return handovers.take(handover.id, by, from, takenNotice(handover, by), now);
    }
    case 'answer': {
      const message = messageOf(form);
      const notice = messageNotice(handover.id, by, message.text);
      return handovers.answer(handover.id, by, message, notice, now);
    }
    case 'close':
      return handovers.close(handover.id, by, closedNotice(handover, by), now);
  }
}

async function writtenDown(
  { reading }: ConsoleTools,
  { params: { reference: what = '' }, now: at }: HttpRequest,
  { person: { id: who } }: Reader,
  form: Form,
): Promise<HttpResponse> {
  const entry = { at, who, did: 'changed-handover', what, reason: DEEDS[form.do] } as const;
  const isReply = form.do === 'answer';
  await reading.audit({ ...entry, ...(isReply && { once: `${what} ${messageOf(form).id}` }) });
  const address = handoverAddress(what);
  return seeOther(isReply ? `${address}?done=answered` : address);
}

/** Says who was quicker, with what was written. */
async function notDone(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  form: Form,
): Promise<HttpResponse> {
  const reference = request.params.reference ?? '';
  const address = handoverAddress(reference);
  const now = (await readHandover(tools, request, reader))?.handover;
  if (now === undefined) return noHandover(tools, request, reader);
  // Their own press, sent twice: what they wanted is so.
  if (form.do === 'take' && now.state === 'taken' && now.takenBy?.id === reader.person.id)
    return seeOther(address);
  return notice(tools, consoleFrame(reader, 'conversations'), 409, {
    heading: 'Nothing was changed',
    says: [whatIsSo(now)],
    kept: wordsIn(request),
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
