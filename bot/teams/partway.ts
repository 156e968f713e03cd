import type { Line } from './line';
import type { Recently } from './recently';
import type { OpenStream } from './stream';

/** Of a reply that is several messages, how far it was told: what was taken is not said again. */
export interface Partway {
  readonly told: number;
  /** The channel's ids, where it gave any. */
  readonly last: string | null;
  readonly words: string | null;
  /** What the reader sees meanwhile, which its first words end. */
  readonly stream: OpenStream | undefined;
}

/** Of a reply that somebody else will tell: what was begun for it. */
export function beginsWith(partway: Recently<Partway>, outgoing: string, line: Line): void {
  const stream = line.openStream();
  if (stream !== undefined) partway.set(outgoing, { told: 0, last: null, words: null, stream });
}
