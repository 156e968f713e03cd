/** Small numbers, in figures or in words. */
const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty'.split(' ');

/** A pattern that matches what `numberOf` reads. */
export const NUMBER = String.raw`\d+(?:\.\d+)?|(?:(?:twenty|thirty|forty|fifty)(?: (?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.slice(1).join('|')})(?: point (?:${UNITS.join('|')}))?`;

export function numberOf(words: string): number | undefined {
  if (/^\d/.test(words)) return Number(words);
  const [whole = '', fraction] = words.split(' point ');
  const sum = whole.split(' ').reduce<number>((total, word) => {
    const tens = TENS.indexOf(word);
    const value = tens > 1 ? tens * 10 : UNITS.indexOf(word);
    return value < 0 ? Number.NaN : total + value;
  }, 0);
  const tenths = fraction === undefined ? 0 : UNITS.indexOf(fraction) / 10;
  return Number.isNaN(sum) ? undefined : sum + tenths;
}
