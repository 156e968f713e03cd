/** Why a file could not be read, and the way out, for the person who put it there. */
export interface DocumentProblem {
  /** Relative to the folder, with forward slashes. */
  readonly file: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Thrown by a reader for a file that a person can mend. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  constructor(
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`${problem} ${remedy}`);
  }
}
