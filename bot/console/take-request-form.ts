/** The page of a request has several forms. All go to its own address, so that it can be opened again after each. */
import { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../http/route';
import { changeExpected } from './change-expected';
import { changeRequest } from './change-request';
import type { ConsoleTools, Reader } from './console-parts';
import { assignRequest, writeToRequester } from './work-request';

const Form = z.looseObject({ do: z.enum(['assign', 'write', 'expected']) });

export function takeRequestForm(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  switch (Form.safeParse(request.body).data?.do) {
    case 'assign':
      return assignRequest(tools, request, reader);
    case 'write':
      return writeToRequester(tools, request, reader);
    case 'expected':
      return changeExpected(tools, request, reader);
    // The form of its status was there first, and names itself with nothing.
    case undefined:
      return changeRequest(tools, request, reader);
  }
}
