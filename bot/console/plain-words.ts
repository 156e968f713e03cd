/**
 * What must not stand in a rule, since it would be published as it is: in Teams, on the pages of the
 * policies, and in front of a screen reader. Each finding says what it is and what to do instead.
 */
import type { Fault } from './fault';

interface Unwanted {
  readonly found: RegExp;
  readonly text: string;
}

const BRACES: Unwanted = {
  found: /[{}]/,
  text: 'Leave out { and }: figures stand in the words of the rule, not here',
};
/** A name in them stands for a figure; whether there is such a figure is looked at later. */
const NAMED = /\{[a-z0-9.-]+\}/g;
const STRAY_BRACES: Unwanted = {
  found: /[{}]/,
  text: 'Write the name of a figure between { and }, in small letters with hyphens, or leave them out',
};
const IMAGES: Unwanted = {
  found: /!\[/,
  text: 'Leave out pictures: say in words what they show',
};
const LINKS: Unwanted = {
  found: /\]\s*[([]|^\s*\[[^\]\n]*\]:|\bhttps?:|\bmailto:|\bwww\.|<[^>\s]+[:@][^>\s]*>/im,
  text: 'Leave out links and web addresses, other than to a policy here: say where to look, such as “the travel page of the intranet”',
};
const BRACKETS: Unwanted = {
  found: /[[\]]/,
  text: 'Leave out [ and ]: in an answer they mark where a rule comes from',
};
const TAGS: Unwanted = {
  found: /<\/?[a-z!?]/i,
  text: 'Leave out signs like <b>: put ** before and after what should be bold',
};
const HEADINGS: Unwanted = {
  found: /^ {0,3}(?:#{1,6}(?:\s|$)|=+\s*$|-+\s*$)/m,
  text: 'Leave out headings (lines that begin with # or stand above a line of - or =): a rule has the one heading',
};
const BLOCKS: Unwanted = {
  found: /^ {0,3}(?:>|~~~|```|(?:\*\s*){3,}$|(?:_\s*){3,}$)/m,
  text: 'Leave out lines that begin with >, and lines of *, _, ~ or `: write sentences, or a list with a - before each thing',
};
const MARKS: Unwanted = {
  found: /[#`*_\\|~<>]/,
  text: 'Write it in plain words, without signs such as #, * or <',
};

/** Of a line that stands by itself, such as a heading. */
export const lineFaults = (at: string, line: string): readonly Fault[] => [
  // The end of a line is one of them here.
  ...unseen(at, line.replaceAll('\n', '\t')),
  ...faultsOf(at, line, [IMAGES, LINKS, BRACKETS, BRACES, MARKS]),
];

/** To a policy of ours: whether it leads anywhere is looked at later. */
const POLICY_LINK = /(?<!!)\[([^[\]\n]+)\]\(\/policies\/[\w/#.-]*\)/g;

/** Of the words of a rule: sentences, lists, tables, what is bold, and names of figures, links to policies. */
export const textFaults = (at: string, text: string): readonly Fault[] => [
  ...unseen(at, text),
  ...faultsOf(at, text.replaceAll(POLICY_LINK, '$1'), [
    IMAGES,
    LINKS,
    BRACKETS,
    TAGS,
    HEADINGS,
    BLOCKS,
  ]),
  ...seen(at, text.replaceAll(NAMED, ''), STRAY_BRACES),
];

/** Of what somebody may ask, which is only ever compared. */
export const askFaults = (at: string, asks: readonly string[]): readonly Fault[] =>
  asks.flatMap((ask) => [...unseen(at, ask), ...faultsOf(at, ask, [BRACES])]).slice(0, 1);

/** Of pictures, links and brackets the first says it all: each is made of the next. */
function faultsOf(at: string, text: string, unwanted: readonly Unwanted[]): readonly Fault[] {
  const [inBrackets, others] = [
    unwanted.filter((one) => NESTED.includes(one)),
    unwanted.filter((one) => !NESTED.includes(one)),
  ];
  return [
    ...inBrackets.flatMap((one) => seen(at, text, one)).slice(0, 1),
    ...others.flatMap((one) => seen(at, text, one)),
  ];
}

const NESTED: readonly Unwanted[] = [IMAGES, LINKS, BRACKETS];

const seen = (at: string, text: string, { found, text: says }: Unwanted): readonly Fault[] =>
  found.test(text) ? [{ at, text: says }] : [];

/** A tab, a zero-width space, a sign that turns the direction of reading: all but the end of a line. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
const WORDS_BEFORE = 20;

function unseen(at: string, text: string): readonly Fault[] {
  const place = text.search(UNSEEN);
  if (place === -1) return [];
  const before = text
    .slice(Math.max(0, place - WORDS_BEFORE), place)
    .replaceAll('\n', ' ')
    .trim();
  const where = before === '' ? 'at the beginning' : `after “${before}”`;
  return [
    { at, text: `Take out the sign that nobody can see ${where}, such as a tab: write it anew` },
  ];
}
