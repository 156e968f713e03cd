/**
 * Patterns are written for people to read (see README.md beside this file) and become a few
 * regular expressions per list: `<name>` stands for a word group, ` ~ ` for up to four words in
 * between, ` ~~ ` for up to ten, ` ^ ` for up to four that do not turn to the speaker.
 */
const GAP = '(?:\\w+ ){0,4}';
const LONG_GAP = '(?:\\w+ ){0,10}';
const GAP_WITHOUT_ME = '(?:(?!(?:i|im|ive|id|me|my|myself|and)\\b)\\w+ ){0,4}';
const MOST_NESTING = 5;
/** One expression of hundreds of alternatives is never compiled to machine code; these are. */
const AT_ONCE = 8;

export type Groups = Readonly<Record<string, readonly string[]>>;

export interface Patterns {
  test(said: string): boolean;
  /** The first match of any pattern, in the order of the list. */
  exec(said: string): { readonly index: number; readonly text: string } | undefined;
  /** What is left when each match has been taken out. */
  without(said: string): string;
}

/** Stands where words were taken out, so that those on its two sides do not meet. */
const TAKEN_OUT = '_';

/** Whole words only. @throws Error for a group that does not exist: a mistake in a rules file */
export function anyOf(patterns: readonly string[], groups: Groups): Patterns {
  const batches: RegExp[] = [];
  for (let first = 0; first < patterns.length; first += AT_ONCE) {
    const batch = patterns.slice(first, first + AT_ONCE);
    const all = batch.map((pattern) => `(?:${expand(pattern, groups)})`).join('|');
    batches.push(new RegExp(`(?<!\\w)(?:${all})(?!\\w)`));
  }
  const everywhere = batches.map(({ source }) => new RegExp(source, 'g'));
  return {
    test: (said) => batches.some((batch) => batch.test(said)),
    exec(said) {
      for (const batch of batches) {
        const match = batch.exec(said);
        if (match !== null) return { index: match.index, text: match[0] };
      }
      return undefined;
    },
    without: (said) => everywhere.reduce((left, batch) => left.replace(batch, TAKEN_OUT), said),
  };
}

function expand(pattern: string, groups: Groups): string {
  let expanded = pattern;
  for (let depth = 0; depth < MOST_NESTING && /<[a-z]+>/.test(expanded); depth += 1) {
    expanded = expanded.replace(/<([a-z]+)>/g, (_, name: string) => {
      const words = groups[name];
      if (words === undefined) throw new Error(`There is no word group <${name}>: ${pattern}`);
      return `(?:${words.join('|')})`;
    });
  }
  return expanded
    .replaceAll('~~ ', LONG_GAP)
    .replaceAll('~ ', GAP)
    .replaceAll('^ ', GAP_WITHOUT_ME);
}
