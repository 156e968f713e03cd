/** A source that could not be asked. Not a person's doing, and not a reason to leave them without an answer. */
export class SourceUnavailable extends Error {
  override readonly name = 'SourceUnavailable';

  constructor(
    /** For instance `slow`, `out of reach` or `status 503`: safe to log. */
    readonly why: string,
    remedy: string,
    cause?: unknown,
  ) {
    super(`The search service could not be asked (${why}). ${remedy}`, { cause });
  }
}
