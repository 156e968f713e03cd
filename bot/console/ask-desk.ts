/** The desk is another service: it may be away, and then the pages say so and lose nothing. */
import { DeskUnreachable } from '../desk/desk-client';
import type { HttpRequest, HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';

export type Asked<Answer> =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'unreachable' };

export async function askDesk<Answer>(
  { log }: Pick<ConsoleTools, 'log'>,
  { id }: Pick<HttpRequest, 'id'>,
  ask: () => Promise<Answer>,
): Promise<Asked<Answer>> {
  try {
    return { kind: 'answered', answer: await ask() };
  } catch (error) {
    if (!(error instanceof DeskUnreachable)) throw error;
    log.error({ event: 'console.desk-unreachable', request: id }, error);
    return { kind: 'unreachable' };
  }
}

export const deskUnreachable = (
  tools: ConsoleTools,
  { path, query }: Pick<HttpRequest, 'path' | 'query'>,
  reader: Reader,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'requests'), 503, {
    heading: 'The requests can’t be shown just now',
    says: [
      'The people services desk does not answer. No request is lost.',
      'Try again in a minute. If it goes on, tell whoever looks after this service.',
    ],
    links: [{ text: 'Try again', href: query.size === 0 ? path : `${path}?${query.toString()}` }],
  });
