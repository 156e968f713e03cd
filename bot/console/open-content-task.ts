/** A gap that a reviewer found becomes a task for the owner of the policy, in one press. */
import { z } from 'zod';
import { reviewableBy } from '../directory/people-team';
import { isGap } from '../feedback/content-task';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { MessageName } from '../web/message-name';
import { CONTENT_TASKS } from './content-task-list';
import type { ConsoleTools, Reader } from './console-parts';
import { outOfDate } from './not-taken';
import { noReview } from './review-queue-page';

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
    id: form.message,
    interaction: found.interaction.id,
    policy: policy.meta.id,
    cause,
    owner: policy.meta.owner,
    by: reader.person.id,
  };
  const opened = await tools.contentTasks.open(within, task, request.now);
  return opened === 'opened' ? seeOther(CONTENT_TASKS) : noReview(tools, request, reader);
}
