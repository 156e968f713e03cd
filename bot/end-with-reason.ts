/** The end of a program that cannot go on: the reason on standard error, and 1. */
export function endWithReason(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
