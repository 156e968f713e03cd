/**
 * The published cells of one organisation as files, for reporting that can be compared: those of
 * the twelve months that the page is about, and nothing besides.
 */
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { FEWEST } from '../../feedback/measures/suppression';
import type { HttpRequest, HttpResponse } from '../../http/route';
import { json } from '../../http/route';
import type { ConsoleTools, Reader } from '../console-parts';
import { chosenBy, type Chosen, type MeasuresTools } from './choose-measures';
import { nameOf } from './name-cells';
import { noMeasures } from './no-measures';

const Row = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('The calendar month, such as 2026-10.'),
  organisation: z.string().describe('The employer, by its id.'),
  organisationName: z.string().describe('What it is called.'),
  dimension: z
    .string()
    .describe(
      'What is counted: whole, outcome, answer, element, topic, rated, rating, reviewed, verdict, turn, service or time.',
    ),
  category: z.string().describe('Which of it, by its id.'),
  name: z.string().describe('What that is called.'),
  partOf: z
    .string()
    .nullable()
    .describe(
      'The cell that this one is a part of, as dimension:category. All parts of one dimension add up to it. Null for a whole.',
    ),
  count: z
    .int()
    .nonnegative()
    .nullable()
    .describe(
      `How many. Null where it is hidden: fewer than ${FEWEST} people are behind it, or it would give away such a count. Cells of which the whole is hidden are left out.`,
    ),
  partOfMonth: z
    .boolean()
    .nullable()
    .describe(
      'True where counting began within the month, so that it cannot be compared with whole ones. Null where that was not written down.',
    ),
  behind: z
    .enum(['people', 'questions'])
    .describe(
      `Of what at least ${FEWEST} are behind each count: people, or in months published before that rule, questions.`,
    ),
});

const Export = z.strictObject({
  standard: z.literal('people-services-measures'),
  version: z.literal(2),
  fewest: z.literal(FEWEST).describe('No count with fewer people behind it is published.'),
  cells: z.array(Row),
});

type Format = 'csv' | 'json';

export const exportAddress = (
  format: Format,
  { organisation, month }: Pick<Chosen, 'organisation' | 'month'>,
): string =>
  `/console/measures/export.${format}?${new URLSearchParams({ organisation, month }).toString()}`;

export const exportAs =
  (format: Format) =>
  async (
    tools: MeasuresTools & Pick<ConsoleTools, 'render'>,
    request: Pick<HttpRequest, 'query' | 'now'>,
    reader: Reader,
  ): Promise<HttpResponse> => {
    const chosen = await chosenBy(tools, request, reader);
    if (chosen === undefined) return noMeasures(tools, reader);
    const rows = await rowsOf(tools, reader, chosen);
    const name = `measures-${chosen.organisation}-${chosen.month}.${format}`;
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    return {
      status: 200,
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
      body: format === 'csv' ? csvOf(rows) : jsonOf(rows),
    };
  };

export const showSchema = async (): Promise<HttpResponse> =>
  json({ title: 'Measures of people services', ...z.toJSONSchema(Export) });

type Row = z.infer<typeof Row>;

async function rowsOf(
  { measures, policies }: MeasuresTools,
  { organisations }: Reader,
  { organisation, months: [first = ''], month: last }: Chosen,
): Promise<readonly Row[]> {
  const published = await measures.read([organisation], first, last);
  return published.flatMap((of) =>
    of.cells.map(({ id, partOf, count }) => {
      const [dimension = '', category = ''] = id.split(':');
      return {
        month: of.month,
        organisation,
        organisationName: organisations.get(organisation) ?? organisation,
        dimension,
        category,
        name: nameOf(id, policies),
        partOf,
        count,
        partOfMonth: of.version === 2 ? of.isPart : null,
        behind: of.version === 2 ? ('people' as const) : ('questions' as const),
      };
    }),
  );
}

const csvOf = (rows: readonly Row[]): string =>
  stringify([...rows], {
    header: true,
    columns: Object.keys(Row.shape),
    cast: { boolean: String },
  });

const jsonOf = (cells: readonly Row[]): string =>
  JSON.stringify({ standard: 'people-services-measures', version: 2, fewest: FEWEST, cells });
