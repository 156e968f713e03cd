/** Of a reply that is several messages, how far it was told: what was taken is not said again. */
export interface Partway {
  readonly told: number;
  /** The channel's ids, where it gave any. */
  readonly last: string | null;
  readonly words: string | null;
}
