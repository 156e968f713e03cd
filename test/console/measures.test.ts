import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { z } from 'zod';
import { browserOf } from '../web/a-browser';
import { publishMonth, publishQuarter, times } from '../support/publish-months';
import { openConsole, type OpenConsole } from './open-console';

const Cell = z.object({
  month: z.string(),
  organisation: z.string(),
  dimension: z.string(),
  category: z.string(),
  count: z.number().nullable(),
  partOfMonth: z.boolean().nullable(),
  behind: z.string(),
});
const Exported = z.object({ fewest: z.number(), cells: z.array(Cell) });

describe('measures', () => {
  let open: OpenConsole;
  beforeAll(async () => {
    open = await openConsole();
    await publishQuarter(open.stores, 'fellbridge');
    await publishQuarter(open.stores, 'vale', 0.7);
    await publishMonth(open.stores, 'orchard-street', '2026-11', { interactions: times(7) });
    const partOfOctober = [
      ...times(40),
      ...times(60, { clause: 'sickness-absence-and-sick-pay.4' }),
      ...times(20, { outcome: 'not-covered', clause: null }),
    ];
    await publishMonth(
      open.stores,
      'orchard-street',
      '2026-10',
      { interactions: partOfOctober },
      true,
    );
    await publishMonth(open.stores, 'far-away', '2026-11', { interactions: times(3333) });
  });
  afterAll(() => open.close());

  const fetched = async (person: string, path: string) =>
    (await browserOf(open.url, person)).get(path);
  const mainOf = (text: string) =>
    text.slice(text.indexOf('<main'), text.indexOf('</main>')).replaceAll(/\s+/g, ' ');
  const pageFor = async (person: string, query = '') =>
    mainOf((await fetched(person, `/console/measures${query}`)).text);
  /** Rows of a table as its cells, by the id of its heading. */
  const tableIn = (page: string, id: string) => {
    const section = page.slice(page.indexOf(`id="${id}"`));
    const table = section.slice(section.indexOf('<tbody'), section.indexOf('</tbody>'));
    return table
      .split('</tr>')
      .slice(0, -1)
      .map((row) =>
        [...row.matchAll(/<span class="cell">\s*(.*?)\s*<\/span>/g)].map(([, cell]) => cell),
      );
  };
  const exported = async (person: string, query = '') =>
    Exported.parse(
      JSON.parse((await fetched(person, `/console/measures/export.json${query}`)).text),
    ).cells;

  it('show an analyst what was published of their own organisation, newest month first', async () => {
    const page = await pageFor('yusuf-demir');

    expect(tableIn(page, 'sorted')[0]).toEqual([
      'November 2026',
      '316',
      '112 (35%)',
      '90 (80%)',
      'Hidden',
      'Hidden',
      '204',
    ]);
    expect(tableIn(page, 'sorted').map(([month]) => month)).toEqual([
      'November 2026',
      'October 2026',
      'September 2026',
    ]);
    expect(tableIn(page, 'reviewers')[2]).toEqual([
      'September 2026',
      '78',
      '60 (77%)',
      'Hidden',
      'Hidden',
    ]);
    expect(page).toContain('December 2026 will be published on Friday 8 January 2027.');
  });

  it('put what rose most first, under its element of the People Promise', async () => {
    const page = await pageFor('yusuf-demir');

    expect(tableIn(page, 'topics')[0]).toEqual([
      'carers-leave-and-time-off-for-dependants',
      'We work flexibly',
      '80',
      '50',
      '+30 (+60%)',
    ]);
    expect(tableIn(page, 'elements')).toContainEqual([
      'We are safe and healthy',
      '31',
      '31',
      '0 (0%)',
    ]);
  });

  it('tell what was done in time, by the day that the receipt named', async () => {
    expect(tableIn(await pageFor('yusuf-demir'), 'requests')).toEqual([
      ['Book annual leave', '49', '34 (69%)', '15 (31%)', '49'],
      ['Ask about your pay', '30', '16 (53%)', '14 (47%)', '30'],
    ]);
  });

  it('say what is part of a month, and compare it with none', async () => {
    const page = await pageFor('olu-martins', '?organisation=orchard-street&month=2026-10');

    expect(tableIn(page, 'sorted')[0]?.slice(0, 2)).toEqual([
      'October 2026 (part of the month)',
      '120',
    ]);
    expect(tableIn(page, 'elements')).toContainEqual([
      'We are safe and healthy',
      '60',
      'Hidden',
      'Part of a month',
    ]);
    const [cell] = await exported('olu-martins', '?organisation=orchard-street&month=2026-10');
    expect(cell).toMatchObject({ partOfMonth: true, behind: 'people' });
    const csv = '/console/measures/export.csv?organisation=orchard-street&month=2026-10';
    expect((await fetched('olu-martins', csv)).text).toMatch(/,120,true,people/);
  });

  it('draw a trend without a script, with the table beside it', async () => {
    const { text, headers } = await fetched('yusuf-demir', '/console/measures');

    expect(text.match(/<svg class="trend__picture" role="img"/g)).toHaveLength(3);
    const [content] = /<main[\s\S]*<\/main>/.exec(text) ?? [''];
    expect(content).toContain('trend__picture');
    expect(content).not.toMatch(/<script|style=|<style/);
    expect(headers.get('content-security-policy')).toContain("style-src 'self'");
  });

  it('show an administrator the organisations of their system side by side, and no other', async () => {
    const rows = tableIn(await pageFor('olu-martins'), 'organisations');

    expect(rows.map(([name]) => name)).toEqual([
      'Fellbridge Hospitals',
      'Orchard Street Practice',
      'Vale Community and Mental Health',
    ]);
    expect(rows[1]?.slice(1)).toEqual(Array(6).fill('Hidden'));
  });

  it.each([
    ['yusuf-demir', 'vale'],
    ['leila-haddad', 'fellbridge'],
    ['olu-martins', 'far-away'],
    ['nadia-rahman', 'vale'],
  ])('show %s nothing of %s, whatever address is typed', async (person, other) => {
    const query = `?organisation=${other}&month=2026-11`;
    for (const at of ['', '/export.json', '/export.csv']) {
      const { status, text } = await fetched(person, `/console/measures${at}${query}`);

      expect([status, text.includes('There are no such measures')]).toEqual([404, true]);
      expect(text).not.toContain('3,333');
    }
  });

  it('say so where a month is not published', async () => {
    for (const month of ['2020-01', 'soon']) {
      const { status } = await fetched(
        'yusuf-demir',
        `/console/measures/export.csv?month=${month}`,
      );
      expect(status).toBe(404);
    }
  });

  it('export nothing but what its reader may see, whatever is typed', async () => {
    const allowed = {
      'yusuf-demir': ['fellbridge'],
      'joseph-amadi': ['vale'],
      'olu-martins': ['fellbridge', 'vale', 'orchard-street'],
    };
    const browsers = new Map(
      await Promise.all(
        Object.keys(allowed).map(
          async (person) => [person, await browserOf(open.url, person)] as const,
        ),
      ),
    );
    const typed = fc.oneof(
      fc.constantFrom('fellbridge', 'vale', 'orchard-street', 'far-away', '2026-11', '2026-09'),
      fc.string(),
    );
    const asked = fc.record({
      person: fc.constantFrom(...(Object.keys(allowed) as (keyof typeof allowed)[])),
      query: fc.array(fc.tuple(fc.constantFrom('organisation', 'month', 'months'), typed)),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ person, query }) => {
        const address = `/console/measures/export.json?${new URLSearchParams(query).toString()}`;
        const answer = await browsers.get(person)?.get(address);
        if (answer?.status === 404) return;
        for (const { organisation } of Exported.parse(JSON.parse(answer?.text ?? '')).cells)
          expect(allowed[person]).toContain(organisation);
      }),
      { numRuns: 40 },
    );
  });

  it('are exported as published, the same as a table and as data', async () => {
    const query = '?organisation=fellbridge&month=2026-10';
    const published = await open.stores.measures.read(['fellbridge'], '2026-09', '2026-10');
    const cells = published.flatMap(({ month, cells: all }) =>
      all.map(({ id, count }) => [month, 'fellbridge', id, count]),
    );
    const csv = await fetched('olu-martins', `/console/measures/export.csv${query}`);
    const rows = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(csv.text, { columns: true }));

    const asData = (await exported('olu-martins', query)).map((cell) => [
      cell.month,
      cell.organisation,
      `${cell.dimension}:${cell.category}`,
      cell.count,
    ]);
    const asTable = rows.map((row) => [
      row.month,
      row.organisation,
      `${row.dimension}:${row.category}`,
      row.count === '' ? null : Number(row.count),
    ]);
    expect(asData).toEqual(cells);
    expect(asTable).toEqual(cells);
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="measures-fellbridge-2026-10.csv"',
    );
  });

  it('have a schema that anybody can read, and that the data fits', async () => {
    const schema = await (await fetch(`${open.url}/console/measures/schema.json`)).text();
    const { text } = await fetched('yusuf-demir', '/console/measures/export.json');

    const fits = z.fromJSONSchema(JSON.parse(schema) as Parameters<typeof z.fromJSONSchema>[0]); // the schema is what is tried
    expect(fits.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(fits.safeParse({ ...JSON.parse(text), cells: [{ month: 'May' }] }).success).toBe(false);
  });

  it('are closed to staff and to those who only work requests', async () => {
    for (const person of ['ana-pires', 'fern-lacey'])
      for (const path of ['', '/export.csv', '/export.json'])
        expect((await fetched(person, `/console/measures${path}`)).status).toBe(403);
  });

  it('are all that an analyst comes to', async () => {
    const { status, location } = await fetched('yusuf-demir', '/console');

    expect([status, location]).toEqual([303, '/console/measures']);
    expect((await fetched('yusuf-demir', '/console/measures')).text).not.toContain('>Overview<');
  });
});

describe('measures of which none was published', () => {
  it('say from when there will be some', async () => {
    const open = await openConsole();
    try {
      const { text } = await (await browserOf(open.url, 'yusuf-demir')).get('/console/measures');
      expect(text).toContain('December 2026 will be published on Friday 8');
    } finally {
      await open.close();
    }
  });
});
