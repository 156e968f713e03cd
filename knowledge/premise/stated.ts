/**
 * What a message gives as known before it asks on from it: "as I get 35 days, …", "it is 26 weeks,
 * isn't it", "I was told that …". Whether it is right is for others to say.
 */
import words from './premise-words.json';

export interface Stated {
  /** The statement without the words that lead to it. */
  readonly text: string;
  /** True where it was said to be known, heard or hoped for, and not just told. */
  readonly marked: boolean;
}

const any = (patterns: readonly string[]): string => patterns.join('|');
const SENTENCE = /(?<=[.!?;])\s+|\n+/;
/** Where a statement ends and the question that goes on from it begins. */
const TURN = new RegExp(
  String.raw`\s*[,;–-]?\s+(?:and |but )?(?:so|then|therefore)\b[,]?\s+|\s*[,–-]\s+(?=(?:and |but |so )?(?:${words.asks})\b)|\s+(?=(?:how (?:do|can|many|much|long|soon|come)|what (?:do|is|happens|about|if)|when (?:do|can|does|will|is)|where do|who do|can (?:i|we|they)|do (?:i|we|they))\b)`,
  'i',
);
const QUESTION = new RegExp(`^(?:and |but |so |hi |hello |ok )*(?:${words.asks})\\b`, 'i');
const MARKER = new RegExp(
  `^(?:so |and |but |well |hi |ok |also )*(?:${any(words.markers)})\\b[,:]?\\s+(?:that )?`,
  'i',
);
const TAG = new RegExp(`[,\\s]+(?:${any(words.tags)})\\s*\\W*$`, 'i');
/** "It is 12 weeks isn't it, im in week 3": what follows is told, and no part of what was asked to be so. */
const AFTER_A_TAG = new RegExp(`(?<=\\s(?:${any(words.tagsInside)}))\\s*[,–-]\\s+`, 'i');
const RULE = new RegExp(`(?:\\b|')(?:${any(words.rules)})\\b`, 'i');
const FEWEST_WORDS = 4;

/** In order; none where nothing is stated. */
export function statementsIn(text: string): readonly Stated[] {
  const plain = text.replaceAll(/[‘’`]/g, "'").trim();
  return sentencesIn(plain).flatMap(statedIn);
}

const sentencesIn = (plain: string): string[] =>
  plain.split(SENTENCE).flatMap((sentence) => sentence.split(AFTER_A_TAG));

function statedIn(sentence: string): Stated[] {
  const pieces = sentence.trim().split(TURN);
  const lead = MARKER.exec(pieces[0] ?? '')?.[0];
  const isMarked = lead !== undefined || pieces.some((piece) => TAG.test(` ${piece}`));
  // What stands alone and unmarked is told, or asked.
  if (!isMarked && pieces.length === 1) return [];
  return pieces.flatMap((piece, index) => {
    const said = (index === 0 ? piece.slice(lead?.length ?? 0) : piece)
      .trim()
      .replace(TAG, '')
      .replace(/^(?:so|and|but|well)\s+/i, '')
      .replace(/[\s?.!,]+$/, '');
    const states =
      !QUESTION.test(said) && RULE.test(said) && said.split(/\s+/).length >= FEWEST_WORDS;
    return states ? [{ text: said, marked: isMarked }] : [];
  });
}

/** Where any question begins: what stands before it may be told. */
const ASKED = new RegExp(String.raw`\s+(?:and |but |so )*(?=(?:${words.turnsToAsk})\b)`, 'i');
const FEWEST_WORDS_TOLD = 3;

/**
 * All that is told and not asked, each piece by itself, without the words that lead to it: what is
 * held against mistakes that are known. Wider than `statementsIn`, because those are many words alike.
 */
export function toldIn(text: string): readonly string[] {
  const plain = text.replaceAll(/[‘’`]/g, "'").trim();
  return sentencesIn(plain).flatMap((sentence) => {
    const pieces = toldPieces(sentence.trim());
    // What stands alone and states no rule is somebody's story: "mum had a fall, time off".
    if (pieces.length === 1 && !MARKER.test(sentence) && !RULE.test(sentence)) return [];
    return pieces;
  });
}

function toldPieces(sentence: string): readonly string[] {
  return sentence
    .split(TURN)
    .flatMap((piece) => piece.split(ASKED).slice(0, 1))
    .map((piece) =>
      piece
        .trim()
        .replace(MARKER, '')
        .replace(TAG, '')
        .replace(/^(?:so|and|but|well|hi|ok)\s+/i, '')
        .replace(/[\s?.!,]+$/, ''),
    )
    .filter((said) => !QUESTION.test(said) && said.split(/\s+/).length >= FEWEST_WORDS_TOLD);
}
