/**
 * Reads `sensitive-ways.txt`: ways of saying things, with slots that many words fit. "{boss} hit
 * me" teaches more than one sentence can.
 */
export interface Way {
  readonly text: string;
  readonly level: string;
  readonly about?: string;
}

const SLOT = /\{(\w+)\}/;

/**
 * @param each how many sentences are made of one way, at most
 * @throws Error for a slot that is not filled: a mistake in the file
 */
export function waysIn(file: string, each: number): Way[] {
  const lines = file.split('\n').filter((line) => line.trim() !== '');
  const slots = new Map<string, readonly string[]>();
  for (const line of lines.filter((one) => one.startsWith('='))) {
    const [name = '', words = ''] = line.slice(1).split(':');
    slots.set(
      name.trim(),
      words.split('|').map((word) => word.trim()),
    );
  }
  const made: Way[] = [];
  let turn = 0;
  const filled = (way: string): string => {
    const slot = SLOT.exec(way);
    if (slot === null) return way;
    const words = slots.get(slot[1] ?? '');
    if (words === undefined) throw new Error(`Nothing fits {${slot[1] ?? ''}} in: ${way}`);
    turn = (turn * 16_807 + 11) % 2_147_483_647;
    return filled(way.replace(slot[0], words[turn % words.length] ?? ''));
  };
  let [level, about]: (string | undefined)[] = [];
  for (const line of lines) {
    if (line.startsWith('=')) continue;
    if (line.startsWith('#')) {
      [level, about] = line.slice(1).trim().split(' ');
      continue;
    }
    for (const text of new Set(Array.from({ length: each }, () => filled(line))))
      made.push({ text, level: level ?? 'none', ...(about === undefined ? {} : { about }) });
  }
  return made;
}
