const LONGEST_SAID = 140;

/** For a line of a list. Cut after masking: half a name would not be known as one. */
export const shorten = (text: string): string =>
  text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID).trimEnd()}…`;
