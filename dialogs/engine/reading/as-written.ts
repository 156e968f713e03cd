/** Plain words as they stand in the text that was typed, with its capitals; as they are where they cannot be found. */
export function asWritten(words: string, text: string): string {
  const loose = words.split(' ').map((word) => word.split(/(?=.)/u).map(escaped).join("['’]?"));
  return new RegExp(loose.join(String.raw`[\s/-]+`), 'i').exec(text)?.[0] ?? words;
}

function escaped(letter: string): string {
  return letter.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
