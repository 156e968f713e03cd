/**
 * Asks the regression questions anew, or removes one. They are asked one after the other, so that
 * a turn of the chat waits for one answer at the most.
 */
import { z } from 'zod';
import { today } from '../calendar/days';
import { FULL_TIME_HOURS } from '../conversation/asking';
import { passes, type RegressionQuestion } from '../feedback/regression';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { organisationFilter } from './organisation-filter';
import { REGRESSIONS } from './show-led-to';
import { withForm } from './with-form';
import { contentFor } from './content-for';

/** Of one press: what was asked longest ago comes first, so pressing again goes on. */
const MOST_AT_ONCE = 500;

const Form = z.discriminatedUnion('do', [
  z.object({ do: z.literal('run'), organisation: z.string().max(100).default('') }),
  z.object({ do: z.literal('remove'), question: z.string().max(100) }),
]);

export const workRegressions = withForm(Form, async (tools, request, reader, form) => {
  if (form.do === 'remove') {
    const within = await contentFor(tools, reader);
    const { id } = reader.person;
    // Pressed twice, it is gone as it was wanted.
    await tools.regressions.remove(within, form.question, id, request.now);
    return seeOther(REGRESSIONS);
  }
  const query = new URLSearchParams({ organisation: form.organisation });
  const { chosen } = organisationFilter(reader, reader.may.content, query);
  const questions = await tools.regressions.toRun(
    await contentFor(tools, reader, chosen),
    MOST_AT_ONCE,
  );
  try {
    for (const question of questions) await run(tools, request, question);
  } catch (error) {
    tools.log.error({ event: 'console.regressions-failed', request: request.id }, error);
    return stopped(tools, reader);
  }
  const at = form.organisation === '' ? '' : `?${query.toString()}`;
  return seeOther(`${REGRESSIONS}${at}#results`);
});

/** As `ask --batch` asks it: by somebody of the organisation who works full time. */
async function run(
  { answering, regressions }: ConsoleTools,
  { now, signal }: HttpRequest,
  question: RegressionQuestion,
): Promise<void> {
  const { id, text, organisation, staffGroup } = question;
  const outcome = await answering.answer(
    {
      text,
      before: null,
      organisation,
      staffGroup,
      pointOfView: 'staff',
      on: today(now),
      particulars: { weeklyHours: FULL_TIME_HOURS },
    },
    signal,
  );
  const cited = 'citations' in outcome ? outcome.citations.map(({ clause }) => clause) : [];
  const passed = passes(question, outcome.kind, cited);
  await regressions.ran(id, { at: now, outcome: outcome.kind, cited, passed });
}

const stopped = (tools: ConsoleTools, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'regressions'), 503, {
    heading: 'Not all questions were asked',
    says: [
      'The policies did not answer in time. What was asked until then is kept.',
      'Wait a minute and press “Run now” again. It goes on with those that were asked longest ago.',
    ],
    links: [{ text: 'Back to the regression questions', href: REGRESSIONS }],
  });
