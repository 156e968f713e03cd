/** What was said, in plain lower case words: the form in which it is compared with the word lists. */
import spelling from '../catalogue/words/spelling.json';

const SPELLING = new Map(Object.entries(spelling));

const MONTH_THEN_DASH =
  /\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\s*[-–—]\s*(?=\d|[a-z])/g;

/** "15feb". */
const DATE_GLUED_TO_MONTH =
  /\b(\d{1,2}(?:st|nd|rd|th)?)(?=(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)/g;

/** "mon-wed". */
const WEEKDAY_THEN_DASH =
  /\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s*[-–—]\s*(?=(?:mon|tue|wed|thu|fri|sat|sun))/g;

/** One clause or sentence, twice: as it was said, and plain. */
export interface Clause {
  readonly said: string;
  readonly plain: string;
  /** Where it starts in the whole text. */
  readonly at: number;
}

/** Words with single spaces between them. Days keep their digits, dashes and strokes: `2027-05-03`, `3/5`. */
export function plain(text: string): string {
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’']/g, '')
    .replace(/\b(\d+)\s+1\/2\b/g, '$1.5') // NFKC has made ½ of it
    .replace(/\b(\d+)1\u20442\b/g, '$1.5')
    .replace(/\b(\d{1,2})[-.](\d{1,2})[-.](20\d\d)\b/g, '$1/$2/$3')
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(\d\d)\b(?!\.)/g, '$1/$2/$3')
    .replace(DATE_GLUED_TO_MONTH, '$1 ')
    .replace(WEEKDAY_THEN_DASH, '$1 to ')
    .replace(MONTH_THEN_DASH, '$1 to ')
    .replace(/\b(20\d\d)-(\d\d?)-(\d\d?)\b/g, '$1_$2_$3')
    .replace(/(\d(?:st|nd|rd|th)?)\s*[-–—]\s*(?=\d|[a-z]{3})/g, '$1 to ')
    .replace(/\s[-–—]\s/g, ' to ')
    .replace(/(\w)[-–—](?=\w)/g, '$1 ')
    .replace(/_/g, '-')
    .replace(/(?<!\d)[.,:/](?=\d)|[.:](?!\d)|,(?!\d{3}\b)|[;!?"“”()[\]{}<>*#…]/g, ' ')
    .replace(/(\d) ?(?:h|hrs?|hours?) ?(?:\/ ?(?:wk|week)|p ?\/ ?w)\b/g, '$1 hours a week')
    .replace(/(\d) ?(?:\/ ?(?:wk|week)|p ?\/ ?w)\b/g, '$1 a week')
    .replace(
      /\bsat(?= (?:down|together)\b)|(?<=^|\b(?:i|we|have|ive|and) )sat(?= (?:with|wi|w)\b)/g,
      'met',
    ) // no Saturday
    .replace(/\b(\d{1,2})\/52\b/g, '$1 weeks') // as doctors write them
    .replace(/(\d) ?h\b/g, '$1 hours')
    .replace(/(\d)(hours|hour|hrs|hr|h|wte|fte|days|weeks|wks|wk)\b/g, '$1 $2');
  return lower
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => SPELLING.get(word) ?? word)
    .join(' ');
}

/** Sentences: they end at a full stop, a question mark or a new line. */
export function sentences(text: string): Clause[] {
  return parts(text, /[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]*)*[.!?]*/g);
}

/** Sentences cut at commas and dashes too. */
export function clauses(text: string): Clause[] {
  return parts(
    text,
    /(?:[^.,;!?\n](?!\s[-–—]\s(?!\d))|[.,](?=\S))+(?:[^.,;!?\n](?=\s[-–—]\s))?[.,;!?]*/g,
  );
}

function parts(text: string, pattern: RegExp): Clause[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: said, index }) => {
      const dash = /^\s*[-–—]\s+/.exec(said)?.[0].length ?? 0;
      const own = said.slice(dash);
      return { said: own.trim(), plain: plain(own), at: index + dash };
    })
    .filter((part) => part.plain !== '');
}
