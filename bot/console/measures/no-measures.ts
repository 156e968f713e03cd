/** The same words whether an organisation or month does not exist, or is not this reader's. */
import type { HttpResponse } from '../../http/route';
import { consoleFrame, type ConsoleTools, type Reader } from '../console-parts';
import { notice } from '../notice';

export const MEASURES = '/console/measures';

export const noMeasures = (tools: Pick<ConsoleTools, 'render'>, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'measures'), 404, {
    heading: 'There are no such measures',
    says: [
      'The month may not be published, or the organisation may not be yours to see.',
      'Choose an organisation and a month on the page of measures.',
    ],
    links: [{ text: 'See the measures', href: MEASURES }],
  });
