/** A gap that a reviewer found becomes a task for the owner of the policy, in one press. */
import { z } from 'zod';
import { reviewableBy } from '../directory/people-team';
import { isGap } from '../feedback/content-task';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { MessageName } from '../web/message-name';
import { CONTENT_TASKS } from './content-task-list';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { formName } from './form-name';
import { notice } from './notice';
import { outOfDate } from './not-taken';
import { noReview, reviewAddress } from './review-queue-page';

const Form = z.object({ message: MessageName, policy: z.string().max(100) });

export async function openContentTask(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = Form.safeParse(request.body).data;
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const found = await tools.reviews.read(within, request.params.interaction ?? '');
  if (found === undefined) return noReview(tools, request, reader);
  const policy = form && tools.policies.policy(form.policy);
  const cause = found.verdict?.cause;
  if (form === undefined || policy === undefined || !isGap(cause))
    return outOfDate(tools, request, reader, 422);
  const task = {
    id: formName(form.message, found.interaction.id, policy.meta.id),
    interaction: found.interaction.id,
    policy: policy.meta.id,
    cause,
    owner: policy.meta.owner,
    by: reader.person.id,
  };
  const opened = await tools.contentTasks.open(within, task, request.now);
  if (opened === 'closed') return closedMeanwhile(tools, request, reader);
  return opened === 'opened' ? seeOther(CONTENT_TASKS) : noReview(tools, request, reader);
}

const closedMeanwhile = (
  tools: ConsoleTools,
  { params }: HttpRequest,
  reader: Reader,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'content'), 409, {
    heading: 'No task was opened',
    says: [
      'The task that this page opened before is closed by now.',
      'If the gap is still there, open the answer again and press the button once more.',
    ],
    links: [
      { text: 'Back to the answer', href: reviewAddress(params.interaction ?? '') },
      { text: 'See closed tasks', href: `${CONTENT_TASKS}?show=closed` },
    ],
  });
