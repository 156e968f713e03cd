/** Whether one line of policy says what a piece of a sentence says. Made to refuse when in doubt. */
import words from './claim-words.json';
import { stemsOf, type Claims } from './claims';

/** Why a sentence was thrown away. A code, because the sentence itself must not reach a log. */
export type Mismatch = 'figure' | 'negation' | 'modality' | 'condition' | 'actor' | 'words';

/** One line of a clause, with what its surroundings make known. */
export interface Support {
  readonly claims: Claims;
  /** Stems a piece may use: the line's, the heading's and the question's. */
  readonly known: ReadonlySet<string>;
}

const MODALITY = ['must', 'may', 'should', 'hedge'];
const NEUTRAL: ReadonlySet<string> = new Set(words.neutral.flatMap(stemsOf));
const KINDS = Object.keys(words.same).filter((kind) => kind !== 'about');

export function mismatch(piece: Claims, { claims: line, known }: Support): Mismatch | undefined {
  if (piece.figures.some((figure) => !hasFigure(line, figure))) return 'figure';
  if (piece.figures.length > 0 && line.choice && !piece.choice) return 'figure';
  if (piece.negations !== line.negations) return 'negation';
  const kind = KINDS.find(
    (name) => piece.same.has(name) !== line.same.has(name) && !mayDiffer(name, piece, line),
  );
  if (kind !== undefined) return MODALITY.includes(kind) ? 'modality' : 'condition';
  if ([...piece.within].some((name) => !line.within.has(name))) return 'condition';
  if (!actsAlike(piece.actors, line.actors)) return 'actor';
  if (piece.stems.some((stem) => !known.has(stem) && !NEUTRAL.has(stem))) return 'words';
  // A figure by itself says nothing that could be checked.
  return piece.figures.length + piece.stems.length < (piece.figures.length > 0 ? 2 : 1)
    ? 'words'
    : undefined;
}

/** "Ask your team" may become "you should ask" or, where a number or address is given, "you can". */
function mayDiffer(kind: string, piece: Claims, line: Claims): boolean {
  return line.imperative && (kind === 'should' || kind === 'may') && piece.same.has(kind);
}

/** A date may be said with less (no year), never with more. */
function hasFigure(line: Claims, figure: string): boolean {
  return line.figures.some(
    (own) => own === figure || (figure.includes('date ') && own.startsWith(`${figure}-`)),
  );
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
