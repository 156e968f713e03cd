/** Whether a word is a name with one slip of the fingers: a letter more, fewer, other or swapped. */
export function isNear(word: string, name: string): boolean {
  if (name.length < 4 || Math.abs(word.length - name.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at += 1;
  const [a, b] = [word.slice(at), name.slice(at)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.length > 1 && b.startsWith(`${a.charAt(1)}${a.charAt(0)}`) && a.slice(2) === b.slice(2))
  );
}
