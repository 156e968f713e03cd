/** Whether a day or a month is named at all, whichever it is: enough to tell a request from a question. */
export function namesADay(plainText: string): boolean {
  return (
    /(?<!i )(?<!we )(?<!you )\bmay\b(?! i\b)/.test(plainText) ||
    /\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|christmas|easter|boxing day|new years|next (?:week|month)|\d{1,2}(?:st|nd|rd|th)|\d{1,2}\/\d{1,2}|20\d\d-\d\d-\d\d)\b/.test(
      plainText,
    )
  );
}
