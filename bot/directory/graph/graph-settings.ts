/** How Microsoft Graph is spoken to. */
export interface GraphSettings {
  /** Such as `https://graph.microsoft.com`, without a slash at the end. */
  readonly url: string;
  /** Such as `https://login.microsoftonline.com`. */
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a call needs from outside. */
export interface Surroundings {
  readonly clock: () => Date;
  /** Resolves after so many milliseconds. @throws what the signal was raised with */
  readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** For one answer of Graph or of the token service. */
  readonly answerWithinMs: number;
}
