/** What a reviewer found of an answer. */
import { z } from 'zod';
import { reviewableBy } from '../directory/people-team';
import { CAUSES, VERDICTS, type Verdict } from '../feedback/verdict';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { formName } from './form-name';
import { notice } from './notice';
import { noTranscript, transcriptAddress } from './transcript-page';
import { wordsIn } from './words-in';
import { MessageName } from '../web/message-name';
import { withForm } from './with-form';

const LONGEST_NOTE = 1000;

const Form = z.object({
  interaction: z.string().min(1).max(100),
  /** Made when the page was drawn. */
  message: MessageName,
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  cause: z.enum(CAUSES).optional().catch(undefined),
  note: z.string().trim().default(''),
});
type Form = z.infer<typeof Form>;

export const takeReview = withForm(Form, async (tools, request, reader, form) => {
  const back = `${transcriptAddress(request)}#review-${encodeURIComponent(form.interaction)}`;
  const read = verdictIn(form, request, reader);
  if (typeof read === 'string') return notKept(tools, request, reader, read, back);
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const done = await tools.reviews.judge(within, read);
  return done === 'judged' ? seeOther(back) : noTranscript(tools, request, reader);
});

/** @returns what is wrong, where it is no verdict yet */
function verdictIn(
  { interaction, message, verdict, cause, note }: Form,
  { now }: HttpRequest,
  { person }: Reader,
): Verdict | string {
  if (verdict === undefined) return 'Choose whether the answer was right, partly right or wrong.';
  if (verdict !== 'right' && cause === undefined) return 'Choose what was the matter.';
  if (note.length > LONGEST_NOTE) return `Write at most ${LONGEST_NOTE} characters.`;
  return {
    id: formName(message, interaction, verdict, cause ?? null, note),
    interaction,
    reviewer: person.id,
    at: now.toISOString(),
    verdict,
    cause: verdict === 'right' ? null : (cause ?? null),
    note: note === '' ? null : note,
  };
}

const notKept = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  problem: string,
  back: string,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'transcripts'), 422, {
    heading: 'Your review is not kept yet',
    says: [problem],
    kept: wordsIn(request),
    links: [{ text: 'Back to the answer', href: back }],
  });
