/** A mistake in a file of the directory, or in the routes, told so that the person who wrote it can mend it. */
export class DirectoryError extends Error {
  override readonly name = 'DirectoryError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${file}:${line}: ${problem} ${remedy}`);
  }
}

/** Everything that is wrong with a directory folder, in one go. */
export class DirectoryFolderError extends Error {
  override readonly name = 'DirectoryFolderError';

  constructor(readonly errors: readonly DirectoryError[]) {
    super(errors.map((error) => error.message).join('\n'));
  }
}
