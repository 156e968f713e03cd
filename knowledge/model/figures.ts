/**
 * Finds every figure in a text (amounts, shares, dates, times, spans, phone numbers) in one
 * canonical form with its bound, so that "up to two weeks" and "at most 2 weeks" are the same
 * and "at least 2 weeks" is not.
 */
import words from './figure-words.json';

export interface Figures {
  readonly keys: readonly string[];
  /** The text with every figure and its bound replaced by `#`. */
  readonly rest: string;
}

interface Reader {
  readonly pattern: string;
  readonly flags?: string;
  /** Undefined: not a figure after all. */
  readonly read: (parts: readonly (string | undefined)[]) => string | undefined;
}

const any = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|');
const NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(words.numbers));
const WORDED = `(?:${any([...NUMBERS.keys()])})(?:[- ](?:${any([...NUMBERS.keys()])}))*`;
const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?|${WORDED})`;
const UNIT = `(?:(?:${any(words.unitWords)})[ -])*(?:${any(words.units)})s?`;
const MONTH = `(${any([...words.months, ...words.months.map((month) => month.slice(0, 3))])})`;
const PAY = `(?:['’]?s?['’]?\\s+(?:(?:of|at|on)\\s+)?(full|half|paid|unpaid|no))?`;

/** Tried in this order at each place. */
const READERS: readonly Reader[] = [
  { pattern: '(?:\\+44|\\b0)\\s?\\d(?:[\\d ]{7,12})\\d\\b', read: ([all]) => `tel ${digits(all)}` },
  { pattern: '£\\s?(\\d[\\d,]*(?:\\.\\d+)?)', read: ([, sum]) => `£${plain(sum)}` },
  { pattern: `\\b(${NUMBER})\\s?(?:%|per\\s?cent\\b|percent\\b)`, read: ([, n]) => `${plain(n)}%` },
  { pattern: '\\b(\\d{4})-(\\d{2})-(\\d{2})\\b', read: ([, y, m, d]) => date(d, Number(m), y) },
  {
    pattern: '\\b(\\d{1,2})/(\\d{1,2})/(\\d{2,4})\\b',
    read: ([, d, m, y]) => date(d, Number(m), y),
  },
  {
    pattern: '\\b(20\\d\\d)/(\\d\\d)\\b',
    read: ([, from, to]) => `year ${from ?? ''}/${to ?? ''}`,
  },
  {
    pattern: `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\s+(\\d{4}))?`,
    flags: 'u',
    read: ([, d, m, y]) => date(d, monthOf(m), y),
  },
  {
    pattern: `\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b`,
    flags: 'u',
    read: ([, m, d]) => date(d, monthOf(m), ''),
  },
  {
    pattern: `(?<!^|[.!?]\\s)\\b${MONTH}\\b(?:\\s+(\\d{4}))?`,
    flags: 'u',
    read: ([, m, y]) => `month ${monthOf(m)} ${y ?? ''}`,
  },
  {
    pattern: `\\b(${any(words.weekdays)})s?\\b`,
    flags: 'u',
    read: ([, day]) => (day ?? '').toLowerCase(),
  },
  {
    pattern: '\\b(\\d{1,2})[:.](\\d{2})\\s?(am|pm)\\b',
    read: ([, h, m, half]) => time(h, m, half),
  },
  { pattern: '\\b(\\d{1,2}):(\\d{2})\\b', read: ([, h, m]) => time(h, m, undefined) },
  { pattern: '\\b(\\d{1,2})\\s?(am|pm)\\b', read: ([, h, half]) => time(h, '0', half) },
  {
    pattern: '\\b(midnight|noon|midday)\\b',
    read: ([, word]) => (word === 'midnight' ? 'time 0' : 'time 720'),
  },
  {
    pattern: `\\b(${any(words.labels)})\\s+(\\d[\\d.,]*\\d|\\d)\\b`,
    read: ([, label, n]) => `${(label ?? '').toLowerCase()} no. ${plain(n)}`,
  },
  {
    pattern: `\\b(${NUMBER})[ -](${UNIT})\\b${PAY}`,
    read: ([, n, unit, pay]) => span(n, unit, pay),
  },
  {
    pattern: `\\b(?:a|an|per|each|every)\\s+(hour|day|shift|week|month|year)\\b`,
    read: ([, unit]) => `per ${(unit ?? '').toLowerCase()}`,
  },
  { pattern: `\\b(\\d+)(?:st|nd|rd|th)\\b`, read: ([, n]) => `${plain(n)}th` },
  { pattern: `\\b(\\d[\\d,]*(?:\\.\\d+)?|${WORDED})\\b`, read: ([, n]) => bare(n) },
];

const PREFIX: readonly (readonly [string, RegExp])[] = Object.entries(words.bounds).map(
  ([bound, said]) => [
    bound,
    new RegExp(`\\b(?:${any(said)})(?:\\s+(?:${any(words.between)}))*:?\\s*$`, 'i'),
  ],
);
const SUFFIX: readonly (readonly [string, RegExp])[] = Object.entries(words.suffixes).map(
  ([bound, said]) => [bound, new RegExp(`^\\s+(?:${any(said)})\\b`, 'i')],
);
const COMPILED = READERS.map(({ pattern, flags = 'i', read }) => ({
  pattern: new RegExp(pattern, `${flags}y`),
  read,
}));

export function figuresOf(text: string): Figures {
  const keys: string[] = [];
  let rest = '';
  for (let at = 0; at < text.length;) {
    const found = readAt(text, at);
    if (found === undefined) {
      rest += text[at] ?? '';
      at += 1;
      continue;
    }
    at += found.length;
    const before = PREFIX.flatMap(([bound, said]) => {
      const start = said.exec(rest)?.index;
      return start === undefined ? [] : [{ bound, start }];
    }).sort((a, b) => a.start - b.start)[0];
    const behind = SUFFIX.flatMap(([bound, said]) => {
      const length = said.exec(text.slice(at))?.[0].length;
      return length === undefined ? [] : [{ bound, length }];
    })[0];
    if (before !== undefined) rest = rest.slice(0, before.start);
    at += behind?.length ?? 0;
    keys.push(keyOf(behind?.bound ?? before?.bound, found.key));
    rest += '#';
  }
  return { keys, rest };
}

function readAt(text: string, at: number): { key: string; length: number } | undefined {
  for (const { pattern, read } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const key = match === null ? undefined : read(match);
    if (match !== null && key !== undefined) return { key, length: match[0].length };
  }
  return undefined;
}

/** "From" adds nothing to opening times and weekdays. */
function keyOf(bound: string | undefined, key: string): string {
  if (bound === undefined || (bound === 'after' && /^(?:time|\w+day$)/.test(key))) return key;
  return `${bound} ${key}`;
}

const digits = (text = ''): string => text.replace(/\D/g, '').replace(/^44/, '0');

/** `1,234.50`, `twenty-six` and `26` as plain digits. */
function plain(written = ''): string {
  if (/^\d/.test(written)) return String(Number(written.replaceAll(',', '').replace(/\.$/, '')));
  const sum = written
    .toLowerCase()
    .split(/[- ]/)
    .reduce(
      (total, word) =>
        word === 'hundred' ? Math.max(total, 1) * 100 : total + (NUMBERS.get(word) ?? 0),
      0,
    );
  return String(sum);
}

const monthOf = (name = ''): number =>
  words.months.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
const date = (day = '', month: number, year = ''): string =>
  `date ${Number(day)}-${month}${year === '' ? '' : `-${year.length === 2 ? '20' : ''}${year}`}`;

function time(hour = '', minute = '', half: string | undefined): string {
  const onTheClock =
    half === undefined
      ? Number(hour)
      : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `time ${onTheClock * 60 + Number(minute)}`;
}

function span(n = '', unit = '', pay: string | undefined): string {
  const one = unit.toLowerCase().replaceAll('-', ' ').replace(/s$/, '');
  return `${plain(n)} ${one}${pay === undefined ? '' : ` ${pay.toLowerCase()}`}`;
}

/** "One" alone is rarely a figure ("the one", "one of"). */
const bare = (written = ''): string | undefined =>
  /^one$/i.test(written) ? undefined : plain(written);
