/** A mistake in a policy file, told so that the person who wrote it can mend it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${file}:${line}: ${problem} ${remedy}`);
  }
}

/** Everything that is wrong with a set of policies, in one go. */
export class PolicySetError extends Error {
  override readonly name = 'PolicySetError';

  constructor(readonly errors: readonly PolicyError[]) {
    super(errors.map((error) => error.message).join('\n'));
  }
}
