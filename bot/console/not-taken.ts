/** A form that could not be taken as it came: what is wrong, and what to do. */
import type { BodyProblem, HttpRequest, HttpResponse } from '../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { wordsIn } from './words-in';

/** Its page was drawn for somebody else, by another version, or elsewhere. */
export const outOfDate = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  status: 403 | 422,
): HttpResponse =>
  notice(tools, consoleFrame(reader, undefined), status, {
    heading: 'Nothing was changed',
    says: ['This page was out of date. Open it again and press the button once more.'],
    kept: wordsIn(request),
    links: [{ text: 'Open the page again', href: request.path }],
  });

/** Nothing of it was read, so only the browser may still have what was written. */
export const notRead = (
  tools: ConsoleTools,
  { path }: HttpRequest,
  reader: Reader,
  problem: BodyProblem,
): HttpResponse =>
  notice(tools, consoleFrame(reader, undefined), problem === 'too-large' ? 413 : 400, {
    heading: 'Nothing was changed',
    says: [
      ...(problem === 'too-large'
        ? ['What you sent is far too long for us to read. Make it shorter.']
        : ['We could not read what your browser sent.']),
      'Go back with your browser’s back button: what you wrote may still be there. Copy it, open the page again, and send it from there.',
    ],
    links: [{ text: 'Open the page again', href: path }],
  });
