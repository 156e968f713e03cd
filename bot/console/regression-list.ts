/** The regression questions, with what came of asking them last. */
import { reviewableBy } from '../directory/people-team';
import type { RegressionQuestion } from '../feedback/regression';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { outcomeWords } from '../wording';
import { OutcomeName } from '../conversation/reply';
import { clausesOf, type Clauses } from './clauses-of';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { organisationFilter } from './organisation-filter';
import { pageIn, pagesOf } from './pages-of';
import { reviewAddress } from './review-queue-page';
import { regressionTag } from './show-led-to';
import { staffGroupInWords } from './staff-groups';
import { whenInWords } from './when';
import { contentFor } from './content-for';

const PAGE = 50;

export async function listRegressions(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, path } = request;
  const organisation = organisationFilter(reader, reader.may.content, query);
  const { questions, total, failed } = await tools.regressions.list(
    await contentFor(tools, reader, organisation.chosen),
    {
      limit: PAGE,
      offset: (pageIn(query) - 1) * PAGE,
    },
  );
  const people = await tools.directory.people();
  const view = {
    now: request.now,
    names: new Map(people.map(({ id, name }) => [id, name])),
    clauses: await clausesByOrganisation(tools, questions),
    mayOpen: await mayOpen(tools, reader),
  };
  const body = tools.render('console/templates/regressions.njk', {
    ...consoleFrame(reader, 'regressions'),
    rows: questions.map((question) => showQuestion(question, reader, view)),
    total,
    failed,
    chosen: query.get('organisation') ?? '',
    message: tools.newId(),
    organisations: organisation.choices,
    ...pagesOf(path, query, Math.ceil(total / PAGE)),
  });
  return page(body);
}

async function clausesByOrganisation(
  tools: ConsoleTools,
  questions: readonly RegressionQuestion[],
): Promise<ReadonlyMap<string, Clauses>> {
  const ids = [...new Set(questions.map(({ organisation }) => organisation))];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await clausesOf(tools, id)] as const)),
  );
}

/** Whether the place where a question came from is this reader's to read. */
async function mayOpen(tools: ConsoleTools, { person, may }: Reader) {
  const within = await reviewableBy(tools.directory, person, may.transcripts);
  return ({ organisation }: RegressionQuestion): boolean =>
    within.organisations.includes(organisation);
}

interface View {
  readonly now: Date;
  readonly names: ReadonlyMap<string, string>;
  readonly clauses: ReadonlyMap<string, Clauses>;
  readonly mayOpen: (question: RegressionQuestion) => boolean;
}

function showQuestion(
  question: RegressionQuestion,
  { organisations }: Reader,
  { now, names, clauses, mayOpen }: View,
) {
  const { id, organisation, interaction, text, staffGroup, by, at, run } = question;
  const nameOf = (clause: string) =>
    clauses.get(organisation)?.at(clause) ?? { id: clause, text: clause, href: undefined };
  return {
    id,
    text,
    group: staffGroupInWords(staffGroup),
    organisation: organisations.get(organisation) ?? organisation,
    clauses: question.clauses.map(nameOf),
    kept: `${names.get(by) ?? by}, ${whenInWords(at, now)}`,
    from: interaction !== null && mayOpen(question) ? reviewAddress(interaction) : undefined,
    tag: regressionTag(run?.passed ?? null),
    ran: run && whenInWords(run.at, now),
    outcome: run && outcomeWords[OutcomeName.parse(run.outcome)],
    cited: run === null || run.passed ? [] : run.cited.map(nameOf),
  };
}
