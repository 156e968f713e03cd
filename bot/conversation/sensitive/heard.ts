/** Which patterns are worth trying on a message: those of which the needed words were said. */
import type { Need, Way } from './needed';

/** Their ids, in order. Holds for the message itself, and for whatever is left or taken of it. */
export type Heard = readonly number[];

/** A text that some pattern needs, with the numbers of the needs that it meets. */
interface Sought {
  readonly text: string;
  readonly meets: number[];
}

/** How many letters, spaces counted, a text is looked up by; fewer where it has no more. */
const PIECE = 4;
const SHORT_PIECE = 3;

const SPACE = 32;
/** Normalised text is plain ASCII. */
const LETTERS = 128;
const pairAt = (text: string, at: number): number =>
  (text.charCodeAt(at) % LETTERS) * LETTERS + (text.charCodeAt(at + 1) % LETTERS);

export class Hearing {
  private readonly sought = new Map<string, Sought>();
  /** By its first word, where that is whole; by how that begins; by how it begins within a word. */
  private readonly byWord = new Map<string, Sought[]>();
  private readonly byStart = new Map<string, Sought[]>();
  private readonly byPiece = new Map<string, Sought[]>();
  /** The two letters that each of `byPiece` begins with, to pass over nearly every place at once. */
  private readonly begins = new Uint8Array(LETTERS * LETTERS);
  private readonly needs = new Map<Need | string, number>();
  /** For each need, what can match if this one and all others are met. */
  private readonly first: { readonly id: number; readonly others: Way }[][] = [];
  private readonly always: number[] = [];
  private entries = 0;

  /** @returns those of the list that are worth trying, in its order */
  enterAll<T>(
    list: readonly (readonly Way[])[],
    made: (index: number) => T,
  ): (heard: Heard) => readonly T[] {
    const from = this.entries;
    const all = list.map((ways, index) => {
      this.enter(ways);
      return made(index);
    });
    return (heard) => {
      const found: T[] = [];
      for (const id of heard) {
        const one = all[id - from];
        if (one !== undefined) found.push(one);
      }
      return found;
    };
  }

  /** What can match in these ways gets the next id. */
  private enter(ways: readonly Way[]): void {
    const id = this.entries;
    this.entries += 1;
    for (const way of ways) {
      const [first, ...others] = way;
      if (first === undefined) this.always.push(id);
      else this.first[this.numberOf(first)]?.push({ id, others });
    }
  }

  hear(said: string): Heard {
    const padded = ` ${said} `;
    const heard = new Set(this.always);
    for (const need of this.met(padded)) {
      for (const { id, others } of this.first[need] ?? [])
        if (others.every(({ texts }) => texts.some((text) => padded.includes(text)))) heard.add(id);
    }
    return [...heard].sort((a, b) => a - b);
  }

  private met(padded: string): ReadonlySet<number> {
    const met = new Set<number>();
    const look = (sought: readonly Sought[] | undefined): void => {
      for (const { text, meets } of sought ?? [])
        if (padded.includes(text)) for (const need of meets) met.add(need);
    };
    for (let at = 0; at + SHORT_PIECE <= padded.length; at += 1) {
      const atWord = padded.charCodeAt(at) === SPACE;
      if (!atWord && this.begins[pairAt(padded, at)] === 0) continue;
      const index = atWord ? this.byStart : this.byPiece;
      look(index.get(padded.slice(at, at + PIECE)));
      look(index.get(padded.slice(at, at + SHORT_PIECE)));
      if (atWord) look(this.byWord.get(padded.slice(at, padded.indexOf(' ', at + 1))));
    }
    return met;
  }

  private numberOf(need: Need): number {
    const [only, ...more] = need.texts;
    const key = only !== undefined && more.length === 0 ? only : need;
    const known = this.needs.get(key);
    if (known !== undefined) return known;
    const number = this.first.length;
    this.needs.set(key, number);
    this.first.push([]);
    for (const text of need.texts) this.seek(text).meets.push(number);
    return number;
  }

  private seek(text: string): Sought {
    const known = this.sought.get(text);
    if (known !== undefined) return known;
    const sought: Sought = { text, meets: [] };
    this.sought.set(text, sought);
    const [index, key] = this.placeOf(text);
    const there = index.get(key);
    if (there === undefined) index.set(key, [sought]);
    else there.push(sought);
    return sought;
  }

  private placeOf(text: string): readonly [Map<string, Sought[]>, string] {
    if (!text.startsWith(' ')) {
      this.begins[pairAt(text, 0)] = 1;
      return [this.byPiece, text.slice(0, PIECE)];
    }
    const end = text.indexOf(' ', 1);
    return end > 0 ? [this.byWord, text.slice(0, end)] : [this.byStart, text.slice(0, PIECE)];
  }
}
