/** A figure of the bench: a JSON line. */
export function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

export const round2 = (value: number): number => Math.round(value * 100) / 100;
