/** What shows that it is the app that asks. */
export type AppProof =
  | { readonly kind: 'secret'; readonly secret: string }
  /** A PEM file that holds a certificate and its key. It is read for each token, so that it can be renewed. */
  | { readonly kind: 'certificate'; readonly file: string };

/** How Microsoft Graph is spoken to. */
export interface GraphSettings {
  /** Such as `https://graph.microsoft.com`, without a slash at the end. */
  readonly url: string;
  /** Such as `https://login.microsoftonline.com`. */
  readonly loginUrl: string;
  readonly clientId: string;
  readonly proof: AppProof;
}

/** What a call needs from outside. */
export interface Surroundings {
  readonly clock: () => Date;
  /** Resolves after so many milliseconds. @throws what the signal was raised with */
  readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** For one answer of Graph or of the token service. */
  readonly answerWithinMs: number;
}
