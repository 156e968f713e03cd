/** A receiving service that can be asked what became of requests, some at a time. */
import type { RequestId } from '../request';
import type { StatusReport } from './reports';

export interface StatusSource {
  readonly system: string;
  /** The most requests in one question. */
  readonly batch: number;
  /** How long it is before the same request is asked about again. */
  readonly everyMs: number;
  /**
   * @returns what it tells of them; nothing of those that it does not know
   * @throws TryLater, or any other error, where it tells nothing now
   */
  ask(requests: readonly RequestId[], signal: AbortSignal): Promise<readonly StatusReport[]>;
}
