/** A console page that only says something: what happened, and where to go now. */
import type { HttpResponse } from '../http/route';
import { page } from '../web/page';
import type { ConsoleTools } from './console-parts';

export interface Notice {
  readonly heading: string;
  readonly says: readonly string[];
  /** What the person had written, given back so that it can be copied. */
  readonly kept?: string | undefined;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export const notice = (
  { render }: Pick<ConsoleTools, 'render'>,
  frame: Readonly<Record<string, unknown>>,
  status: number,
  said: Notice,
): HttpResponse => page(render('console/templates/notice.njk', { ...frame, ...said }), status);
