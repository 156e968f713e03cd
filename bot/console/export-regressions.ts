/** The regression questions as a file of JSON lines, for `ask --batch` or for `evaluate`. */
import type { RegressionQuestion } from '../feedback/regression';
import type { HttpRequest, HttpResponse } from '../http/route';
import type { ConsoleTools, Reader } from './console-parts';
import { organisationFilter } from './organisation-filter';
import { staffGroupInWords } from './staff-groups';
import { contentFor } from './content-for';

const MOST = 100_000;

export async function exportRegressions(
  tools: ConsoleTools,
  { query }: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { chosen } = organisationFilter(reader, reader.may.content, query);
  const { questions } = await tools.regressions.list(await contentFor(tools, reader, chosen), {
    limit: MOST,
    offset: 0,
  });
  const line = query.get('for') === 'evaluate' ? evaluated : asked;
  return {
    status: 200,
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="regression-questions.jsonl"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: questions.map((question) => `${JSON.stringify(line(question))}\n`).join(''),
  };
}

/** `ask` reads what it knows of; the clauses are for whoever compares. */
const asked = ({ id, text, organisation, staffGroup, clauses }: RegressionQuestion) => ({
  id,
  text,
  organisation,
  staffGroup,
  clauses,
});

const evaluated = ({ id, text, staffGroup, clauses }: RegressionQuestion) => ({
  id,
  question: text,
  policies: [
    ...new Set(clauses.map((clause) => clause.replace(/^[^/]*\//, '').replace(/\.\d+$/, ''))),
  ],
  asker: { staffGroup, note: staffGroupInWords(staffGroup) },
});
