/**
 * Azure AI Search over real HTTP: one service with its indexes, as strict as the real one about
 * keys, versions, fields and parameters. It ranks by plain overlap of words.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { readFilter, type Row } from './odata-filter';
import { onLoopback } from '../../bot/cli/bench/on-loopback';

/** What happens to the next call instead of the usual. */
export type Trouble =
  | { readonly kind: 'fail'; readonly status: number }
  | { readonly kind: 'slow' }
  | { readonly kind: 'drop' }
  /** The next upload answers 207 and does not take these clauses. */
  | { readonly kind: 'part'; readonly clauses: readonly string[] }
  /** The next search forgets its filter. */
  | { readonly kind: 'unfiltered' };

export interface FakeAzureSearch {
  readonly url: string;
  /** Method and path of each call that had a right key and version. */
  readonly calls: readonly string[];
  /** Clause ids held, in order of arrival. */
  held(index: string): readonly string[];
  next(...troubles: readonly Trouble[]): void;
  close(): Promise<void>;
}

export const FAKE_SEARCH_KEY = 'a-search-key-for-tests';
const VERSION = '2026-04-01';
const MOST_WORDS = 1024;
const PAGE = 50;

const Field = z.strictObject({
  name: z.string().regex(/^[A-Za-z]\w*$/),
  type: z.enum(['Edm.String', 'Edm.Int32', 'Collection(Edm.String)']),
  key: z.boolean().optional(),
  retrievable: z.boolean().optional(),
  searchable: z.boolean().optional(),
  filterable: z.boolean().optional(),
  sortable: z.boolean().optional(),
  facetable: z.boolean().optional(),
  analyzer: z.enum(['en.microsoft', 'whitespace']).optional(),
});
const Definition = z.strictObject({
  name: z.string(),
  fields: z
    .array(Field)
    .refine((fields) => fields.filter(({ key }) => key).length === 1, 'One key.'),
  scoringProfiles: z
    .array(
      z.strictObject({
        name: z.string(),
        text: z.strictObject({ weights: z.record(z.string(), z.number()) }),
      }),
    )
    .optional(),
  defaultScoringProfile: z.string().optional(),
});
const Batch = z.strictObject({
  value: z
    .array(
      z.looseObject({
        '@search.action': z.enum(['upload', 'delete']),
        id: z.string().regex(/^[\w=-]+$/),
      }),
    )
    .min(1)
    .max(1000),
});
const Search = z.strictObject({
  search: z.string(),
  filter: z.string().optional(),
  queryType: z.literal('simple').optional(),
  searchMode: z.enum(['any', 'all']).optional(),
  searchFields: z.string().optional(),
  select: z.string().optional(),
  top: z.int().positive().max(1000).optional(),
  skip: z.int().nonnegative().optional(),
});
type Search = z.infer<typeof Search>;

interface Index {
  readonly definition: z.infer<typeof Definition>;
  readonly documents: Map<string, Row>;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function fakeAzureSearch(): Promise<FakeAzureSearch> {
  const indexes = new Map<string, Index>();
  const troubles: Trouble[] = [];
  const calls: string[] = [];
  const server = createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 400;
      reply(res, status, {
        error: { code: '', message: error instanceof Error ? error.message : '' },
      });
    });
  });
  const { url, close } = await onLoopback(server);

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://loopback');
    const body = await readJson(req);
    if (req.headers['api-key'] !== FAKE_SEARCH_KEY) throw new Refusal(403, 'Forbidden.');
    if ([...url.searchParams].join() !== `api-version,${VERSION}`)
      throw new Refusal(400, 'Invalid query string.');
    const [, name = '', rest = ''] =
      /^\/indexes\('([^']+)'\)(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    calls.push(`${req.method ?? ''} ${rest === '' ? 'definition' : rest}`);
    const trouble = troubles.shift();
    if (trouble?.kind === 'slow') return;
    if (trouble?.kind === 'drop') {
      res.destroy();
      return;
    }
    if (trouble?.kind === 'fail') throw new Refusal(trouble.status, 'scripted');
    if (req.method === 'PUT' && rest === '') {
      define(name, body, res);
      return;
    }

    const index = indexes.get(name);
    if (index === undefined) throw new Refusal(404, `No index with the name '${name}' was found.`);
    if (rest === '/docs/search.index') write(index, Batch.parse(body), trouble, res);
    else if (rest === '/docs/search.post.search')
      reply(res, 200, find(index, Search.parse(body), trouble?.kind === 'unfiltered'));
    else throw new Refusal(404, 'Not found.');
  }

  function define(name: string, body: unknown, res: ServerResponse): void {
    const definition = Definition.parse(body);
    const old = indexes.get(name);
    const changed = old?.definition.fields.some(
      (field) =>
        !definition.fields.some((other) => JSON.stringify(other) === JSON.stringify(field)),
    );
    if (changed === true) throw new Refusal(400, 'Existing fields cannot be changed.');
    indexes.set(name, { definition, documents: old?.documents ?? new Map<string, Row>() });
    reply(res, old === undefined ? 201 : 200, definition);
  }

  return {
    url,
    calls,
    held: (index) =>
      [...(indexes.get(index)?.documents.values() ?? [])].map(({ clauseId }) => String(clauseId)),
    next: (...more) => troubles.push(...more),
    close,
  };
}

function write(
  { definition, documents }: Index,
  { value }: z.infer<typeof Batch>,
  trouble: Trouble | undefined,
  res: ServerResponse,
): void {
  const failing = trouble?.kind === 'part' ? trouble.clauses : [];
  const fields = new Map(definition.fields.map(({ name, type }) => [name, type]));
  const results = value.map(({ '@search.action': action, ...document }) => {
    for (const [name, held] of Object.entries(document))
      if (!fits(held, fields.get(name)))
        throw new Refusal(400, `The property '${name}' is not right.`);
    if (failing.includes(String(document.clauseId)))
      return { key: document.id, status: false, errorMessage: 'busy', statusCode: 503 };
    if (action === 'delete') documents.delete(document.id);
    else documents.set(document.id, document);
    return { key: document.id, status: true, errorMessage: null, statusCode: 200 };
  });
  reply(res, results.every(({ status }) => status) ? 200 : 207, { value: results });
}

function fits(held: unknown, type: string | undefined): boolean {
  if (type === 'Edm.String') return typeof held === 'string';
  if (type === 'Edm.Int32') return Number.isInteger(held);
  return (
    type !== undefined && Array.isArray(held) && held.every((item) => typeof item === 'string')
  );
}

function find({ definition, documents }: Index, query: Search, unfiltered: boolean): object {
  const { search, filter, top = PAGE, skip = 0 } = query;
  const fields = definition.fields;
  const named = (
    list: string | undefined,
    use: (field: (typeof fields)[number]) => boolean,
  ): string[] => {
    const able = fields.filter(use).map(({ name }) => name);
    const wanted = list?.split(',') ?? able;
    const unknown = wanted.find((name) => !able.includes(name));
    if (unknown !== undefined) throw new Refusal(400, `'${unknown}' can not be used here.`);
    return wanted;
  };
  const types = new Map(
    fields
      .filter(({ filterable }) => filterable)
      .map(({ name, type }) => [
        name,
        type === 'Edm.Int32' ? ('number' as const) : ('string' as const),
      ]),
  );
  const visible = filter === undefined || unfiltered ? () => true : readFilter(filter, types);
  const searched = named(query.searchFields, ({ searchable }) => searchable === true);
  const selected = named(query.select, ({ retrievable }) => retrievable !== false);
  const hits = [...documents.values()]
    .filter(visible)
    .map((document) => ({
      document,
      score: scoreOf(
        search,
        wordsIn(
          searched
            .map((name) => document[name])
            .flat()
            .join(' '),
        ),
      ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const page = hits.slice(skip, skip + top).map(({ document, score }) => ({
    '@search.score': score,
    ...Object.fromEntries(selected.map((name) => [name, document[name]])),
  }));
  const next = skip + page.length;
  const more = query.top === undefined && hits.length > next;
  return {
    value: page,
    ...(more
      ? {
          '@odata.nextLink': `/indexes/docs/search.post.search?api-version=${VERSION}`,
          '@search.nextPageParameters': { ...query, skip: next },
        }
      : {}),
  };
}

/** The simple query syntax: `*` is everything, `-word` shuts out, and signs at a word's start are signs. */
function scoreOf(search: string, words: ReadonlySet<string>): number {
  if (search === '*') return 1;
  const asked = search.split(/\s+/).filter((word) => word !== '');
  if (asked.length > MOST_WORDS) throw new Refusal(400, 'Too many clauses.');
  if (asked.some((word) => word.startsWith('-') && words.has(word.slice(1)))) return 0;
  return asked.filter((word) => words.has(word.toLowerCase())).length;
}

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

function reply(res: ServerResponse, status: number, body: object): void {
  // Not chained: restify, loaded by another test of the same process, makes writeHead return nothing.
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer); // no encoding was set
  return parts.length === 0 ? undefined : JSON.parse(Buffer.concat(parts).toString('utf8'));
}
