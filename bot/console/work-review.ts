/** What a reviewer does with an interaction beside judging it: takes it, notes something, replies to the person. */
import { z } from 'zod';
import { replyNotice, replyText } from '../conversation/reply-to-rating';
import { reviewableBy, type Within } from '../directory/people-team';
import { ReviewState } from '../feedback/review-item';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { MessageName } from '../web/message-name';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { contentTaskAddress } from './content-task-list';
import { formName } from './form-name';
import { notice } from './notice';
import { noReview, reviewAddress } from './review-queue-page';
import { wordsIn } from './words-in';
import { withForm } from './with-form';

const LONGEST_NOTE = 1000;
const LONGEST_REPLY = 2000;

const Words = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());
const Form = z.discriminatedUnion('do', [
  z.object({
    do: z.enum(['take', 'give-back', 'pass-over', 'open-again']),
    /** Who had it when the page was drawn; empty where nobody had. */
    from: z.string().max(200).default(''),
    /** How far it was then. */
    was: ReviewState,
  }),
  z.object({ do: z.literal('note'), message: MessageName, note: Words }),
  z.object({
    do: z.literal('reply'),
    message: MessageName,
    said: Words,
    done: Words,
    /** The content task from whose page it was sent. */
    task: z.string().max(100).optional(),
  }),
]);
type Form = z.infer<typeof Form>;
type Move = Extract<Form, { from: string }>;
type Replied = Extract<Form, { do: 'reply' }>;

export const workReview = withForm(Form, async (tools, request, reader, form) => {
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const interaction = request.params.interaction ?? '';
  const problem = problemWith(form);
  if (problem !== undefined) return notDone(tools, request, reader, 422, problem);
  switch (await act(tools, request, reader, within, form)) {
    case 'done':
      return seeOther(backFrom(form, interaction));
    case 'overtaken':
      return notDone(tools, request, reader, 409, OVERTAKEN[form.do]);
    case 'promised':
      return notDone(tools, request, reader, 409, PROMISED);
    case 'unknown':
      return noReview(tools, request, reader);
  }
});

const backFrom = (form: Form, interaction: string): string =>
  form.do === 'reply' && form.task !== undefined
    ? contentTaskAddress(form.task)
    : reviewAddress(interaction);

const MOVED = 'Somebody else has it by now, or is done with it.';
const PROMISED =
  'They asked for a reply, and we promised one. Send them the reply first; then this one is done.';
const OVERTAKEN: Readonly<Record<Form['do'], string>> = {
  take: MOVED,
  'give-back': MOVED,
  'pass-over': MOVED,
  'open-again': MOVED,
  note: '',
  reply: 'They have had a reply already, so yours was not sent.',
};

function problemWith(form: Form): string | undefined {
  if (form.do === 'note') {
    if (form.note === '') return 'Write your note.';
    return form.note.length > LONGEST_NOTE
      ? `Write at most ${LONGEST_NOTE} characters.`
      : undefined;
  }
  if (form.do !== 'reply') return undefined;
  if (form.done === '') return 'Write what you did, or what the answer is.';
  return form.said.length > LONGEST_REPLY || form.done.length > LONGEST_REPLY
    ? `Write at most ${LONGEST_REPLY} characters in each box.`
    : undefined;
}

type Done = 'done' | 'overtaken' | 'promised' | 'unknown';

async function act(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  within: Within,
  form: Form,
): Promise<Done> {
  const interaction = request.params.interaction ?? '';
  if (form.do === 'reply') return sendReply(tools, request, reader, within, form);
  if (form.do === 'note') {
    const { message, note: text } = form;
    const note = { id: formName(message, text), interaction, by: reader.person.id, text };
    const noted = await tools.reviews.note(within, note, request.now);
    return noted === 'noted' ? 'done' : noted;
  }
  const from = { reviewer: form.from === '' ? null : form.from, state: form.was };
  const by = { now: request.now, who: reader.person.id };
  const moved = await tools.reviews.move(within, interaction, moveTo(form, by.who), from, by);
  return moved === 'moved' ? 'done' : moved;
}

function moveTo(
  { do: move }: Move,
  who: string,
): { readonly state: ReviewState; readonly reviewer: string | null } {
  switch (move) {
    case 'take':
    case 'open-again':
      return { state: 'taken', reviewer: who };
    case 'give-back':
      return { state: 'new', reviewer: null };
    case 'pass-over':
      return { state: 'passed-over', reviewer: who };
  }
}

async function sendReply(
  { reviews }: ConsoleTools,
  { params, now }: HttpRequest,
  { person: { id, name } }: Reader,
  within: Within,
  form: Replied,
): Promise<Done> {
  const interaction = params.interaction ?? '';
  const found = await reviews.read(within, interaction);
  if (found === undefined) return 'unknown';
  const text = replyText(form);
  const done = await reviews.reply(
    within,
    {
      id: formName(form.message, text),
      interaction,
      by: { id, name },
      text,
      notice: replyNotice(found, name, text),
    },
    now,
  );
  return done === 'replied' ? 'done' : done;
}

const notDone = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  status: number,
  says: string,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'reviews'), status, {
    heading: 'Nothing was changed',
    says: [says],
    kept: wordsIn(request),
    links: [{ text: 'Back to the answer', href: reviewAddress(request.params.interaction ?? '') }],
  });
