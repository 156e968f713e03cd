/** The part of OData that Azure AI Search filters are made of: eq, ne, le, ge, lt, gt, and, or, ( ). */

export type Row = Readonly<Record<string, unknown>>;
export type Predicate = (row: Row) => boolean;

const TOKEN = /\s*(?:([()])|'((?:[^']|'')*)'|(-?\d+)|([A-Za-z]\w*))/y;
type Token = { kind: 'mark' | 'word' | 'text'; value: string } | { kind: 'number'; value: number };

const COMPARE: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  le: (a, b) => a <= b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  gt: (a, b) => a > b,
};

/** @throws Error where the service would answer 400 */
export function readFilter(
  filter: string,
  fields: ReadonlyMap<string, 'string' | 'number'>,
): Predicate {
  const tokens = tokensOf(filter);
  const predicate = readOr();
  if (tokens.length > 0)
    throw new Error(`Syntax error: "${tokens[0]?.value ?? ''}" is not expected.`);
  return predicate;

  function readOr(): Predicate {
    const parts = [readAnd()];
    while (takeWord('or')) parts.push(readAnd());
    return (row) => parts.some((part) => part(row));
  }

  function readAnd(): Predicate {
    const parts = [readOne()];
    while (takeWord('and')) parts.push(readOne());
    return (row) => parts.every((part) => part(row));
  }

  function readOne(): Predicate {
    const token = tokens.shift();
    if (token?.kind === 'mark' && token.value === '(') {
      const inner = readOr();
      if (tokens.shift()?.value !== ')') throw new Error('Syntax error: ")" is missing.');
      return inner;
    }
    if (token?.kind !== 'word') throw new Error('Syntax error: a field is missing.');
    return comparison(token.value);
  }

  function comparison(field: string): Predicate {
    const type = fields.get(field);
    if (type === undefined) throw new Error(`"${field}" is not a filterable field of the index.`);
    const compare = COMPARE[String(tokens.shift()?.value)];
    const value = tokens.shift();
    if (compare === undefined || value === undefined)
      throw new Error('Syntax error: no comparison.');
    if (
      (value.kind === 'number' ? 'number' : 'string') !== type ||
      value.kind === 'word' ||
      value.kind === 'mark'
    )
      throw new Error(`"${field}" can not be compared with ${value.value}.`);
    return (row) => compare(row[field] as string | number, value.value); // the index checked its type
  }

  function takeWord(word: string): boolean {
    const [next] = tokens;
    if (next?.kind !== 'word' || next.value !== word) return false;
    tokens.shift();
    return true;
  }
}

function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < filter.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(filter);
    if (match === null) throw new Error(`Syntax error at position ${at}.`);
    const [, mark, text, number, word] = match;
    if (mark !== undefined) tokens.push({ kind: 'mark', value: mark });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else tokens.push({ kind: 'word', value: word ?? '' });
  }
  return tokens;
}
