/** Whether one line of policy says what a piece of a sentence says. Made to refuse when in doubt. */
import words from './claim-words.json';
import { stemsOf, UNNAMED, type Claims } from './claims';

/** In the order in which they are looked for: a later one came nearer. */
const MISMATCHES = ['figure', 'negation', 'modality', 'condition', 'actor', 'words'] as const;
/** Why a sentence was thrown away. A code, because the sentence itself must not reach a log. */
export type Mismatch = (typeof MISMATCHES)[number];

export const nearer = (a: Mismatch | undefined, b: Mismatch | undefined): Mismatch | undefined =>
  MISMATCHES.findLast((mismatch) => mismatch === a || mismatch === b);

/** One line of a clause, with what its surroundings make known. */
export interface Support {
  readonly claims: Claims;
  /** Stems a piece may use: the line's, the heading's and the question's. */
  readonly known: ReadonlySet<string>;
  /** Who "it" or "they" is on this line. */
  readonly meant: string;
}

const MODALITY = ['must', 'may', 'should', 'hedge'];
const NEUTRAL: ReadonlySet<string> = new Set(words.neutral.flatMap(stemsOf));
const KINDS = Object.keys(words.same).filter((kind) => kind !== 'about');

export function mismatch(
  piece: Claims,
  { claims: line, known, meant }: Support,
): Mismatch | undefined {
  if (piece.figures.some((figure) => !hasFigure(line, figure))) return 'figure';
  if (piece.figures.length > 0 && line.choice && !piece.choice) return 'figure';
  if (piece.negated.join() !== line.negated.join()) return 'negation';
  const kind = KINDS.find(
    (name) => piece.same.get(name) !== line.same.get(name) && !mayDiffer(name, piece, line),
  );
  if (kind !== undefined) return MODALITY.includes(kind) ? 'modality' : 'condition';
  if ([...piece.within].some((name) => !line.within.has(name))) return 'condition';
  const actors = piece.actors.map((actor) => (actor === UNNAMED ? meant : actor));
  if (!actsAlike(actors, line.actors)) return 'actor';
  if (piece.stems.some((stem) => !known.has(stem) && !NEUTRAL.has(stem))) return 'words';
  if (line.compares && !inOrder(piece.stems, line.stems)) return 'words';
  // A figure by itself says nothing that could be checked.
  return piece.figures.length + piece.stems.length < (piece.figures.length > 0 ? 2 : 1)
    ? 'words'
    : undefined;
}

/** "Ask your team" may become "you should ask", but not "you can ask", which asks for less. */
function mayDiffer(kind: string, piece: Claims, line: Claims): boolean {
  return line.imperative && kind === 'should' && (piece.same.get(kind) ?? 0) > 0;
}

/** A date may be said with less (no year), never with more. */
function hasFigure(line: Claims, figure: string): boolean {
  return line.figures.some(
    (own) => own === figure || (figure.includes('date ') && own.startsWith(`${figure}-`)),
  );
}

/** The words that both have come in the same order. */
function inOrder(said: readonly string[], own: readonly string[]): boolean {
  const order = said.map((stem) => own.indexOf(stem)).filter((at) => at >= 0);
  return order.every((at, index) => index === 0 || at > (order[index - 1] ?? 0));
}

/** Nobody new acts, the first to act is the same, and nobody changes places. */
function actsAlike(said: readonly string[], own: readonly string[]): boolean {
  const [first] = said;
  if (first === undefined) return true;
  if (own.length === 0) return said.every((actor) => actor === 'you');
  const order = said.map((actor) => own.indexOf(actor));
  if (order.some((at) => at < 0)) return false;
  return order[0] === 0 && order.every((at, index) => index === 0 || at > (order[index - 1] ?? 0));
}
