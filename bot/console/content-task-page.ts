/** One task of a policy owner: what led to it, how far it is; and once it is closed, a reply to each who asked for one. */
import { z } from 'zod';
import { london } from '../calendar/days';
import { reviewableBy } from '../directory/people-team';
import { ContentTaskState, NEXT_STATES, type ContentTask } from '../feedback/content-task';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { wording } from '../wording';
import { newRuleAddress, wordingAddress } from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { CONTENT_TASKS, contentTaskAddress, showTask, TASK_TAGS } from './content-task-list';
import { createMask } from './mask';
import { notice } from './notice';
import { outOfDate } from './not-taken';
import { reviewAddress } from './review-queue-page';
import type { Reviewed } from './reviews';
import { shorten } from './shorten';
import { whenInWords } from './when';
import { wordsIn } from './words-in';
import { withForm } from './with-form';
import { contentFor } from './content-for';

const LONGEST_REASON = 500;
/** Of one task: what led to it, newest first. */
const MOST_ANSWERS = 20;

const Form = z.object({
  state: ContentTaskState.optional().catch(undefined),
  from: ContentTaskState,
  reason: z.string().trim().default(''),
});

export async function showContentTask(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const task = await taskOf(tools, request, reader);
  return task === undefined
    ? noTask(tools, request, reader)
    : taskPage(tools, request, reader, task);
}

const taskOf = async (
  tools: ConsoleTools,
  { params }: HttpRequest,
  reader: Reader,
): Promise<ContentTask | undefined> =>
  tools.contentTasks.find(await contentFor(tools, reader), params.task ?? '');

async function taskPage(
  tools: ConsoleTools,
  { now }: HttpRequest,
  reader: Reader,
  task: ContentTask,
  unsent?: { readonly problem: string; readonly at: string; readonly reason: string },
): Promise<HttpResponse> {
  const { changedBy, changedAt } = task;
  const body = tools.render('console/templates/content-task.njk', {
    ...consoleFrame(reader, 'content'),
    task: showTask(tools, reader, task, now),
    id: task.id,
    address: contentTaskAddress(task.id),
    from: task.state,
    states: NEXT_STATES[task.state].map((value) => ({
      value,
      text: TASK_TAGS[value].text,
    })),
    changed: changedAt && {
      by: (await tools.directory.person(changedBy ?? ''))?.name ?? changedBy,
      when: whenInWords(changedAt, now),
    },
    isClosed: task.state === 'done' || task.state === 'will-not-be-done',
    answers: await answersOf(tools, reader, task, now),
    newId: tools.newId,
    ownRules: await ownRulesOf(tools, reader, task),
    newRule: reader.may.wording.includes(task.organisation)
      ? newRuleAddress(task.policy, { organisation: task.organisation })
      : null,
    hasErrors: unsent !== undefined,
    unsent,
  });
  return page(body, unsent === undefined ? 200 : 422);
}

/** Which of its rules can be changed right away; the national text is for its owner. */
async function ownRulesOf(
  { variations }: ConsoleTools,
  { may }: Reader,
  { organisation, policy }: ContentTask,
) {
  if (!may.wording.includes(organisation)) return [];
  return (await variations.current(organisation))
    .filter((own) => own.policy === policy)
    .map(({ id, heading }) => ({ heading, href: wordingAddress(id) }));
}

/** Only those that are this reader's to read: a policy owner need not be a reviewer. */
async function answersOf(tools: ConsoleTools, reader: Reader, task: ContentTask, now: Date) {
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const mask = createMask(await tools.directory.people(), london(now).year);
  const found = await Promise.all(
    task.answers
      .slice(0, MOST_ANSWERS)
      .map(({ interaction }) => tools.reviews.read(within, interaction)),
  );
  const title = tools.policies.policy(task.policy)?.meta.title ?? task.policy;
  return found.flatMap((one: Reviewed | undefined) => {
    if (one === undefined) return [];
    const { reasons } = wording.feedback;
    return {
      href: reviewAddress(one.interaction.id),
      said: one.said === null ? null : shorten(mask(one.said)),
      waits: one.reply === 'asked',
      youSaid: [
        ...(one.reason === null ? [] : [reasons[one.reason]]),
        ...(one.comment === null ? [] : [mask(one.comment)]),
      ].join('. '),
      weDid: task.state === 'done' ? wording.feedback.reply.policyChanged(title) : '',
    };
  });
}

export const moveContentTask = withForm(Form, async (tools, request, reader, form) => {
  const task = await taskOf(tools, request, reader);
  if (task === undefined) return noTask(tools, request, reader);
  const { state, from, reason } = form;
  const back = (problem: string, at: string) =>
    taskPage(tools, request, reader, task, { problem, at, reason });
  if (state === undefined) return back('Choose what happens to this task', 'state');
  if (state === 'will-not-be-done' && reason === '')
    return back('Say why it will not be done', 'reason');
  if (reason.length > LONGEST_REASON)
    return back(`Write at most ${LONGEST_REASON} characters`, 'reason');
  if (task.state !== state && !NEXT_STATES[from].includes(state))
    return outOfDate(tools, request, reader, 422);
  const to = { state, reason: reason === '' ? null : reason };
  const by = { now: request.now, who: reader.person.id };
  const within = await contentFor(tools, reader);
  const done = await tools.contentTasks.move(within, task.id, to, from, by);
  // Their own press, sent twice: what they wanted is so.
  return done === 'moved' || task.state === state
    ? seeOther(contentTaskAddress(task.id))
    : overtaken(tools, request, reader, task);
});

const overtaken = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { id, state }: ContentTask,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'content'), 409, {
    heading: 'Nothing was changed',
    says: [`A colleague was quicker. It is “${TASK_TAGS[state].text}” by now.`],
    kept: wordsIn(request),
    links: [{ text: 'Back to the task', href: contentTaskAddress(id) }],
  });

/** The same words whether it does not exist or is not this reader's. */
const noTask = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'content'), 404, {
    heading: 'We can’t find that task',
    says: ['The address may be wrong, or it may belong to another organisation.'],
    kept: wordsIn(request),
    links: [{ text: 'See all content tasks', href: CONTENT_TASKS }],
  });
