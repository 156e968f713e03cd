/** Events of requests that the requester has not been told yet. Each is told once, to every conversation they have. */
import type { Request, RequestEvent } from '../../dialogs';
import type { Reply } from './reply';

export interface News {
  readonly sequence: number;
  readonly request: Request;
  readonly event: RequestEvent;
}

export interface RequestNews {
  /** Oldest first. `sent` is never news: the receipt said it. */
  untold(limit: number): Promise<readonly News[]>;
  /** Queues the notice in each conversation of the requester and marks the event told, together; null where nothing need be said. */
  tell(news: News, notice: Reply | null, now: Date): Promise<void>;
}
