/** A line of what somebody said. Shorten after masking: half a name would not be known as one. */
const LONGEST_SAID = 140;

export const shorten = (text: string): string =>
  text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID).trimEnd()}…`;
