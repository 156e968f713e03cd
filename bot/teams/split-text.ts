/** Cuts a long text into messages that a channel takes: between paragraphs, else lines, else words. */
const BREAKS = ['\n\n', '\n', ' '];

/** @param most bytes of UTF-8 that one part may have */
export function splitText(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (Buffer.byteLength(rest) > most) {
    const room = longestStart(rest, most);
    const cut = placeToCut(room);
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}

/** Never in the middle of a character: an emoji is two units long. */
function longestStart(text: string, most: number): string {
  let start = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > most) break;
    start += character;
  }
  return start;
}

/** A break in the first third would make a crumb of a message, so a lesser break is taken then. */
function placeToCut(room: string): number {
  for (const gap of BREAKS) {
    const at = room.lastIndexOf(gap);
    if (at > room.length / 3) return at;
  }
  return room.length;
}
