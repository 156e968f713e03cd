/** Erases for somebody who has left and cannot say “delete my conversations” any more. */
export interface Leavers {
  /**
   * Their words, as they would have done themselves, and their requests that have ended. The same
   * again changes nothing more.
   *
   * @param organisations where whoever does it may do so
   * @returns undefined where nothing is kept of that person, or not at these organisations alone
   */
  erase(
    person: string,
    organisations: readonly string[],
    now: Date,
  ): Promise<ErasedForLeaver | undefined>;
}

export interface ErasedForLeaver {
  /** Requests that have ended, and were deleted. */
  readonly requests: number;
  /** Those that have not, and stay until their time is over. */
  readonly open: number;
}
