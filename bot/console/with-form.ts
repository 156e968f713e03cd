/** What every form of the console goes through first: one that its page would not send is given back. */
import type { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../http/route';
import type { ConsoleTools, Reader } from './console-parts';
import { outOfDate } from './not-taken';

/** @param act is handed the form as it was read */
export const withForm =
  <Form>(
    shape: z.ZodType<Form>,
    act: (
      tools: ConsoleTools,
      request: HttpRequest,
      reader: Reader,
      form: Form,
    ) => Promise<HttpResponse>,
  ) =>
  async (tools: ConsoleTools, request: HttpRequest, reader: Reader): Promise<HttpResponse> => {
    const form = shape.safeParse(request.body).data;
    return form === undefined
      ? outOfDate(tools, request, reader, 422)
      : act(tools, request, reader, form);
  };
