/** What a receiving service needs to read of a request that the request does not hold: it has ids only. */
export interface Description {
  readonly serviceTitle: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly organisationName: string;
  /** Working days in which people services promise to deal with it. */
  readonly serviceLevelDays: number;
  /** False of what nobody has to approve. */
  readonly isDecided: boolean;
  /** True of a service whose name alone says what nobody else should learn. */
  readonly isPrivate: boolean;
  /** The person it is about, where that is not the requester. */
  readonly onBehalfOf?: string;
  /** Who approved it before it was delivered, and when; left out where nobody had to, or could. */
  readonly approval?: { readonly by: string; readonly at: string };
}
