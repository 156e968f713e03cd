/**
 * Which file is held by what: a draft, a request, or both while a request is being changed. A file
 * that nothing holds any more is released, and swept away soon after.
 */
export interface Attachments {
  /** @param holder the id of a draft or a request */
  heldBy(holder: string): Promise<readonly string[]>;
  /** Files that were held and are not any more; at most `limit`. */
  released(limit: number): Promise<readonly string[]>;
  /** What is in it is gone. */
  forget(file: string): Promise<void>;
  /** Those of the given files that anything holds, or held and was not swept. */
  known(files: readonly string[]): Promise<ReadonlySet<string>>;
  /** Lets go of the files of requests from before that day which wait for nothing. @returns how many */
  releaseSentBefore(day: Date): Promise<number>;
}
