/**
 * What a message must hold for a pattern to match it: some words, or beginnings of words, one of
 * each set. A pattern is only tried where they were said, which spares nearly all of the work.
 *
 * A pattern is read as it is written (see README.md), its word groups unexpanded. Where in doubt,
 * less is asked for, so that a pattern is tried once too often and never once too seldom.
 */
/** Lists of words by their name in `<…>`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** One of these stands, spaces counted, in every text that the pattern matches. */
export interface Need {
  readonly texts: readonly string[];
  readonly cost: number;
}
/** All of these are needed, the rarest first. */
export type Way = readonly Need[];

/** Words that are in every other message tell little. */
const COMMON = new Set(
  'the my i a and to for have me im is you at in of was it on that he she they with be been do dont can cant not or but if so when what how ing ed er ly get got just will would wont out up all work about from are by as no one this his her him has had because since who after day leave'.split(
    ' ',
  ),
);
const COMMON_COST = 40;
const SHORT_COST = 6;
export const SHORTEST = 3;
const LONG_ENOUGH = 4;
const MOST_NEEDS = 3;

const costOf = (text: string): number =>
  1 + (COMMON.has(text.trim()) ? COMMON_COST : 0) + (text.length < LONG_ENOUGH ? SHORT_COST : 0);

/** @returns the ways in which a pattern can match, one for each of its alternatives; no needs where none can be named */
export function waysOf(groups: Groups): (pattern: string) => readonly Way[] {
  const known = new Map<string, Need | undefined>();
  const ofGroup: OfGroup = (name, left, right) => {
    const key = `${left}${name}${right}`;
    if (!known.has(key)) {
      const reader = new Reader(groups[name]?.join('|') ?? '', 0, ofGroup);
      known.set(key, either(reader.alternatives(left, right)));
    }
    return known.get(key);
  };
  return (pattern) =>
    new Reader(pattern, 0, ofGroup)
      .alternatives(' ', ' ')
      .map((needs) => needs.toSorted((a, b) => a.cost - b.cost).slice(0, MOST_NEEDS));
}

/** Sticky: it is told where to look. */
const LETTERS = /(?:[a-z0-9 ](?![?*+{]))+/y;

type OfGroup = (name: string, left: string, right: string) => Need | undefined;

type Item =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'need'; readonly need: Need | undefined }
  /** Words in between, and the space before what follows. */
  | { readonly kind: 'gap' }
  /** Anything, or nothing at all. */
  | { readonly kind: 'open' }
  /** Takes no room: a look ahead or behind. */
  | { readonly kind: 'nothing' };
const OPEN: Item = { kind: 'open' };
const NOTHING: Item = { kind: 'nothing' };
const GAP: Item = { kind: 'gap' };

/** Reads a pattern from left to right, up to the bracket that closes or to its end. */
class Reader {
  constructor(
    private readonly pattern: string,
    private at: number,
    private readonly ofGroup: OfGroup,
  ) {}

  /** @param left a space where one stands before the match; `right`: the same behind it */
  alternatives(left: string, right: string): Need[][] {
    const all = [this.sequence(left, right)];
    while (this.pattern[this.at] === '|') {
      this.at += 1;
      all.push(this.sequence(left, right));
    }
    return all;
  }

  /** All that must be said, one after the other. */
  private sequence(left: string, right: string): Need[] {
    const needs: Need[] = [];
    let run = left;
    const breakOff = (): void => {
      if (run.length >= SHORTEST) needs.push({ texts: [run], cost: costOf(run) });
      run = '';
    };
    while (!this.ended()) {
      run += this.letters();
      if (this.ended()) break;
      const item = this.item(run.endsWith(' ') ? ' ' : '', right);
      if (item.kind === 'letter') run += item.letter;
      if (item.kind === 'letter' || item.kind === 'nothing') continue;
      breakOff();
      if (item.kind === 'need' && item.need !== undefined) needs.push(item.need);
      if (item.kind === 'gap') run = ' ';
    }
    run += run === '' ? '' : right;
    breakOff();
    return needs;
  }

  /** As many plain letters as stand here; one that a quantifier follows is not among them. */
  private letters(): string {
    LETTERS.lastIndex = this.at;
    const letters = LETTERS.exec(this.pattern)?.[0] ?? '';
    this.at += letters.length;
    return letters;
  }

  private ended(): boolean {
    const next = this.pattern[this.at];
    return next === undefined || next === '|' || next === ')';
  }

  private item(left: string, right: string): Item {
    const next = this.pattern[this.at] ?? '';
    if (next === '~' || (next === '^' && this.pattern[this.at + 1] === ' ')) {
      this.at = this.pattern.indexOf(' ', this.at) + 1;
      return left === ' ' ? GAP : OPEN;
    }
    if (next === '<') {
      const name = this.pattern.slice(this.at + 1, this.pattern.indexOf('>', this.at));
      this.at += name.length + 2;
      return this.ofBracket(right, (end) => this.ofGroup(name, left, end));
    }
    return next === '(' ? this.bracket(left, right) : this.single(next);
  }

  private bracket(left: string, right: string): Item {
    const isGroup = this.pattern.startsWith('(?:', this.at);
    const start = this.at + '(?:'.length;
    this.at = closingOf(this.pattern, this.at + 1) + 1;
    if (!isGroup) return NOTHING;
    return this.ofBracket(right, (end) =>
      either(new Reader(this.pattern, start, this.ofGroup).alternatives(left, end)),
    );
  }

  /** What follows decides: it may be missing, or it ends where a space stands. */
  private ofBracket(right: string, read: (right: string) => Need | undefined): Item {
    const quantifier = this.quantifier();
    if (quantifier === 'may miss') return OPEN;
    if (quantifier === 'repeats') return { kind: 'need', need: read('') };
    if (this.ended()) return { kind: 'need', need: read(right) };
    const spaceNext =
      this.pattern[this.at] === ' ' && !'?*{'.includes(this.pattern[this.at + 1] ?? '.');
    return { kind: 'need', need: read(spaceNext ? ' ' : '') };
  }

  private single(first: string): Item {
    let letter: string | undefined = first;
    this.at += 1;
    if (first === '[') {
      this.at = this.pattern.indexOf(']', this.at) + 1;
      letter = undefined;
    } else if (first === '\\') {
      letter = this.pattern[this.at] ?? '';
      this.at += 1;
      if (letter === 'b') return NOTHING;
      if (/[a-zA-Z]/.test(letter)) letter = undefined;
    } else if (first === '^' || first === '$') {
      return NOTHING;
    } else if (first === '.') {
      letter = undefined;
    }
    return this.quantifier() !== 'once' || letter === undefined ? OPEN : { kind: 'letter', letter };
  }

  private quantifier(): 'once' | 'repeats' | 'may miss' {
    const next = this.pattern[this.at] ?? '.';
    if (!'?*+{'.includes(next)) return 'once';
    const mayMiss = '?*'.includes(next) || this.pattern[this.at + 1] === '0';
    this.at = next === '{' ? this.pattern.indexOf('}', this.at) + 1 : this.at + 1;
    if (this.pattern[this.at] === '?') this.at += 1;
    return mayMiss ? 'may miss' : 'repeats';
  }
}

/** Where the bracket closes whose inside begins at `start`. */
function closingOf(pattern: string, start: number): number {
  let open = 1;
  for (let at = start; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === '(') open += 1;
    else if (pattern[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  return pattern.length;
}

/** One need for all alternatives: the cheapest of each. Undefined where one of them needs nothing. */
function either(alternatives: readonly (readonly Need[])[]): Need | undefined {
  const texts = new Set<string>();
  let cost = 0;
  for (const needs of alternatives) {
    const [first, ...others] = needs;
    if (first === undefined) return undefined;
    const best = others.reduce((least, need) => (need.cost < least.cost ? need : least), first);
    for (const text of best.texts) texts.add(text);
    cost += best.cost;
  }
  return { texts: [...texts], cost };
}
