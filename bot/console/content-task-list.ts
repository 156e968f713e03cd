/** The tasks of policy owners: what people asked for and no clause says, or says plainly enough. */
import type { ContentTask, ContentTaskState, GapCause } from '../feedback/content-task';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { organisationFilter } from './organisation-filter';
import { pageIn, pagesOf } from './pages-of';
import type { Tag } from './tags';
import { whenInWords } from './when';
import { contentFor } from './content-for';

const PAGE = 25;
export const CONTENT_TASKS = '/console/content-tasks';

export const contentTaskAddress = (id: string): string =>
  `${CONTENT_TASKS}/${encodeURIComponent(id)}`;

const GAP_WORDS: Readonly<Record<GapCause, string>> = {
  'clause-missing': 'A clause is missing',
  'clause-unclear': 'A clause is not clear',
};
export const TASK_TAGS: Readonly<Record<ContentTaskState, Tag>> = {
  open: { text: 'Open', colour: 'blue' },
  'being-written': { text: 'Being written', colour: 'yellow' },
  done: { text: 'Done', colour: 'green' },
  'will-not-be-done': { text: 'Will not be done', colour: 'grey' },
};

export async function listContentTasks(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, path, now } = request;
  const organisation = organisationFilter(reader, reader.may.content, query);
  const show = query.get('show') === 'closed' ? 'closed' : 'open';
  const within = await contentFor(tools, reader, organisation.chosen);
  const { tasks, total } = await tools.contentTasks.list(within, show, {
    limit: PAGE,
    offset: (pageIn(query) - 1) * PAGE,
  });
  const body = tools.render('console/templates/content-tasks.njk', {
    ...consoleFrame(reader, 'content'),
    rows: tasks.map((task) => showTask(tools, reader, task, now)),
    total,
    shows: [
      { value: 'open', text: 'Still open', selected: show === 'open' },
      { value: 'closed', text: 'Closed', selected: show === 'closed' },
    ],
    isClosed: show === 'closed',
    organisations: organisation.choices,
    ...pagesOf(path, query, Math.ceil(total / PAGE)),
  });
  return page(body);
}

export const showTask = (
  { policies }: Pick<ConsoleTools, 'policies'>,
  { organisations }: Reader,
  task: ContentTask,
  now: Date,
) => ({
  href: contentTaskAddress(task.id),
  policy: policies.policy(task.policy)?.meta.title ?? task.policy,
  policyHref: `/policies/${task.policy}`,
  gap: GAP_WORDS[task.cause],
  owner: task.owner,
  organisation: organisations.get(task.organisation) ?? task.organisation,
  state: TASK_TAGS[task.state],
  reason: task.reason,
  opened: whenInWords(task.at, now),
  answers: task.answers.length,
  waiting: task.answers.filter(({ waitsForReply }) => waitsForReply).length,
});
