/**
 * Long sections of a document, cut to what answers. A clause of the national set is short by
 * rule; a section of somebody's handbook can be two pages.
 */

/** Sections up to this length are answered whole. */
const SHORT_ENOUGH = 120;
const ITEM = /^\s*(?:[-*+]|\d+\.)\s+/;
const SENTENCE_END = /(?<=[.!?])\s+/;

/** A paragraph, or a list (a table reads as one) with the line that leads to it. */
interface Piece {
  readonly lead: string;
  readonly units: readonly string[];
  readonly list: boolean;
}

/**
 * What a question can be held against: sentences, and list items with the line that leads to
 * them, in order and without repeats.
 */
export function sentencesOf(markdown: string): readonly string[] {
  return [...new Set(piecesOf(markdown).flatMap(saidIn))];
}

/** The part of a section around one of its sentences: all of it where it is short. */
export function bestPart(markdown: string, sentence: string): string {
  if (wordCount(markdown) <= SHORT_ENOUGH) return markdown;
  const pieces = piecesOf(markdown);
  const at = Math.max(
    0,
    pieces.findIndex((piece) => saidIn(piece).includes(sentence)),
  );
  const [home, ...following] = pieces.slice(at);
  if (home === undefined) return markdown;
  let part = wordCount(written(home)) <= SHORT_ENOUGH ? written(home) : around(home, sentence);
  // What follows comes along while it fits: "This does not apply to …" often stands there.
  for (const piece of following) {
    if (wordCount(part) + wordCount(written(piece)) > SHORT_ENOUGH) break;
    part += `\n\n${written(piece)}`;
  }
  return part;
}

function piecesOf(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let lead = '';
  for (const text of markdown.split(/\n{2,}/)) {
    if (leads(text) && lead === '') {
      lead = text;
      continue;
    }
    const list = ITEM.test(text);
    pieces.push({ lead, list, units: list ? text.split('\n') : text.split(SENTENCE_END) });
    lead = '';
  }
  return lead === '' ? pieces : [...pieces, { lead: '', list: false, units: [lead] }];
}

/** A line that ends in a colon, or is bold throughout, says what stands below it. */
const leads = (text: string): boolean =>
  !ITEM.test(text) && (/:\**$/.test(text) || /^\*\*[^*]+\*\*$/.test(text));

const saidIn = ({ lead, units, list }: Piece): string[] =>
  units.map((unit) => (list || lead !== '' ? `${lead} ${unit.replace(ITEM, '')}` : unit).trim());

function written({ lead, units, list }: Piece): string {
  const body = units.join(list ? '\n' : ' ');
  return lead === '' ? body : `${lead}\n\n${body}`;
}

/** A sentence of a long paragraph, or an item of a long list, with its neighbours. */
function around(piece: Piece, sentence: string): string {
  const at = Math.max(0, saidIn(piece).indexOf(sentence));
  let [from, to] = [at, at + 1];
  const cut = (): string => written({ ...piece, units: piece.units.slice(from, to) });
  const room = (unit: string | undefined): boolean =>
    unit !== undefined && wordCount(cut()) + wordCount(unit) <= SHORT_ENOUGH;
  while (room(piece.units[to])) to += 1;
  while (from > Math.max(0, at - 2) && room(piece.units[from - 1])) from -= 1;
  return cut();
}

const wordCount = (text: string): number => text.split(/\s+/).length;
