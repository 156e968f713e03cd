/**
 * Which way round something is said: paid or unpaid, must or need not, kept or lost. What search
 * leaves out of a text is all that tells a statement from its opposite.
 */
import words from './turns.json';

export interface Turned {
  /** By axis ("pay", "must", …): 1 for, -1 against; 0 where it is said both ways. */
  readonly turns: ReadonlyMap<string, number>;
  /** The text without the words that turn it. */
  readonly rest: string;
}

/** The axis of what is left over: it turns the whole statement round. */
export const WHOLE = 'whole';
/** The axis of "only" and "anyone". */
const ONLY = 'who';
/** "Unpaid and compulsory" says both: being unpaid denies nothing else. */
const PAY = 'pay';
/** "Not" turns what stands so many words behind it. */
const REACH = 3;

const SPELT = Object.entries(words.spelt).map(
  ([written, meant]) => [new RegExp(`\\b(?:${written})\\b`, 'g'), meant] as const,
);
const NEGATION = new RegExp(`^(?:${words.not})$`);
const TURNS = Object.entries(words.axes).flatMap(([axis, sides]) => [
  { axis, sign: -1, pattern: new RegExp(`\\b(?:${sides.against})\\b`, 'g') },
  { axis, sign: 1, pattern: new RegExp(`\\b(?:${sides.for})\\b`, 'g') },
]);
/** A turning phrase in the text, while it is read. */
const MARK = /^\u0001(\d+)$/;

export function turnedIn(text: string): Turned {
  const plain = SPELT.reduce(
    (said, [written, meant]) => said.replace(written, ` ${meant}`),
    text.toLowerCase().replaceAll(/[‘’`]/g, "'"),
  );
  const marked = TURNS.reduce(
    (said, { pattern }, number) => said.replace(pattern, ` \u0001${number} `),
    plain,
  );
  const turns = new Map<string, number>();
  let pending: number[] = [];
  let whole = 1;
  const rest: string[] = [];
  for (const [at, word] of marked.split(/[\s,;:.?!]+/).entries()) {
    const turn = TURNS[Number(MARK.exec(word)?.[1] ?? -1)];
    if (turn !== undefined) {
      const reached = pending.filter((before) => at - before <= REACH);
      const before = turns.get(turn.axis);
      const sign = reached.length % 2 === 0 ? turn.sign : -turn.sign;
      turns.set(turn.axis, before === undefined || before === sign ? sign : 0);
      pending = pending.filter((one) => !reached.includes(one));
    } else if (NEGATION.test(word)) pending.push(at);
    else rest.push(word);
  }
  if (pending.length % 2 === 1) whole = -1;
  return { turns: turns.set(WHOLE, whole), rest: rest.join(' ') };
}

/** True where one says the opposite of the other on anything that both speak of. */
export function areOpposite({ turns: one }: Turned, { turns: other }: Turned): boolean {
  return [...one].some(([axis, sign]) => (other.get(axis) ?? sign) !== sign);
}

/**
 * True where all that turns the one turns the other in the same way, and the other denies nothing
 * besides: "only if" takes back what it stands with.
 */
export const turnsLike = ({ turns: one }: Turned, { turns: other }: Turned): boolean =>
  [...one].every(([axis, sign]) => other.get(axis) === sign) &&
  [...other].every(([axis, sign]) => (sign > 0 && axis !== ONLY) || axis === PAY || one.has(axis));
