/** Measures: what was published of each month, as tables with a picture of the trend. */
import { longDay } from '../../calendar/days';
import { monthsAfter, monthsFrom, newestMonth, publishedOn } from '../../feedback/measures/months';
import { FEWEST } from '../../feedback/measures/suppression';
import type { HttpRequest, HttpResponse } from '../../http/route';
import { page } from '../../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from '../console-parts';
import { chosenBy, type Chosen, type MeasuresTools } from './choose-measures';
import { drawTrend } from './draw-trend';
import { exportAddress } from './export-measures';
import { nameOf } from './name-cells';
import { noMeasures } from './no-measures';
import { longMonth } from './say-figures';
import { noSheet, sheetOf, type Sheet } from './sheets';
import { elements, requestsDone, sideBySide, topics } from './tables-of-one-month';
import { tablesOfMonths, type Table } from './tables-of-months';

export async function showMeasures(
  tools: MeasuresTools & Pick<ConsoleTools, 'render'>,
  request: Pick<HttpRequest, 'query' | 'now'>,
  reader: Reader,
): Promise<HttpResponse> {
  const chosen = await chosenBy(tools, request, reader);
  if (chosen === undefined) return noMeasures(tools, reader);
  const { organisations, may } = reader;
  const next = monthsAfter(newestMonth(request.now), 1);
  const { months, organisation } = chosen;
  const read = await tools.measures.read([organisation], months[0] ?? chosen.month, chosen.month);
  const sheets = read.map(sheetOf);
  const body = tools.render('console/templates/measures.njk', {
    ...consoleFrame(reader, 'measures'),
    organisation: organisations.get(chosen.organisation) ?? chosen.organisation,
    organisations: choices(may.measures, chosen.organisation, (id) => organisations.get(id)),
    months: choices(chosen.published, chosen.month, longMonth),
    sections: chosen.published.length === 0 ? [] : await sectionsOf(tools, reader, chosen, sheets),
    hasOlder: sheets.some(({ isOfQuestions }) => isOfQuestions),
    next: { month: longMonth(next), day: longDay(publishedOn(next)) },
    fewest: FEWEST,
    exports: { csv: exportAddress('csv', chosen), json: exportAddress('json', chosen) },
  });
  return page(body);
}

async function sectionsOf(
  { measures, policies }: MeasuresTools,
  { may, organisations }: Reader,
  { organisation, month }: Chosen,
  sheets: readonly Sheet[],
) {
  const of = (which: string): Sheet =>
    sheets.find((sheet) => sheet.month === which) ?? noSheet(organisation, which);
  const compared = {
    now: of(month),
    before: of(monthsAfter(month, -1)),
    nameOf: (id: string) => nameOf(id, policies),
  };
  const months = monthsFrom(sheets[0]?.month ?? month, month);
  const { sorted, endings, reviewers, others } = tablesOfMonths(months.map(of));
  const everybody =
    may.measures.length < 2 ? [] : (await measures.read(may.measures, month, month)).map(sheetOf);
  const tables: readonly Table[] = [
    sorted,
    endings,
    topics(compared),
    elements(compared),
    requestsDone(compared),
    reviewers,
    others,
    ...(everybody.length < 2 ? [] : [sideBySide(everybody, organisations)]),
  ];
  return Promise.all(tables.map((table) => withTrend(table, months)));
}

/** Of one month alone there is none. */
const withTrend = async ({ trend, ...table }: Table, months: readonly string[]) =>
  trend === undefined || months.length < 2
    ? table
    : { ...table, trend: { title: trend.title, ...(await drawTrend(months, trend.series)) } };

const choices = (
  values: readonly string[],
  chosen: string,
  nameOf: (value: string) => string | undefined,
) =>
  values.length < 2
    ? []
    : values.map((value) => ({
        value,
        text: nameOf(value) ?? value,
        selected: value === chosen,
      }));
