/**
 * Patterns are written for people to read (see README.md beside this file) and become a few
 * regular expressions per list: `<name>` stands for a word group, ` ~ ` for up to four words in
 * between, ` ~~ ` for up to ten, ` ^ ` for up to four that do not turn to the speaker.
 */
import { Hearing, type Heard } from './heard';
import { waysOf, type Groups } from './needed';

const GAP = '(?:\\w+ ){0,4}';
const LONG_GAP = '(?:\\w+ ){0,10}';
const GAP_WITHOUT_ME = '(?:(?!(?:i|im|ive|id|me|my|myself|and)\\b)\\w+ ){0,4}';
const MOST_NESTING = 5;
/** One expression of hundreds of alternatives is never compiled to machine code; these are. */
const AT_ONCE = 8;

export interface Patterns {
  test(said: string, heard: Heard): boolean;
  /** The first match of any pattern, in the order of the list. */
  exec(said: string, heard: Heard): { readonly index: number; readonly text: string } | undefined;
  /** What is left when each match has been taken out. */
  without(said: string, heard: Heard): string;
}

export interface PatternBook {
  /** Whole words only. @throws Error for a group that does not exist: a mistake in a rules file */
  readonly anyOf: (patterns: readonly string[]) => Patterns;
  /** The patterns worth trying on this message: those of which a needed piece was said. */
  readonly hear: (said: string) => Heard;
}

/** Stands where words were taken out, so that those on its two sides do not meet. */
const TAKEN_OUT = '_';

/** Lists of patterns that share their word groups, and one look at a message for them all. */
export function patternBook(groups: Groups): PatternBook {
  const ways = waysOf(groups);
  const hearing = new Hearing();
  // What each pattern needs is worked out with the first message, so that a start need not wait.
  const lists: (() => void)[] = [];
  return {
    anyOf(list) {
      for (const pattern of list) mustHaveItsGroups(pattern, groups);
      let tried: (heard: Heard) => readonly { batch: number; regExp: () => Compiled }[] = () => [];
      lists.push(() => {
        tried = hearing.enterAll(list.map(ways), (index) => ({
          batch: Math.floor(index / AT_ONCE),
          regExp: lazily(list.slice(index, index + 1), groups),
        }));
      });
      const batches = Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, index) =>
        lazily(list.slice(index * AT_ONCE, (index + 1) * AT_ONCE), groups),
      );
      return {
        test: (said, heard) => tried(heard).some(({ regExp }) => regExp().once.test(said)),
        exec(said, heard) {
          const first = tried(heard).find(({ regExp }) => regExp().once.test(said));
          const match = first === undefined ? null : batches[first.batch]?.().once.exec(said);
          return match == null ? undefined : { index: match.index, text: match[0] };
        },
        without(said, heard) {
          let [left, done] = [said, -1];
          for (const { batch, regExp } of tried(heard)) {
            if (batch === done || !regExp().once.test(left)) continue;
            left = left.replace(batches[batch]?.().everywhere ?? '', TAKEN_OUT);
            done = batch;
          }
          return left;
        },
      };
    },
    hear(said) {
      for (const enter of lists.splice(0)) enter();
      return hearing.hear(said);
    },
  };
}

interface Compiled {
  readonly once: RegExp;
  readonly everywhere: RegExp;
}

/** Most patterns are never needed: they are expanded and compiled when they first are. */
function lazily(patterns: readonly string[], groups: Groups): () => Compiled {
  let compiled: Compiled | undefined;
  return () => {
    if (compiled === undefined) {
      const all = patterns.map((pattern) => `(?:${expand(pattern, groups)})`).join('|');
      const once = new RegExp(`(?<!\\w)(?:${all})(?!\\w)`);
      compiled = { once, everywhere: new RegExp(once.source, 'g') };
    }
    return compiled;
  };
}

const GROUP = /<([a-z]+)>/g;

function mustHaveItsGroups(pattern: string, groups: Groups): void {
  for (const [, name = ''] of pattern.matchAll(GROUP))
    if (groups[name] === undefined) throw new Error(`There is no word group <${name}>: ${pattern}`);
}

function expand(pattern: string, groups: Groups): string {
  let expanded = pattern;
  for (let depth = 0; depth < MOST_NESTING && expanded.includes('<'); depth += 1) {
    expanded = expanded.replace(
      GROUP,
      (whole, name: string) => `(?:${groups[name]?.join('|') ?? whole})`,
    );
  }
  return expanded
    .replaceAll('~~ ', LONG_GAP)
    .replaceAll('~ ', GAP)
    .replaceAll('^ ', GAP_WITHOUT_ME);
}
