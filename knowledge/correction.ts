/** "No, I meant unpaid", "not me, my wife": what was meant, where it was taken wrongly. */

const SORRY = /^(?:(?:no+|nope|sorry|wrong|er+m?|oops|wait|actually)\b[\s,.!-]*)+/i;
const NOT_THAT =
  /^(?:that'?s|it'?s|this is|that is)?\s*not what i (?:asked|meant|said|wanted)\b[\s,.!-]*(?:but\s+)?/i;
const MEANT = /^i (?:meant|mean|said)\s+(?:to (?:say|ask)\s+)?/i;
/** Only after a no: by itself it is how a question begins. */
const ASKED = /^i (?:asked|was asking|am asking|want(?:ed)? to know)\s+(?:(?:about|for|if)\s+)?/i;
/** "Not paternity, maternity": what stands after it was meant. */
const NOT_BUT = /^not (?:[\w']+ ){0,3}[\w']+\s*(?:[,;.-]|\bbut\b)\s*(?=\S)/i;
const NO_COMMA = /^no+\s*,/i;
const FEW_WORDS = 5;

/** @returns undefined for anything but a correction */
export function meantIn(text: string): string | undefined {
  const plain = text.replaceAll(/[‘’`]/g, "'").trim();
  const rest = plain.replace(SORRY, '').replace(NOT_THAT, '');
  const wasWrong = rest.length < plain.length;
  const meant = [MEANT, NOT_BUT, ...(wasWrong ? [ASKED] : [])].find((one) => one.test(rest));
  if (meant !== undefined) return rest.replace(meant, '').trim() || undefined;
  const isShort = rest !== '' && rest.split(/\s+/).length <= FEW_WORDS;
  return NO_COMMA.test(plain) && isShort ? rest : undefined;
}
