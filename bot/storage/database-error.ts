/** The place for the data cannot be used; told to the person who runs the program. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
