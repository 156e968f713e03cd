/** "What's the pay situation", "what's the deal with lieu days": a manner of saying "what about". */

const OF_IT = /\bwhat(?:'?s| is) the ([\w' -]{2,30}?) (?:situation|deal|story|craic)\b/i;
const WITH_IT =
  /\bwhat(?:'?s| is) the (?:situation|deal|score|story|craic|state of play) (?:with|on|about|for)\b/i;

/** Words that say how somebody talks say nothing of what they talk about. */
export const withoutManner = (text: string): string =>
  text.replaceAll(/[‘’`]/g, "'").replace(WITH_IT, 'what about').replace(OF_IT, 'what about $1');
